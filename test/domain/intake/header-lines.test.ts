import fc from 'fast-check';
import { withJoinedHeaders } from '../../../cloudfunctions/domain/intake/header-lines';
import type { Cell } from '../../../typings/intake';
import { read, rowsOf } from './intake-fixtures';

/** Headers in two lines as a merged table gives them: a shared word once, what shares none above a blank. */
function inTwoLines(headers: readonly string[]): [Cell[], Cell[]] {
  const split = headers.map((header) => /^(.+)(人数|次数)$/.exec(header));
  const upper = headers.map((header, at): Cell => {
    const word = split[at]?.[1] ?? header;
    return word === split[at - 1]?.[1] ? null : word;
  });
  return [upper, split.map((found) => found?.[2] ?? null)];
}

it.each(['traffic', 'user-analysis', 'message', 'menu'])(
  '%s reads the same with its headers in two lines, wherever its columns stand',
  (name) => {
    const [header = [], ...rows] = rowsOf(name).filter((row) => row.length > 1);
    const columns = header.map((_, column) => column);
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (order) => {
        const moved = (cells: Cell[]) => order.map((column) => cells[column] ?? null);
        const [upper, lower] = inTwoLines(moved(header).map(String));
        const body = rows.map(moved);
        const { metrics, layout, from, to } = read([moved(header), ...body]);
        expect(read([upper, lower, ...body])).toMatchObject({ metrics, layout, from, to });
      }),
      { numRuns: 50 },
    );
  },
);

it('takes people for people and times for times where a bare word stands above', () => {
  const file = read([
    ['内容标题', '发表日期', '阅读', null, '分享', null],
    [null, null, '人数', '次数', '人数', '次数'],
    ['一', '2026-10-08', 300, 420, 12, 15],
    ['二', '2026-10-20', 100, 180, 4, 6],
  ]);
  expect(file.metrics).toMatchObject({
    reads: { value: 600, measure: 'times', other: { value: 400, measure: 'people' } },
    shares: { value: 21, measure: 'times', other: { value: 16, measure: 'people' } },
  });
  expect(file.items.map(({ title }) => title).sort()).toEqual(['一', '二']);
});

it.each<[what: string, rows: Cell[][], header: Cell[]]>([
  [
    'a word that ends with its own 量',
    [
      ['标题', '阅读量'],
      [null, '次数'],
    ],
    ['标题', '阅读次数'],
  ],
  [
    'headers that stand in the lower line alone',
    [
      ['阅读', null, null],
      ['人数', '次数', '标题'],
    ],
    ['阅读人数', '阅读次数', '标题'],
  ],
  [
    'a share that no index reads, beside what it does',
    [
      ['标题', '阅读', null],
      [null, '人数', '完成率'],
    ],
    ['标题', '阅读人数', '完成率'],
  ],
])('joins %s', (_, rows, header) => {
  expect(withJoinedHeaders(rows)).toEqual([[], header]);
});

it.each<[what: string, rows: Cell[][]]>([
  [
    'a single line of headers above figures',
    [
      ['标题', '阅读'],
      ['一', 3],
    ],
  ],
  [
    'an article that is called 人数',
    [
      ['标题', '作者'],
      ['人数', '甲'],
    ],
  ],
  ['words under nothing', [['人数', '次数']]],
  [
    'a line with figures in it',
    [
      ['阅读', '分享'],
      ['人数', 7],
    ],
  ],
])('leaves %s alone', (_, rows) => {
  expect(withJoinedHeaders(rows)).toEqual(rows);
});
