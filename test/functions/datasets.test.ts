import { leastK } from '../../cloudfunctions/domain/datasets/admission';
import { checkRelease, rowsOfCsv } from '../../cloudfunctions/domain/datasets/check-release';
import { sha256 } from '../../cloudfunctions/platform/digests';
import type { DatasetRelease, OptionalColumn } from '../../typings/datasets';
import type { RegionScope } from '../../typings/membership';
import type { Submission } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { monthBefore } from './support/exports';
import { madeAccount } from './support/sample';

const [city, other, researcher, another, both] = ['city', 'other', 'researcher', 'another', 'both'];
const period = monthBefore(1);
const fuzhou: RegionScope = { kind: 'region', regionPrefix: '3501' };
const columns: OptionalColumn[] = ['communicationIndex', 'articles', 'followers'];
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

let cloud: TestCloud;
let requests = 0;
const requestKey = () => {
  requests += 1;
  return `request-${requests}`;
};

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.grant(city, 'supervisor', fuzhou);
  await cloud.grant(other, 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant(both, 'supervisor', fuzhou);
  for (const openid of [researcher, another, both]) {
    await cloud.grant(openid, 'researcher', { kind: 'datasets' });
  }
  const accounts = [
    ...many(1200, '350102', 'g'),
    ...many(40, '350103', 't'),
    ...many(3, '350104', 'c'),
  ];
  await cloud.addAccounts(accounts);
  const few = accounts.slice(-3).map(({ id }, index) => ({
    ...submission(id, index),
    period: monthBefore(3),
  }));
  await cloud.recordHistory(accounts, few);
  await cloud.recordHistory(
    accounts,
    accounts.map(({ id }, index) => submission(id, index)),
  );
}, 120_000);

afterAll(() => cloud.close());

function many(count: number, region: string, prefix: string) {
  return Array.from({ length: count }, (_, index) =>
    madeAccount(`${prefix}${index}`, {
      kind: index % 9 === 0 ? 'service' : 'subscription',
      agency: { region, department: index % 4 === 0 ? 'education' : 'health' },
    }),
  );
}

function submission(accountId: string, index: number): Submission {
  const figure = (value: number) => ({
    value,
    measure: null,
    source: 'form' as const,
    asOf: `${period}-28`,
  });
  return {
    accountId,
    period,
    revision: 1,
    figures: {
      articles: figure(5 + (index % 40)),
      followers: figure(index === 7 ? 9_876_543 : 1000 + index * 37),
    },
    items: [],
    enteredBy: 'test',
    enteredAt: `${period}-28T00:00:00.000Z`,
    sample: false,
  };
}

const asked = (changes: object = {}) => ({
  requestKey: requestKey(),
  period,
  scope: { kind: 'region' as const, regionPrefix: '350102' },
  columns,
  k: leastK,
  ...changes,
});

async function made(scope: RegionScope, openid = city): Promise<DatasetRelease> {
  const created = await cloud.call(openid, 'datasets.create', asked({ scope }));
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return finished(created.data.id, openid);
}

async function finished(releaseId: string, openid = city): Promise<DatasetRelease> {
  for (;;) {
    const answer = await cloud.call(openid, 'datasets.advance', { releaseId });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    if (answer.data.status !== 'building') return answer.data;
  }
}

async function withdrawn(releaseId: string): Promise<void> {
  await cloud.call(city, 'datasets.withdraw', { releaseId, reason: '换新版' });
}

async function approved(releaseId: string): Promise<string> {
  const applied = await cloud.call(researcher, 'datasets.apply', application(releaseId));
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  const applicationId = applied.data.id;
  await cloud.call(city, 'datasets.decide', { applicationId, approve: true });
  const licence = 'zw-research-1';
  await cloud.call(researcher, 'datasets.acceptLicence', { applicationId, licence });
  return applicationId;
}

const application = (releaseId: string, changes: object = {}) => ({
  requestKey: requestKey(),
  releaseId,
  institution: '示例大学新闻学院',
  purpose: '比较县区账号的更新与关注',
  until: soon,
  ...changes,
});

const download = (applicationId: string, openid = researcher) =>
  cloud.call(openid, 'datasets.download', { applicationId, format: 'csv' });

