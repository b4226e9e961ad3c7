import { unzipSync } from 'fflate';
import type { StepSize } from '../../cloudfunctions/functions/reports/making';
import type { RegionScope } from '../../typings/membership';
import type { Report } from '../../typings/reports';
import type { Submission } from '../../typings/submission';
import type { MetricName, OperatingMode } from '../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './support/cloud';
import { dayOf, monthBefore } from './support/exports';
import { madeAccount } from './support/sample';

const [province, city, other, county] = ['province', 'city', 'other', 'county'];
const [researcher, vendor, staff] = ['researcher', 'vendor', 'staff'];
const period = monthBefore(1);
const before = monthBefore(2);
const scheme = 'zhengwei-1';
const fujian: RegionScope = { kind: 'region', regionPrefix: '35' };
const fuzhou: RegionScope = { kind: 'region', regionPrefix: '3501' };

jest.setTimeout(60_000);

let cloud: TestCloud;
let keys = 0;
const requestKey = () => {
  keys += 1;
  return `request-${keys}`;
};

const modes: (OperatingMode | null)[] = ['independent', 'delegated', 'collaborative', null];

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.grant(province, 'supervisor', fujian);
  await cloud.grant(city, 'supervisor', fuzhou);
  await cloud.grant(other, 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant(county, 'supervisor', { kind: 'region', regionPrefix: '350102' });
  await cloud.grant(researcher, 'researcher', { kind: 'datasets' });
  await cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId: 'v1' });
  await cloud.grant(staff, 'staff', { kind: 'agency', agencyId: 'agency-a0' });
  const accounts = [
    ...many(60, '350102', 'a'),
    ...many(30, '350203', 'b'),
    ...many(3, '350702', 'c'),
  ];
  await cloud.addAccounts(accounts);
  const submitted = accounts
    .slice(0, -1)
    .flatMap(({ id }, index) => [
      submission(id, before, 4 + (index % 17)),
      submission(id, period, 5 + (index % 23)),
    ]);
  await cloud.recordHistory(accounts, submitted);
}, 120_000);

afterAll(() => cloud.close());

function many(count: number, region: string, prefix: string) {
  return Array.from({ length: count }, (_, index) =>
    madeAccount(`${prefix}${index}`, {
      agency: {
        region,
        level: index % 4 === 0 ? 'prefectural' : 'county',
        department: index % 3 === 0 ? 'education' : 'health',
      },
      operation: {
        mode: modes[index % 4] ?? null,
        operator: null,
        openedOn: index % 5 === 0 ? null : `${2012 + (index % 5)}-03-01`,
        fullTimeStaff: null,
        partTimeStaff: null,
        annualBudget: null,
      },
    }),
  );
}

function submission(accountId: string, month: string, articles: number): Submission {
  const values: Partial<Record<MetricName, number>> = {
    articles,
    reads: articles * 1200,
    maxReads: articles * 300,
    headlineReads: articles * 900,
    headlineCount: articles,
    shares: articles * 20,
    likes: articles * 9,
    wows: articles * 8,
    comments: articles * 2,
    replies: articles,
    medianReplyHours: 6,
    followers: 20_000,
    lostFollowers: 60,
    messages: 30,
    messageReplies: 24,
    longestGapDays: 3,
    workingServiceEntries: 3,
    serviceUses: 300,
    serviceCompletions: 200,
  };
  const readers = /reads|shares|likes|wows/i;
  const figures = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      {
        value,
        measure: readers.test(name) ? ('times' as const) : null,
        source: 'form' as const,
        asOf: dayOf(month, 28),
      },
    ]),
  );
  return {
    accountId,
    period: month,
    revision: 1,
    figures,
    items: [],
    enteredBy: 'test',
    enteredAt: `${dayOf(month, 28)}T00:00:00.000Z`,
    sample: false,
  };
}

