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
    ['标题', '阅读人数', '阅读完成率'],
  ],
  [
    'a measure above what it counts',
    [
      ['标题', '人数', null, '次数', null],
      [null, '阅读', '分享', '阅读', '分享'],
    ],
    ['标题', '阅读人数', '分享人数', '阅读次数', '分享次数'],
  ],
  [
    'a measure that repeats its unit in brackets',
    [
      ['标题', '阅读', null, '分享', null],
      [null, '人数(人)', '次数（次）', '人数 (人)', '次数【次】'],
    ],
    ['标题', '阅读人数', '阅读次数', '分享人数', '分享次数'],
  ],
  [
    'what becomes of followers, below their word',
    [
      ['日期', '关注人数', null, null],
      [null, '新增', '取消', '累计'],
    ],
    ['日期', '新增关注人数', '取消关注人数', '累计关注人数'],
  ],
  [
    'headers that are whole in the lower line',
    [
      ['标题', '阅读', null, '数据', null],
      [null, '阅读人数', '阅读次数', '分享人数', '分享次数'],
    ],
    ['标题', '阅读人数', '阅读次数', '分享人数', '分享次数'],
  ],
  [
    'a word for a group of figures',
    [
      ['标题', '阅读数据', null, '分享情况', null],
      [null, '人数', '次数', '人数', '次数'],
    ],
    ['标题', '阅读人数', '阅读次数', '分享人数', '分享次数'],
  ],
  [
    'what stands beside a group in the lower line alone',
    [
      ['阅读', null, null, null],
      ['人数', '次数', '发表日期', '点赞'],
    ],
    ['阅读人数', '阅读次数', '发表日期', '点赞'],
  ],
  [
    'of two metrics, one above the other, neither',
    [
      ['标题', '阅读', '分享'],
      [null, '人数', '阅读'],
    ],
    ['标题', '阅读人数', '分享阅读'],
  ],
])('joins %s', (_, rows, header) => {
  expect(withJoinedHeaders(rows)).toEqual([[], header]);
});

it('joins three lines as two, and leaves the rest of the table in its rows', () => {
  const rows: Cell[][] = [
    ['标题', '数据', null, null, null],
    [null, '阅读', null, '分享', null],
    [null, '人数', '次数', '人数', '次数'],
    ['一', 300, 420, 12, 15],
  ];
  const header = ['标题', '阅读人数', '阅读次数', '分享人数', '分享次数'];
  expect(withJoinedHeaders(rows)).toEqual([[], [], header, rows[3]]);
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
  ...[7, '7', '1,234', '10万+', '12.5%', '-', '2026-10-08'].map((figure): [string, Cell[][]] => [
    `a line with ${figure} in it`,
    [
      ['阅读', '分享'],
      ['人数', figure],
    ],
  ]),
  [
    'an article that is called as a header is, and has no figures',
    [
      ['标题', '阅读'],
      ['公众号', null],
    ],
  ],
  [
    'a title above its table',
    [
      ['十月内容数据', null],
      ['标题', '阅读'],
    ],
  ],
  [
    'two tables, one below the other',
    [
      ['一', 7],
      ['人数', '阅读'],
    ],
  ],
])('leaves %s alone', (_, rows) => {
  expect(withJoinedHeaders(rows)).toEqual(rows);
});
