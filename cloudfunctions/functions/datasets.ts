import * as v from 'valibot';
import type { OptionalColumn } from '../../typings/datasets';
import type { RegionScope } from '../../typings/membership';
import { grants } from '../domain/access/grants.data';
import { placesOf, reaches } from '../domain/access/scopes';
import { leastK, mostK } from '../domain/datasets/admission';
import { figureNames } from '../domain/datasets/columns.data';
import { allColumns, ladderSteps } from '../domain/datasets/dictionary';
import { licence } from '../domain/datasets/licence.data';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, Refusal } from '../handler/refusal';
import { linkSeconds } from '../platform/files';
import { randomId } from '../platform/random';
import {
  applicationsBy,
  applicationsFor,
  downloadsOf,
  recordDownload,
  waitingWithin,
} from '../records/dataset-applications';
import {
  findRelease,
  readyReleases,
  releasesWithin,
  shownRelease,
  withdrawRelease,
} from '../records/dataset-releases';
import {
  acceptTerms,
  applyFor,
  decideOn,
  listed,
  newestOf,
  offeredRelease,
  openedBy,
  ownedApplication,
  revokeApproval,
  shownOn,
} from './datasets/applications';
import { advanceRelease, continueBuilds, progressOf } from './datasets/build';
import { createRelease } from './datasets/create';
import { theApplication, theRelease, theScope } from './datasets/subjects';
import { trendOf } from './datasets/trend';
import * as inputs from './shared/inputs';
import { supervisedBy } from './shared/supervised';
import { inLanes, linkTo } from './shared/work-files';

const pageSize = 30;

const cursor = v.optional(inputs.cursor);
const releaseInput = v.strictObject({ releaseId: inputs.id });
const optionalColumns = ['mode', ...figureNames] as const satisfies readonly OptionalColumn[];
const figureColumn = v.picklist(figureNames, '没有这一列。');
const columns = v.pipe(
  v.array(v.picklist(optionalColumns, '没有这一列，请从列表中选择。')),
  v.minLength(1, '请至少选择一列。'),
  v.maxLength(optionalColumns.length),
  v.check((names) => new Set(names).size === names.length, '同一列选了两次。'),
);
const k = v.pipe(
  inputs.wholeNumber(mostK),
  v.minValue(leastK, `每组至少 ${leastK} 个账号，不能更少。`),
);

