import { readWorkbook } from '../../cloudfunctions/platform/workbooks/read-workbook';
import type { Page } from '../../typings/answer';
import type { ActionName } from '../../typings/api';
import type { Submission } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;
const accounts = [
  madeAccount('plain'),
  madeAccount('formula', { name: '=HYPERLINK("http://a","点")' }),
  madeAccount('elsewhere', { agency: { region: '440103' } }),
];
const filed = (accountId: string): Submission => ({
  accountId,
  period: '2026-10',
  revision: 1,
  figures: {},
  items: [
    {
      key: accountId,
      title: '@渡假村今日开放',
      publishedAt: '2026-10-01',
      headline: true,
      url: null,
    },
  ],
  enteredBy: 'x',
  enteredAt: '2026-11-02T00:00:00Z',
  sample: false,
});

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(
    accounts,
    accounts.map(({ id }) => filed(id)),
  );
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('nobody-there', 'supervisor', { kind: 'region', regionPrefix: '65' });
});
afterAll(() => cloud.close());

async function rowsOf(openid: string, action: ActionName, input: object) {
  const answer = await cloud.call(openid, action, input as never);
  if (!answer.ok) throw new Error(answer.error.message);
  const { url } = answer.data as { url: string };
  const read = readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  if (!read.ok) throw new Error(read.error.message);
  return (read.value.sheets[0]?.rows ?? []).map((row) => row.map(String));
}

describe.each<[ActionName, object]>([
  ['monitors.exportPostings', { by: 'gap' }],
  ['monitors.exportHits', { state: 'open' }],
  ['matrix.exportTable', {}],
])('%s', (action, input) => {
  test('holds what is in scope, and no cell that a program would run', async () => {
    const [head, ...rows] = await rowsOf('city', action, input);
    expect(head?.length).toBeGreaterThan(3);
    expect(rows.map(([name]) => name).sort()).toEqual([
      `'=HYPERLINK("http://a","点")`,
      '测试账号 plain',
    ]);
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  test('of a scope without accounts is its head alone', async () => {
    expect(await rowsOf('nobody-there', action, input)).toHaveLength(1);
  });
});

test('the registry comes in the columns of its template, and says of each account what is kept', async () => {
  const [head, ...rows] = await rowsOf('city', 'accounts.export', { query: 'plain' });
  expect(head?.slice(0, 4)).toEqual(['账号名称', '微信号', 'AppID', '类型']);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual(expect.arrayContaining(['测试账号 plain', '福建省福州市鼓楼区']));
});

test('who published a title comes as a table that says what it is not for', async () => {
  const asked = { title: '@渡假村今日开放', withinDays: 30 };
  const [, ...rows] = await rowsOf('city', 'monitors.exportPublished', asked);
  expect(rows.map(([, , day]) => day)).toEqual(['2026-10-01', '2026-10-01']);
});

test('the coverage of regions comes as a table, a line a county', async () => {
  const [, ...rows] = await rowsOf('city', 'matrix.exportMap', { region: '350100' });
  expect(rows.map(([name]) => name)).toContain('鼓楼区');
  expect(rows.map(([name]) => name)).not.toContain('市辖区');
});

test('a table of 100 000 rows comes in parts, none of them gathered twice or left out', async () => {
  const { rowsFrom, sheetPage } = await import('../../cloudfunctions/functions/shared/sheets');
  const all = 100_000;
  let asked = 0;
  const page = (cursor: string | undefined): Promise<Page<number>> => {
    asked += 1;
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: sheetPage }, (_, at) => from + at);
    return Promise.resolve({ items, next: from + sheetPage < all ? `${from + sheetPage}` : null });
  };
  const first = await rowsFrom(page, undefined);
  expect([first.rows.length, first.next, asked]).toEqual([5_000, '5000', 10]);
  const seen = new Set(first.rows);
  let parts = 1;
  for (let { next } = first; next !== null; parts += 1) {
    const part = await rowsFrom(page, next);
    for (const row of part.rows) seen.add(row);
    next = part.next;
  }
  expect([parts, seen.size, asked]).toEqual([20, all, all / sheetPage]);
});
