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

test('a table of 100 000 rows is refused with the way to do it, before it is gathered', async () => {
  const { everyRow, sheetPage } = await import('../../cloudfunctions/functions/shared/sheets');
  let asked = 0;
  const page = (cursor: string | undefined): Promise<Page<number>> => {
    asked += 1;
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: sheetPage }, (_, at) => from + at);
    const next = from + sheetPage < 100_000 ? String(from + sheetPage) : null;
    return Promise.resolve({ items, next });
  };
  await expect(everyRow(page)).rejects.toMatchObject({
    error: { code: 'too-large', message: expect.stringContaining('缩小范围') },
  });
  expect(asked).toBeLessThan(15);
});