async function ordered(openid: string, scope: RegionScope, asked = { period, scheme }) {
  const answer = await cloud.call(openid, 'reports.order', {
    requestKey: requestKey(),
    scope,
    ...asked,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

async function opened(openid: string, { id }: Report) {
  const answer = await cloud.call(openid, 'reports.get', { reportId: id });
  if (!answer.ok || !answer.data.content) throw new Error(JSON.stringify(answer));
  return { ...answer.data, content: answer.data.content };
}

const valueIn = (content: { figures: { id: string; value: number | null }[] }, id: string) =>
  content.figures.find((figure) => figure.id === id)?.value;

test('a report counts the accounts of its scope, and tells each figure with its query', async () => {
  const report = await ordered(city, fuzhou);
  expect(report).toMatchObject({ state: 'finished', done: 60, sample: false });
  const { content } = await opened(city, report);
  expect(valueIn(content, 'all.accounts')).toBe(60);
  expect(valueIn(content, 'all.scored')).toBe(60);
  expect(valueIn(content, 'level:prefectural.accounts')).toBe(15);
  expect(valueIn(content, 'mode:unknown.accounts')).toBe(15);
  expect(valueIn(content, 'stage:unknown.accounts')).toBe(12);
  expect(valueIn(content, 'all.matched')).toBe(60);
  expect(content.groups['level:prefectural']).toEqual({
    label: '地市级',
    filter: '福建省福州市 · 全部账号，级别为地市级',
    query: { regionPrefix: '3501', levels: ['prefectural'] },
  });
  expect(content.notice).toBe('仅供研究参考，不作考核依据');
});

test('a group of fewer than five accounts is counted, and nothing is told of its index', async () => {
  const { content } = await opened(province, await ordered(province, fujian));
  expect(valueIn(content, 'region:3507.accounts')).toBe(3);
  expect(valueIn(content, 'region:3507.scored')).toBe(2);
  expect(valueIn(content, 'region:3507.median')).toBeNull();
  expect(valueIn(content, 'region:3501.median')).toEqual(expect.any(Number));
});

test('a mode that changed since the end of the period before is told', async () => {
  const { collection } = await import('../../cloudfunctions/records/collection');
  const revisions = collection<{ _id: string; operation: object }>('account-revisions');
  const first = await revisions.find('b1:1');
  if (!first) throw new Error('no first state');
  const operation = { ...first.operation, mode: 'collaborative' };
  const updatedAt = `${dayOf(period, 10)}T00:00:00.000Z`;
  const long = `${dayOf(before, 1)}T00:00:00.000Z`;
  await cloud.change('account-revisions', { _id: 'b1:1' }, { updatedAt: long });
  const second = { ...first, _id: 'b1:2', revision: 2, operation, updatedAt };
  await revisions.add([second]);
  const changed = { revision: 2, updatedAt, 'operation.mode': 'collaborative' };
  await cloud.change('accounts', { _id: 'b1' }, changed);
  const { content } = await opened(province, await ordered(province, fujian));
  expect(valueIn(content, 'all.modeChanged')).toBe(1);
  expect(valueIn(content, 'transition:delegated>collaborative.changed')).toBe(1);
});

describe('killed at any page', () => {
  const sizes: StepSize[] = [
    { scores: 14, milliseconds: 0 },
    { scores: 62, milliseconds: 0 },
    { scores: 2000, milliseconds: 2000 },
  ];

  test('a report goes on to the same words and checksum', async () => {
    const { step } = await import('../../cloudfunctions/functions/reports/making');
    const { findReport, addReport } = await import('../../cloudfunctions/records/reports');
    const finished = await ordered(province, fujian);
    const document = await findReport(finished.id);
    if (!document) throw new Error('no report');
    const checksums = [];
    for (const [index, size] of sizes.entries()) {
      const id = `again-${index}`;
      const begun = {
        ...document,
        _id: id,
        state: 'running' as const,
        done: 0,
        headline: null,
        checksum: null,
      };
      const request = { who: 'test', action: 'reports.order', requestKey: id, asked: id };
      await addReport(begun, request);
      for (;;) {
        const standing = await findReport(id);
        if (standing?.state !== 'running') {
          checksums.push(standing?.checksum);
          break;
        }
        // A call that was overtaken: it does the same step, and only one of them counts.
        await Promise.all([step(standing, size), step(standing, size)]);
      }
    }
    expect(checksums).toEqual(sizes.map(() => finished.checksum));
  });
});

test('what cannot be reported on is refused with the reason', async () => {
  const refusals: [object, string][] = [
    [{ period: monthBefore(0) }, 'period'],
    [{ period: '2026-W40' }, 'period'],
    [{ period: '2026-13' }, 'period'],
    [{ scheme: 'no-such' }, 'scheme'],
    [{ scope: { kind: 'region', regionPrefix: '350181' } }, 'scope'],
  ];
  for (const [changes, field] of refusals) {
    const input = { requestKey: requestKey(), scope: fuzhou, period, scheme, ...changes };
    const answer = await cloud.call(city, 'reports.order', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toEqual([field]);
  }
});

test('a scope that is not one’s own is not found, and neither is a report on it', async () => {
  const input = { requestKey: requestKey(), scope: fujian, period, scheme };
  for (const openid of [city, county, other]) {
    expect(await cloud.call(openid, 'reports.order', input)).toMatchObject({
      error: { code: 'not-found' },
    });
  }
  const { id } = await ordered(city, fuzhou);
  for (const openid of [county, other, researcher, vendor]) {
    expect(await cloud.call(openid, 'reports.get', { reportId: id })).toMatchObject({
      error: { code: 'not-found' },
    });
  }
  expect(await cloud.call(staff, 'reports.get', { reportId: id })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await cloud.call(province, 'reports.get', { reportId: id })).toMatchObject({ ok: true });
});

test('the same request twice makes one report', async () => {
  const input = { requestKey: requestKey(), scope: fuzhou, period, scheme };
  const [one, other] = await Promise.all([
    cloud.call(city, 'reports.order', input),
    cloud.call(city, 'reports.order', input),
  ]);
  expect(one.ok && other.ok && one.data.id === other.data.id).toBe(true);
});

test('a report is published once a period, numbered, and read by researchers and vendors', async () => {
  const list = await cloud.call(researcher, 'reports.published', {});
  expect(list).toEqual({ ok: true, data: { items: [], next: null } });
  const [one, two] = [await ordered(city, fuzhou), await ordered(city, fuzhou)];
  const answers = await Promise.all(
    [one, two].map(({ id }) =>
      cloud.call(city, 'reports.publish', { requestKey: requestKey(), reportId: id }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  const issue = answers.flatMap((answer) => (answer.ok ? [answer.data] : []))[0];
  expect(issue).toMatchObject({ state: 'published', number: 1, publisher: '测试' });
  if (!issue) return;
  expect(issue.checksum).toBe(one.checksum);
  for (const openid of [researcher, vendor]) {
    const { content, trend } = await opened(openid, issue);
    expect(content.sections.length).toBeGreaterThan(4);
    expect(trend).toEqual([{ reportId: issue.id, period, headline: issue.headline }]);
  }
  const gone = await cloud.call(city, 'reports.discard', { reportId: issue.id });
  expect(gone).toMatchObject({ error: { code: 'conflict' } });
  expect(await cloud.call(researcher, 'reports.list', {})).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a report that is not published can be taken away', async () => {
  const { id } = await ordered(city, fuzhou);
  expect(await cloud.call(city, 'reports.discard', { reportId: id })).toMatchObject({ ok: true });
  expect(await cloud.call(city, 'reports.get', { reportId: id })).toMatchObject({
    error: { code: 'not-found' },
  });
  const list = await cloud.call(city, 'reports.list', {});
  expect(list.ok && list.data.items.map((one) => one.id)).not.toContain(id);
});

async function partsOf(report: Report, format: 'docx' | 'xlsx'): Promise<Record<string, string>> {
  const answer = await cloud.call(city, 'reports.download', { reportId: report.id, format });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const response = await fetch(answer.data.url);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
}

test('the document says what the screen says, with charts that can be edited', async () => {
  const report = await ordered(city, fuzhou);
  const { content } = await opened(city, report);
  const parts = await partsOf(report, 'docx');
  const text = (parts['word/document.xml'] ?? '').replace(/<[^>]+>/g, '');
  for (const { title, paragraphs } of content.sections) {
    expect(text).toContain(title);
    for (const runs of paragraphs) expect(text).toContain(runs.map((run) => run.text).join(''));
  }
  expect(text).toContain('仅供研究参考，不作考核依据');
  expect(text).toContain(report.checksum);
  const charts = Object.keys(parts).filter((name) => /charts\/chart[^/]*\.xml$/.test(name));
  expect(charts).toHaveLength(content.sections.flatMap((section) => section.charts).length);
});

test('the workbook holds every table, and every figure with definition and query', async () => {
  const report = await ordered(city, fuzhou);
  const { content } = await opened(city, report);
  const parts = await partsOf(report, 'xlsx');
  const tables = content.sections.flatMap((section) => section.tables);
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(tables.length + 2);
  const last = parts[`xl/worksheets/sheet${sheets.length}.xml`] ?? '';
  expect(parts['xl/workbook.xml']).toContain('指标与口径');
  for (const { id } of content.figures) expect(last).toContain(`>${id.replace('>', '&gt;')}<`);
  expect(last).toContain('级别为地市级');
});