export const actions = {
  columns: action({
    input: inputs.nothing,
    allow: grants['datasets.columns'],
    run: () => ({ columns: [...allColumns], ladder: [...ladderSteps], licence }),
  }),

  catalogue: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.catalogue'],
    async run({ cursor }) {
      const { items, next } = await readyReleases(cursor ?? null, pageSize);
      return { items: items.map((release) => shownRelease(release)), next };
    },
  }),

  published: action({
    input: releaseInput,
    allow: grants['datasets.published'],
    async run({ releaseId }, { who, now }) {
      const [release, application] = await Promise.all([
        offeredRelease(releaseId, who),
        newestOf(who, releaseId),
      ]);
      return {
        release: shownRelease(release),
        application: application && shownOn(application, now),
      };
    },
  }),

  trend: action({
    input: v.strictObject({ releaseId: inputs.id, column: figureColumn }),
    allow: grants['datasets.trend'],
    run: async ({ releaseId, column }, { who }) =>
      trendOf(await offeredRelease(releaseId, who), column),
  }),

  apply: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      releaseId: inputs.id,
      institution: inputs.text(60),
      purpose: inputs.text(500),
      until: inputs.day,
    }),
    allow: grants['datasets.apply'],
    changes: true,
    run: (asked, { who, now }) => applyFor(asked, who, now),
  }),

  applied: action({
    input: inputs.nothing,
    allow: grants['datasets.applied'],
    run: async (_, { who, now }) => ({
      applications: (await applicationsBy(who)).map((one) => shownOn(one, now)),
    }),
  }),

  acceptLicence: action({
    input: v.strictObject({ applicationId: inputs.id, licence: inputs.id }),
    allow: grants['datasets.acceptLicence'],
    changes: true,
    run: async ({ applicationId, licence }, { who, now }) =>
      acceptTerms(await ownedApplication(applicationId, who), licence, now),
  }),

  download: action({
    input: v.strictObject({
      applicationId: inputs.id,
      format: v.picklist(['csv', 'jsonl'], '请选择 CSV 或 JSON Lines。'),
    }),
    allow: grants['datasets.download'],
    changes: true,
    async run({ applicationId, format }, { who, now }) {
      const { application, release } = await openedBy(applicationId, who, now);
      const wanted = release.files.filter(({ kind }) => kind === format || kind === 'document');
      const files = await inLanes(wanted, async ({ name, bytes, sha256, fileId }) => ({
        name,
        url: await linkTo(fileId),
        bytes,
        sha256,
      }));
      const { alias, institution } = application;
      const { id: releaseId } = release;
      const download = { releaseId, applicationId, member: who, alias, institution, format };
      await recordDownload(randomId(), { ...download, at: now.instant });
      return { files, validSeconds: linkSeconds };
    },
  }),

  list: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.list'],
    async run({ cursor }, { memberships }) {
      const scopes = supervisedBy(memberships);
      const { items, next } = await releasesWithin(scopes, cursor ?? null, pageSize);
      return { items: items.filter(within(scopes)).map((release) => shownRelease(release)), next };
    },
  }),

  get: action({
    input: releaseInput,
    allow: grants['datasets.get'],
    subject: theRelease,
    async run({ releaseId }, { subject, require }) {
      for (const place of subject.places) require(place);
      return shownRelease(subject.release, await progressOf(releaseId));
    },
  }),

  create: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      period: inputs.period,
      scope: inputs.regionScope,
      columns,
      k,
    }),
    allow: grants['datasets.create'],
    changes: true,
    subject: theScope,
    async run(asked, { who, subject, now, require }) {
      for (const place of subject.places) require(place);
      const id = await createRelease(asked, who, now);
      return shownRelease(found(await findRelease(id)), await progressOf(id));
    },
  }),

  advance: action({
    input: releaseInput,
    allow: grants['datasets.advance'],
    changes: true,
    subject: theRelease,
    async run({ releaseId }, { subject, now, require }) {
      for (const place of subject.places) require(place);
      await advanceRelease(releaseId, now);
      const [release, progress] = await Promise.all([
        findRelease(releaseId),
        progressOf(releaseId),
      ]);
      return shownRelease(found(release), progress);
    },
  }),

  withdraw: action({
    input: v.strictObject({ releaseId: inputs.id, reason: inputs.text(200) }),
    allow: grants['datasets.withdraw'],
    changes: true,
    subject: theRelease,
    async run({ releaseId, reason }, { subject, require }) {
      for (const place of subject.places) require(place);
      if (subject.release.status === 'building') {
        throw new Refusal({ code: 'conflict', message: '这份数据还在生成，完成后才能撤回。' });
      }
      await withdrawRelease(subject.release, reason);
      return shownRelease(found(await findRelease(releaseId)));
    },
  }),

  applications: action({
    input: v.strictObject({ releaseId: inputs.id, cursor }),
    allow: grants['datasets.applications'],
    subject: theRelease,
    async run({ releaseId, cursor }, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const { items, next } = await applicationsFor(releaseId, cursor ?? null, pageSize);
      return { items: items.map((one) => listed(one, who, now)), next };
    },
  }),

  waiting: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.waiting'],
    async run({ cursor }, { who, now, memberships }) {
      const scopes = supervisedBy(memberships);
      const { items, next } = await waitingWithin(scopes, cursor ?? null, pageSize);
      return { items: items.filter(within(scopes)).map((one) => listed(one, who, now)), next };
    },
  }),

  decide: action({
    input: v.strictObject({
      applicationId: inputs.id,
      approve: v.boolean('请选择批准或不批准。'),
      reason: v.optional(inputs.text(200)),
    }),
    allow: grants['datasets.decide'],
    changes: true,
    subject: theApplication,
    async run(decision, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      return decideOn(subject, decision, who, now);
    },
  }),

  revoke: action({
    input: v.strictObject({ applicationId: inputs.id, reason: inputs.text(200) }),
    allow: grants['datasets.revoke'],
    changes: true,
    subject: theApplication,
    async run({ reason }, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      return revokeApproval(subject.application, reason, who, now);
    },
  }),

  downloads: action({
    input: v.strictObject({ releaseId: inputs.id, cursor }),
    allow: grants['datasets.downloads'],
    subject: theRelease,
    async run({ releaseId, cursor }, { subject, require }) {
      for (const place of subject.places) require(place);
      return downloadsOf(releaseId, cursor ?? null, pageSize);
    },
  }),
} satisfies ActionTable<'datasets'>;

export const main = handler('datasets', actions, { build: continueBuilds });

/** Whether something lies whole within one of the scopes. */
function within(scopes: readonly RegionScope[]) {
  return ({ scope }: { scope: RegionScope }): boolean =>
    scopes.some((own) => placesOf(scope).every((place) => reaches(own, place)));
}
