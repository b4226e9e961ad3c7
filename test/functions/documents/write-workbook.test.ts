import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { streamWorkbook, writeWorkbook } from '../../../cloudfunctions/platform/write-workbook';
import type { SheetCell, SheetModel } from '../../../typings/documents';

const asText = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

async function cellsOf(rows: SheetCell[][], columns = [{ title: '一' }, { title: '二' }]) {
  const bytes = await writeWorkbook([{ name: '表', columns, rows }]);
  const sheet = read(bytes, { type: 'buffer', cellFormula: true }).Sheets.表 ?? {};
  return Object.entries(sheet).filter(([key]) => !key.startsWith('!'));
}

test('no text becomes a formula, whatever it is', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0=', ' ='), fc.string())
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (rows) => {
      for (const [, cell] of await cellsOf(rows)) {
        expect(cell.f).toBeUndefined();
        expect(cell.t).toBe('s');
        expect(String(cell.v)).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a title is as harmless as a cell', async () => {
  const [[, title] = []] = await cellsOf([], [{ title: '=1+1' }, { title: '@' }]);
  expect(title).toMatchObject({ t: 's', v: "'=1+1" });
});

test('text that is no formula comes back as it was', async () => {
  const texts = ['家在鼓楼', '<a href="x">&amp;</a>', '_x003D_1', ' 前后空 ', '10万+', '😀'];
  const cells = await cellsOf(texts.map((text) => [text, null]));
  expect(cells.slice(2).map(([, { v }]) => v)).toEqual(texts);
});

test('numbers stay numbers, in their format; nothing stays empty', async () => {
  const columns = [
    { title: '率', format: 'percent' as const },
    { title: '数', format: 'integer' as const },
  ];
  const cells = await cellsOf(
    [
      [0.256, -12_345],
      [null, Number.NaN],
    ],
    columns,
  );
  expect(cells.slice(2)).toEqual([
    ['A2', expect.objectContaining({ t: 'n', v: 0.256, w: '25.6%' })],
    ['B2', expect.objectContaining({ t: 'n', v: -12_345, w: '-12,345' })],
  ]);
});

test('several sheets keep apart, under names that a program takes', async () => {
  const sheet = (name: string): SheetModel => ({
    name,
    columns: [{ title: name }],
    rows: [[name]],
  });
  const names = ['2026/11', '2026/11', '', 'x'.repeat(40)];
  const book = read(await writeWorkbook(names.map(sheet)), { type: 'buffer' });
  expect(book.SheetNames).toEqual(['2026 11', '2026 11 (2)', ' (3)', 'x'.repeat(31)]);
  expect(
    book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name] ?? {}).length),
  ).toEqual([1, 1, 1, 1]);
});

test('the titles stay in sight and the columns have their width', async () => {
  const columns = [{ title: '账号', width: 31 }, { title: '传播指数' }];
  const parts = unzipSync(await writeWorkbook([{ name: '表', columns, rows: [] }]));
  const xml = asText(parts['xl/worksheets/sheet1.xml']);
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<col min="1" max="1" width="31" customWidth="1"/>');
  expect(xml).toContain('<col min="2" max="2" width="10" customWidth="1"/>');
});

test('a hundred thousand rows pass through without staying', async () => {
  const count = 100_000;
  async function* rows(): AsyncGenerator<SheetCell[]> {
    for (let at = 0; at < count; at += 1) yield [`账号${at}`, at, at / 7, '福建省福州市鼓楼区'];
  }
  const columns = ['名称', '名次', '指数', '地域'].map((title) => ({ title }));
  globalThis.gc?.();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let bytes = 0;
  for await (const piece of streamWorkbook([{ name: '榜单', columns, rows: rows() }])) {
    bytes += piece.length;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(most).toBeLessThan(64 * 1024 * 1024);
}, 60_000);

test('more rows than a program opens are refused', async () => {
  function* rows(): Generator<SheetCell[]> {
    for (let at = 0; at < 1_048_576; at += 1) yield [];
  }
  const sheet = { name: '表', columns: [{ title: '一' }], rows: rows() };
  const drain = async () => {
    for await (const _ of streamWorkbook([sheet]));
  };
  await expect(drain()).rejects.toThrow(RangeError);
}, 60_000);