describe('a release', () => {
  let release: DatasetRelease;
  let applicationId: string;
  let texts: Map<string, string>;
  beforeAll(async () => {
    release = await made({ kind: 'region', regionPrefix: '350102' });
    applicationId = await approved(release.id);
    texts = await fetched(applicationId);
  }, 60_000);
  afterAll(() => withdrawn(release.id));

  test('hides every account among k, in traits and in numbers, as anyone can check', () => {
    const dictionary = JSON.parse(texts.get('dictionary.json') ?? '');
    const rows = rowsOfCsv(texts.get('data-01.csv') ?? '', dictionary);
    const check = checkRelease(dictionary, rows);
    expect(check.faults).toEqual([]);
    expect(rows.length).toBe(1200);
    expect(release.disclosure).toMatchObject({ accounts: 1200, released: 1200, suppressed: 0 });
    expect(texts.get('data-01.csv')).not.toContain('9876543');
  });

  test('names no account, agency, person or text', () => {
    const all = [...texts.values()].join('\n');
    expect(all).not.toMatch(/测试|test_g|agency-|openid|comment_text/);
  });

  test('carries sums that its files have, and a checksum over them', () => {
    const sums = texts.get('SHA256SUMS') ?? '';
    for (const [name, text] of texts) {
      if (name !== 'SHA256SUMS') expect(sums).toContain(`${sha256(text)}  ${name}\n`);
    }
    expect(release.checksum).toBe(sha256(sums));
    expect(release.citation).toContain(sha256(sums));
  });

  test('leaves neither key nor working files behind', async () => {
    expect(await cloud.documents('dataset-builds', { _id: release.id })).toEqual([]);
    const [kept] = await cloud.documents('dataset-releases', { _id: release.id });
    expect(JSON.stringify(kept)).not.toMatch(/work\/|"key"/);
  });

  test('shares no pseudonym with another release of the same accounts', async () => {
    await withdrawn(release.id);
    const again = await made({ kind: 'region', regionPrefix: '350102' });
    const second = await fetched(await approved(again.id));
    const pseudonyms = (all: Map<string, string>) =>
      (all.get('data-01.csv') ?? '').match(/\bp[0-9a-f]{16}\b/g) ?? [];
    const before = new Set(pseudonyms(texts));
    expect(before.size).toBe(1200);
    expect(pseudonyms(second).filter((one) => before.has(one))).toEqual([]);
    // The order of the rows must not tell the accounts either.
    expect(pseudonyms(second)).toEqual([...pseudonyms(second)].sort());
    expect(again.version).toBe(release.version + 1);
    await withdrawn(again.id);
  }, 60_000);
});

async function fetched(applicationId: string): Promise<Map<string, string>> {
  const answer = await download(applicationId);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const pairs = answer.data.files.map(async ({ name, url }): Promise<[string, string]> => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    return [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
  });
  return new Map(await Promise.all(pairs));
}

