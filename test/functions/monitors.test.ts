import { randomUUID } from 'node:crypto';
import { writeWorkbook } from '../../cloudfunctions/platform/write-workbook';
import type { IntakeItem } from '../../typings/intake';
import type { Submission } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;
const identity = '11010519491231002X';
const accounts = [
  madeAccount('gulou'),
  madeAccount('taijiang', { agency: { region: '350103' } }),
  madeAccount('xiamen', { agency: { region: '350203' } }),
];
const item = (title: string, publishedAt: string): IntakeItem => ({
  key: `${title}${publishedAt}`,
  title,
  publishedAt,
  headline: true,
  url: null,
});
const filed = (accountId: string, items: IntakeItem[]): Submission => ({
  accountId,
  period: '2026-10',
  revision: 1,
  figures: {},
  items,
  enteredBy: 'x',
  enteredAt: '2026-11-02T00:00:00Z',
  sample: false,
});

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('city-2', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.recordHistory(accounts, [
    filed('gulou', [
      item('渡<em>假</em>村今日开放', '2026-10-01'),
      item(`公示：张某 ${identity}`, '2026-10-05'),
      item('省里的好消息！', '2026-10-20'),
    ]),
    filed('taijiang', [item('【省里的好消息】', '2026-10-18'), item('通知', '2026-10-02')]),
    filed('xiamen', [item('省里的好消息', '2026-10-18'), item('渡假村', '2026-10-02')]),
  ]);
});
afterAll(() => cloud.close());

const hits = (state: 'open' | 'corrected' = 'open') =>
  cloud.call('city', 'monitors.hits', { state });

test('hits in scope wait for a person, with evidence masked', async () => {
  const answer = await hits();
  const items = answer.ok ? answer.data.items : [];
  expect(items.map(({ accountId, kind }) => `${accountId} ${kind}`).sort()).toEqual([
    'gulou identity-number',
    'gulou wrong-form',
  ]);
  expect(JSON.stringify(items)).not.toContain(identity);
});

test('of two decisions on a hit one wins; what is decided is counted', async () => {
  const answer = await hits();
  const hitId = answer.ok ? (answer.data.items[0]?.id ?? '') : '';
  const decide = (
    openid: string,
    decision: 'corrected' | 'inspection',
    key: string = randomUUID(),
  ) => cloud.call(openid, 'monitors.decide', { requestKey: key, hitId, decision });
  expect(await decide('staff', 'corrected')).toMatchObject({ error: { code: 'forbidden' } });
  const both = await Promise.all([decide('city', 'corrected'), decide('city-2', 'corrected')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  expect(await cloud.call('staff', 'monitors.ofAccount', { accountId: 'gulou' })).toMatchObject({
    data: { counts: { open: 1, corrected: 1, falseAlarm: 0, inspection: 0 } },
  });
});

test('accounts come worst first, and only those in scope', async () => {
  const answer = await cloud.call('city', 'monitors.postings', { by: 'gap' });
  const items = answer.ok ? answer.data.items : [];
  expect(items.map(({ accountId, longestGapDays }) => [accountId, longestGapDays])).toEqual([
    ['taijiang', 15],
    ['gulou', 14],
  ]);
});

test('who published a title is told by what it says, after its first day', async () => {
  const published = (publishedOn?: string) =>
    cloud.call('city', 'monitors.published', { title: '省里的好消息', publishedOn, withinDays: 3 });
  expect(await published('2026-10-17')).toMatchObject({
    data: {
      items: [
        { accountId: 'gulou', daysAfter: 3 },
        { accountId: 'taijiang', daysAfter: 1 },
      ],
    },
  });
  expect(await published('2026-10-19')).toMatchObject({
    data: { items: [{ accountId: 'gulou' }] },
  });
});

test('a text is looked at before it is published, and nothing of it is kept', async () => {
  const before = (await cloud.documents('title-hits', {})).length;
  expect(
    await cloud.call('staff', 'monitors.check', { text: `渡假村\n电话13800138000` }),
  ).toMatchObject({ data: { hits: [{ instead: '度假村' }, { found: '138****8000' }] } });
  expect(await cloud.documents('title-hits', {})).toHaveLength(before);
});

describe('a list of words', () => {
  const upload = async (rows: (string | null)[][]) => {
    const columns = ['错误或敏感词形', '建议写法', '类别'].map((title) => ({ title }));
    return cloud.upload('词表.xlsx', await writeWorkbook([{ name: '词表', columns, rows }]));
  };
  const save = (
    fileId: string,
    digest: string,
    regionPrefix = '3501',
    key: string = randomUUID(),
  ) =>
    cloud.call('city', 'monitors.saveWordList', {
      requestKey: key,
      fileId,
      digest,
      regionPrefix,
      title: '福州词表',
      source: '市网信办',
      effectiveFrom: '2026-01-01',
    });

  test('is previewed, stored with its version, and holds from then on', async () => {
    const fileId = await upload([
      ['三坊七港', '三坊七巷', '错别字'],
      ['三坊七港', '三坊七巷', null],
    ]);
    const preview = await cloud.call('city', 'monitors.previewWordList', { fileId });
    expect(preview).toMatchObject({ data: { forms: 1, duplicates: 1 } });
    const digest = preview.ok ? preview.data.digest : '';
    expect(await save(fileId, 'other')).toMatchObject({ error: { code: 'conflict' } });
    const key = randomUUID();
    const saved = await save(fileId, digest, '3501', key);
    expect(saved).toMatchObject({ data: { version: 1, owner: '福建省福州市主管部门' } });
    expect(await save(fileId, digest, '3501', key)).toEqual(saved);
    expect(await save(fileId, digest, '35')).toMatchObject({ error: { code: 'forbidden' } });
    expect(await cloud.call('staff', 'monitors.check', { text: '三坊七港' })).toMatchObject({
      data: { hits: [{ instead: '三坊七巷' }] },
    });
  });

  test('of 50 000 rows is refused with the way to do it, an empty one too', async () => {
    const many = Array.from({ length: 50_000 }, (_, index) => [`词形${index}号`, null, null]);
    expect(
      await cloud.call('city', 'monitors.previewWordList', { fileId: await upload(many) }),
    ).toMatchObject({ error: { code: 'too-large', message: expect.stringContaining('分级维护') } });
    expect(
      await cloud.call('city', 'monitors.previewWordList', { fileId: await upload([]) }),
    ).toMatchObject({ error: { code: 'invalid' } });
  });
});
