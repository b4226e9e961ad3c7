import type { DatasetRecord } from '../../../typings/datasets';
import type { Instant } from '../../../typings/vocabulary';
import { citationOf, dictionaryOf } from '../../domain/datasets/dictionary';
import { licence } from '../../domain/datasets/licence.data';
import {
  type CollectedRow,
  type ReleasePlan,
  singlesOut,
} from '../../domain/datasets/plan-release';
import { publisher } from '../../domain/datasets/publish-rows';
import { readmeOf } from '../../domain/datasets/readme';
import { columnNames, csvOf, jsonLinesOf } from '../../domain/datasets/write-rows';
import { positionOf, sha256 } from '../../platform/digests';
import { removeFiles, storeFile } from '../../platform/files';
import type { DatasetBuild, StoredReleaseFile } from '../../records/dataset-builds';
import type { StoredRelease } from '../../records/dataset-releases';
import { inLanes, keepJson, keptJson } from '../shared/work-files';
import { collectChunk } from './collect';
import { after, plannerOf, rowsToCount, tallied } from './counting';
import { type Workshop, workFolder } from './workshop';

/** Accounts in one file of a release. */
const rowsPerPart = 25_000;
const sumsName = 'SHA256SUMS';
const encoder = new TextEncoder();

/** Each stage does one step and answers with the build after it; null when nothing is left to do. */
export const steps: Record<
  DatasetBuild['stage'],
  (build: DatasetBuild, workshop: Workshop) => Promise<DatasetBuild | null>
> = {
  async collect(build, { release }) {
    const chunk = await collectChunk(release, build.key, build.after);
    const path = `${workFolder(release)}/chunk-${build.next}.json`;
    const fileId = await keepJson(path, chunk.rows);
    return {
      ...build,
      ...(chunk.last === null ? { stage: 'plan', next: 0 } : { next: build.next + 1 }),
      after: chunk.last,
      accounts: build.accounts + chunk.accounts,
      chunks: [...build.chunks, fileId],
      sample: build.sample || chunk.sample,
    };
  },

  async plan(build, workshop) {
    const planner = await plannerOf(build, workshop);
    const rows = await rowsToCount(build);
    for (const chunk of rows) planner.countTraits(chunk);
    const tallies = await tallied(build, workshop, planner);
    return { ...build, ...after(build, rows.length, 'weigh'), tallies };
  },

  async weigh(build, workshop) {
    const { release } = workshop;
    const planner = await plannerOf(build, workshop);
    const rows = await rowsToCount(build);
    for (const chunk of rows) planner.countFigures(chunk);
    const tallies = await tallied(build, workshop, planner);
    const weighed = { ...build, ...after(build, rows.length, 'write'), tallies };
    if (weighed.stage === 'weigh') return weighed;
    const plan = planner.plan();
    workshop.plan = plan;
    const refusal = singlesOut(plan.disclosure);
    const { disclosure, summaries } = plan;
    const planned = { ...weighed, disclosure, summaries };
    if (refusal !== null) return { ...planned, stage: 'clean', refusal };
    const fileId = await keepJson(`${workFolder(release)}/plan.json`, plan);
    const spread = Array.from({ length: partsOf(plan) }, () => []);
    return { ...planned, plan: fileId, spread };
  },

  async write(build, workshop) {
    const { release, shape } = workshop;
    const plan = await planOf(build, workshop);
    const rows = await keptJson<CollectedRow[]>(build.chunks[build.next] ?? '');
    const records = publisher(plan, shape)(rows);
    const parts = build.spread.map((_, part) =>
      records.filter(({ id }) => Math.floor(positionOf(id) * build.spread.length) === part),
    );
    const fileIds = await inLanes([...parts.entries()], ([part, list]) =>
      keepJson(`${workFolder(release)}/part-${part}-${build.next}.json`, list),
    );
    const isLast = build.next + 1 >= build.chunks.length;
    return {
      ...build,
      ...(isLast ? { stage: 'assemble', next: 0 } : { next: build.next + 1 }),
      spread: build.spread.map((list, part) => [...list, fileIds[part] ?? '']),
    };
  },

  async assemble(build, { release, shape }) {
    const pieces = await inLanes(build.spread[build.next] ?? [], (fileId) =>
      keptJson<DatasetRecord[]>(fileId),
    );
    // In the order of the pseudonyms: that of the accounts would tell who is who.
    const records = pieces.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
    const names = columnNames(shape);
    const number = String(build.next + 1).padStart(2, '0');
    const rows = records.length;
    const files = [
      await storeReleaseFile(release, `data-${number}.csv`, 'csv', rows, csvOf(records, names)),
      await storeReleaseFile(
        release,
        `data-${number}.jsonl`,
        'jsonl',
        rows,
        jsonLinesOf(records, names),
      ),
    ];
    const isLast = build.next + 1 >= build.spread.length;
    return {
      ...build,
      ...(isLast ? { stage: 'document', next: 0 } : { next: build.next + 1 }),
      files: [...build.files, ...files],
    };
  },

  async document(build, workshop) {
    const { shape } = workshop;
    const release = { ...workshop.release, sample: build.sample };
    const dictionary = dictionaryOf(release, shape, await planOf(build, workshop));
    const terms = [licence.title, '', ...licence.terms, ''].join('\n');
    const document = (name: string, text: string) =>
      storeReleaseFile(release, name, 'document', null, text);
    const files = [
      ...build.files,
      await document('dictionary.json', `${JSON.stringify(dictionary, null, 2)}\n`),
      await document('README.md', readmeOf(release, dictionary)),
      await document('LICENCE.txt', terms),
    ];
    const sums = await document(sumsName, sumsOf(files));
    return { ...build, stage: 'clean', next: 0, files: [...files, sums] };
  },

  async clean(build) {
    await removeFiles([
      ...build.chunks,
      ...build.tallies,
      ...build.spread.flat(),
      ...(build.plan ? [build.plan] : []),
    ]);
    return null;
  },
};

/** How a release stands once its build has nothing left to do. */
export function outcomeOf(
  { sample, refusal, files, disclosure, summaries }: DatasetBuild,
  { release }: Workshop,
  readyAt: Instant,
): Partial<StoredRelease> {
  if (refusal !== null) return { status: 'refused', reason: refusal, sample, disclosure };
  const checksum = files.find(({ name }) => name === sumsName)?.sha256 ?? null;
  const citation = `${citationOf(release)} SHA-256: ${checksum}.`;
  return { status: 'ready', sample, files, disclosure, summaries, checksum, citation, readyAt };
}

function partsOf({ disclosure }: ReleasePlan): number {
  return Math.max(1, Math.ceil(disclosure.released / rowsPerPart));
}

async function planOf({ plan }: DatasetBuild, workshop: Workshop): Promise<ReleasePlan> {
  workshop.plan ??= await keptJson<ReleasePlan>(plan ?? '');
  return workshop.plan;
}

async function storeReleaseFile(
  { id }: StoredRelease,
  name: string,
  kind: StoredReleaseFile['kind'],
  rows: number | null,
  text: string,
): Promise<StoredReleaseFile> {
  const bytes = encoder.encode(text);
  const fileId = await storeFile(`datasets/${id}/${name}`, bytes);
  return { name, kind, rows, bytes: bytes.length, sha256: sha256(bytes), fileId };
}

/** As `sha256sum` writes and checks it. */
function sumsOf(files: readonly StoredReleaseFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.name}\n`).join('');
}