describe('making a release', () => {
  test.each([
    ['an unknown column', { columns: ['openid'] }, 'columns.0'],
    ['a column twice', { columns: ['articles', 'articles'] }, 'columns'],
    ['no column', { columns: [] }, 'columns'],
    ['a k below five', { k: 4 }, 'k'],
    ['a period that still runs', { period: monthBefore(0) }, 'period'],
    ['a period without data', { period: monthBefore(9) }, 'period'],
    [
      'a county with three accounts',
      { scope: { kind: 'region', regionPrefix: '350104' } },
      'scope',
    ],
  ])('of %s is refused with the reason', async (_, changes, field) => {
    const input = asked(changes);
    const answer = await cloud.send(city, 'datasets', { action: 'create', input });
    const { result } = JSON.parse(answer);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(Object.keys(result.error.fields)).toContain(field);
    expect(result.error.fields[field]).toMatch(/[\u4e00-\u9fff]/);
  });

  test('of a scope that is not one’s own is not found', async () => {
    const input = asked({ scope: { kind: 'region', regionPrefix: '3502' } });
    for (const [openid, code] of [
      [city, 'not-found'],
      [researcher, 'not-found'],
    ] as const) {
      const answer = await cloud.call(openid, 'datasets.create', input);
      expect(answer).toMatchObject({ ok: false, error: { code } });
    }
  });

  test('twice with one key, also at once, makes one; beside an overlapping one, none', async () => {
    const input = asked({ scope: { kind: 'region', regionPrefix: '350103' } });
    const answers = await Promise.all([1, 2].map(() => cloud.call(city, 'datasets.create', input)));
    const ids = new Set(answers.map((answer) => answer.ok && answer.data.id));
    expect(ids.size).toBe(1);
    const wider = await cloud.call(city, 'datasets.create', asked({ scope: fuzhou }));
    expect(wider).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const [id] = ids;
    await withdrawn((await finished(String(id))).id);
  });

  test('of many accounts of which three filed is refused when they are counted, and frees the period', async () => {
    const created = await cloud.call(
      city,
      'datasets.create',
      asked({ period: monthBefore(3), scope: fuzhou }),
    );
    if (!created.ok) throw new Error(created.error.message);
    expect(await finished(created.data.id)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('不足 5 个'),
      files: [],
    });
    const again = await cloud.call(
      city,
      'datasets.create',
      asked({ period: monthBefore(3), scope: fuzhou }),
    );
    expect(again).toMatchObject({ ok: true });
    if (again.ok) await finished(again.data.id);
  });

  test('killed after any step and done again gives the same checksum', async () => {
    const created = await cloud.call(city, 'datasets.create', asked());
    if (!created.ok) throw new Error(created.error.message);
    const { id } = created.data;
    const [first] = await cloud.documents('dataset-builds', { _id: id });
    const [release] = await cloud.documents('dataset-releases', { _id: id });
    if (!first || !release) throw new Error('nothing was started');
    const whole = await finished(id);
    const { build, steps } = await stepByStep();
    for (let kill = 0; kill < 12; kill += 1) {
      await restored(first, release);
      // Each round dies after the work of one step more, before the step is kept.
      await build(id, kill);
      const again = await finished(id);
      expect([kill, again.checksum]).toEqual([kill, whole.checksum]);
      if (kill >= steps()) break;
    }
    await withdrawn(id);
  }, 120_000);
});

/** Does the work of a release's steps in this process and throws away what the last of them kept. */
async function stepByStep() {
  const records = await import('../../cloudfunctions/records/dataset-builds');
  const { findRelease } = await import('../../cloudfunctions/records/dataset-releases');
  const { steps, workshopFor } = await import('../../cloudfunctions/functions/datasets/steps');
  let most = 0;
  return {
    steps: () => most,
    async build(id: string, whole: number) {
      const release = await findRelease(id);
      const standing = await records.findBuild(id);
      if (!release || !standing) throw new Error('nothing to do');
      let current = standing;
      const workshop = workshopFor(release);
      for (let step = 0; step <= whole; step += 1) {
        const next: typeof current | null = await steps[current.stage](current, workshop);
        most = Math.max(most, step);
        if (next === null) return;
        if (step < whole) await records.keepStep(current, next);
        current = next;
      }
    },
  };
}

async function restored(build: Record<string, unknown>, release: Record<string, unknown>) {
  const { collection } = await import('../../cloudfunctions/records/collection');
  await collection<{ _id: string }>('dataset-builds').put({ ...build, _id: String(build._id) });
  await collection<{ _id: string }>('dataset-releases').put({
    ...release,
    _id: String(release._id),
  });
}

