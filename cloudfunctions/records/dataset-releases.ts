import type { DatasetRelease } from '../../typings/datasets';
import type { RegionScope } from '../../typings/membership';
import type { Result } from '../../typings/result';
import type { Department, Level, PeriodId } from '../../typings/vocabulary';
import { besideOthers } from '../domain/datasets/admission';
import { collection, command, type Document, inOneUnit, type Unit } from './collection';
import type { DatasetBuild, StoredReleaseFile } from './dataset-builds';
import { allOf, placeKey, placesWithin } from './places';
import { type Answered, answeredOnce } from './requests';

/** A release with what the database keeps beside it. */
export interface StoredRelease extends Omit<DatasetRelease, 'files' | 'progress'> {
  files: StoredReleaseFile[];
  /** keyed hash */
  createdBy: string;
}

export interface ReleaseDocument extends Omit<StoredRelease, 'id'>, Document {
  /** newest first: the moment of its making and its id */
  order: string;
  /** the scope as one word: releases of one scope follow each other */
  scopeKey: string;
  /** region, then newest first */
  place: string;
  levels: Level[];
  department: Department | null;
}

interface StandingRelease extends Pick<DatasetRelease, 'id' | 'scope' | 'title' | 'status'> {}

interface PeriodDocument extends Document {
  releases: StandingRelease[];
  /** how many versions each scope has had */
  versions: Record<string, number>;
}

/** More periods than one trend shows. */
const mostPeriods = 60;
/** Later than any moment in milliseconds of thirteen digits. */
const latest = 9_999_999_999_999;

const releases = collection<ReleaseDocument>('dataset-releases');

export function scopeKeyOf({ regionPrefix, levels = [], department }: RegionScope): string {
  return `${regionPrefix || 'all'}|${[...levels].sort().join('+')}|${department ?? ''}`;
}

export async function findRelease(id: string): Promise<StoredRelease | null> {
  const document = await releases.find(id);
  return document && fromDocument(document);
}

/** Releases that stand, newest first. */
export async function readyReleases(after: string | null, limit: number) {
  const filter = { status: 'ready', ...(after ? { order: command.lt(after) } : {}) };
  const documents = await releases.list(filter, { limit: limit + 1, order: ['order', 'desc'] });
  return pageOf(documents, limit, ({ order }) => order);
}

/** Releases within any of the scopes, by region, the newest of each first. */
export async function releasesWithin(scopes: RegionScope[], after: string | null, limit: number) {
  const filters = [
    ...placesWithin(scopes, ['levels', 'department']),
    ...(after ? [{ place: command.gt(after) }] : []),
  ];
  const options = { limit: limit + 1, order: ['place', 'asc'] as ['place', 'asc'] };
  return pageOf(await releases.list(allOf(filters), options), limit, ({ place }) => place);
}

/** Standing releases of one scope, newest period first. */
export async function releasesOfScope(scope: RegionScope): Promise<StoredRelease[]> {
  const filter = { scopeKey: scopeKeyOf(scope), status: 'ready' };
  const options = { limit: mostPeriods, order: ['period', 'desc'] as ['period', 'desc'] };
  return (await releases.list(filter, options)).map(fromDocument);
}

function pageOf(
  documents: ReleaseDocument[],
  limit: number,
  cursorOf: (document: ReleaseDocument) => string,
): { items: StoredRelease[]; next: string | null } {
  const page = documents.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(fromDocument),
    next: documents.length > limit && last ? cursorOf(last) : null,
  };
}

/**
 * Starts a release and its making, once for a request. Errors: `conflict` when a standing release of
 * the period can hold the same accounts.
 */
export function startRelease(
  release: StoredRelease,
  build: DatasetBuild,
  request: Answered,
): Promise<Result<{ id: string }>> {
  return answeredOnce(request, async (unit) => {
    const period = await standingIn(unit, release.period);
    const free = besideOthers(release.scope, period.releases);
    if (!free.ok) return free;
    const scopeKey = scopeKeyOf(release.scope);
    const version = (period.versions[scopeKey] ?? 0) + 1;
    const { id, scope, title, status } = release;
    await unit.put<PeriodDocument>('dataset-periods', {
      ...period,
      releases: [...period.releases, { id, scope, title, status }],
      versions: { ...period.versions, [scopeKey]: version },
    });
    await unit.add('dataset-releases', toDocument({ ...release, version }));
    await unit.add('dataset-builds', build);
    return { ok: true, value: { id } };
  });
}

/** Ends the making of a release, and with it the key of its pseudonyms. */
export function endBuild(
  { id, period }: Pick<StoredRelease, 'id' | 'period'>,
  outcome: Partial<StoredRelease>,
): Promise<void> {
  return inOneUnit(async (unit) => {
    const build = await unit.find('dataset-builds', id);
    if (!build) return;
    await changeRelease(unit, id, outcome);
    await unit.remove('dataset-builds', id);
    await settlePeriod(unit, { id, period }, outcome.status ?? 'building');
  });
}

/** Takes a release back; one that is not ready is left as it is. */
export function withdrawRelease(
  { id, period }: Pick<StoredRelease, 'id' | 'period'>,
  reason: string,
): Promise<void> {
  return inOneUnit(async (unit) => {
    const standing = await unit.find<ReleaseDocument>('dataset-releases', id);
    if (standing?.status !== 'ready') return;
    await changeRelease(unit, id, { status: 'withdrawn', reason });
    await settlePeriod(unit, { id, period }, 'withdrawn');
  });
}

async function standingIn(unit: Unit, period: PeriodId): Promise<PeriodDocument> {
  const standing = await unit.find<PeriodDocument>('dataset-periods', period);
  return standing ?? { _id: period, releases: [], versions: {} };
}

async function settlePeriod(
  unit: Unit,
  { id, period }: Pick<StoredRelease, 'id' | 'period'>,
  status: StoredRelease['status'],
): Promise<void> {
  const document = await standingIn(unit, period);
  const others = document.releases.filter((one) => one.id !== id);
  const own = document.releases.find((one) => one.id === id);
  const stays = own && status === 'ready' ? [{ ...own, status }] : [];
  await unit.put<PeriodDocument>('dataset-periods', {
    ...document,
    releases: [...others, ...stays],
  });
}

/** Writes the release whole: an update would merge what is replaced. */
async function changeRelease(
  unit: Unit,
  id: string,
  changes: Partial<StoredRelease>,
): Promise<void> {
  const standing = await unit.find<ReleaseDocument>('dataset-releases', id);
  if (standing) await unit.put('dataset-releases', { ...standing, ...changes });
}

function toDocument({ id, ...release }: StoredRelease): ReleaseDocument {
  const { regionPrefix, levels = [], department = null } = release.scope;
  const backwards = String(latest - Date.parse(release.createdAt));
  return {
    _id: id,
    ...release,
    order: `${release.createdAt}~${id}`,
    scopeKey: scopeKeyOf(release.scope),
    place: placeKey(regionPrefix, `${backwards}-${id}`),
    levels,
    department,
  };
}

function fromDocument(document: ReleaseDocument): StoredRelease {
  const { _id, order, scopeKey, place, levels, department, ...release } = document;
  return { id: _id, ...release };
}

/** The release as the contract shows it. */
export function shownRelease(
  { createdBy: _, files, ...release }: StoredRelease,
  progress: DatasetRelease['progress'] = null,
): DatasetRelease {
  return { ...release, progress, files: files.map(({ fileId, ...file }) => file) };
}