describe('access', () => {
  let release: DatasetRelease;
  beforeAll(async () => {
    release = await made({ kind: 'region', regionPrefix: '350103' });
  });

  test('is by an approved application with its licence accepted, and each download is kept', async () => {
    const applied = await cloud.call(another, 'datasets.apply', application(release.id));
    if (!applied.ok) throw new Error(applied.error.message);
    const applicationId = applied.data.id;
    const denied = async (code: string) =>
      expect(await download(applicationId, another)).toMatchObject({ ok: false, error: { code } });
    await denied('forbidden');
    expect(
      await cloud.call(city, 'datasets.decide', { applicationId, approve: true }),
    ).toMatchObject({
      ok: true,
      data: { status: 'approved' },
    });
    await denied('conflict');
    const licence = 'zw-research-1';
    await cloud.call(another, 'datasets.acceptLicence', { applicationId, licence });
    expect(await download(applicationId, another)).toMatchObject({ ok: true });
    expect(await download(applicationId, researcher)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    const kept = await cloud.call(city, 'datasets.downloads', { releaseId: release.id });
    expect(kept).toMatchObject({
      ok: true,
      data: { items: [{ institution: '示例大学新闻学院', format: 'csv' }] },
    });
    const rows = await cloud.documents('audit', { action: 'datasets.download', result: 'ok' });
    expect(rows.some(({ on }) => Array.isArray(on) && on.includes(applicationId))).toBe(true);
    // The very next call after the last day, and after a revocation.
    await cloud.change('dataset-applications', { _id: applicationId }, { until: '2026-01-01' });
    await denied('forbidden');
    await cloud.change('dataset-applications', { _id: applicationId }, { until: soon });
    expect(await download(applicationId, another)).toMatchObject({ ok: true });
    await cloud.call(city, 'datasets.revoke', { applicationId, reason: '课题终止' });
    await denied('forbidden');
  });

  test.each([
    ['in the past', '2026-01-01'],
    ['more than two years ahead', '2031-01-01'],
  ])('is not given until a day %s', async (_, until) => {
    const answer = await cloud.call(
      researcher,
      'datasets.apply',
      application(release.id, { until }),
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { until: expect.any(String) } },
    });
  });

  test('is asked for once at a time, and once for a request', async () => {
    const input = application(release.id);
    const first = await cloud.call(researcher, 'datasets.apply', input);
    expect(await cloud.call(researcher, 'datasets.apply', input)).toEqual(first);
    const again = await cloud.call(researcher, 'datasets.apply', application(release.id));
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!first.ok) throw new Error(first.error.message);
    const applicationId = first.data.id;
    const refused = { applicationId, approve: false };
    expect(await cloud.call(city, 'datasets.decide', refused)).toMatchObject({
      error: { code: 'invalid' },
    });
    const decisions = await Promise.all([
      cloud.call(city, 'datasets.decide', { ...refused, reason: '目的不清' }),
      cloud.call(city, 'datasets.decide', { applicationId, approve: true }),
    ]);
    expect(decisions.map((answer) => answer.ok).sort()).toEqual([false, true]);
  });

  test('is not for oneself to approve, nor for the supervisor of another place', async () => {
    const own = await cloud.call(both, 'datasets.apply', application(release.id));
    if (!own.ok) throw new Error(own.error.message);
    const decision = { applicationId: own.data.id, approve: true };
    expect(await cloud.call(both, 'datasets.decide', decision)).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await cloud.call(other, 'datasets.decide', decision)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await cloud.call(other, 'datasets.waiting', {})).toMatchObject({ data: { items: [] } });
    expect(await cloud.call(city, 'datasets.waiting', {})).toMatchObject({
      data: { items: [{ id: own.data.id, own: false }] },
    });
  });

  test('ends with the release: nobody applies for one withdrawn, and nobody downloads it', async () => {
    const opened = await made({ kind: 'region', regionPrefix: '350102' });
    const applicationId = await approved(opened.id);
    await withdrawn(opened.id);
    expect(await download(applicationId)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await cloud.call(researcher, 'datasets.apply', application(opened.id))).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await cloud.call(another, 'datasets.apply', application(opened.id))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  }, 60_000);

  test('a researcher finds standing releases and their trend; no supervisor’s list', async () => {
    const list = await cloud.call(researcher, 'datasets.catalogue', {});
    expect(list).toMatchObject({
      ok: true,
      data: { items: [{ id: release.id, status: 'ready' }] },
    });
    expect(JSON.stringify(list)).not.toMatch(/fileId|createdBy|cloud:/);
    const trend = await cloud.call(researcher, 'datasets.trend', {
      releaseId: release.id,
      column: 'communicationIndex',
    });
    expect(trend).toMatchObject({
      ok: true,
      data: { notice: '仅供研究参考，不作考核依据', points: [{ period, accounts: 40 }] },
    });
    expect(await cloud.call(researcher, 'datasets.list', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await cloud.call(other, 'datasets.get', { releaseId: release.id })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
