import fc from 'fast-check';
import type { Cell, ParsedExport } from '../../../typings/intake';
import { read, readGrid, rowsOf, vectors } from './intake-fixtures';

function dates(file: ParsedExport): (string | null)[] {
  return file.items.map(({ publishedAt }) => publishedAt);
}

describe('each layout', () => {
  it.each(vectors())('$name', ({ rows, expected }) => {
    expect(read(rows)).toMatchObject(expected);
  });

  it.each(vectors())('$name has exactly the metrics that it can give', ({ rows, expected }) => {
    const metrics = read(rows).metrics;
    const sure = Object.keys(expected.metrics ?? {});
    const derived = /^(max|headline)(Reads|Shares|Likes|Wows|Count)$|^longestGapDays$|^pushes$/;
    expect(
      Object.keys(metrics)
        .filter((name) => !derived.test(name))
        .sort(),
    ).toEqual(sure.filter((name) => !derived.test(name)).sort());
  });

  it.each(vectors())('$name stands the same below titles, beside a blank column', ({ rows }) => {
    const moved = [['导出说明'], [], ...rows.map((row): Cell[] => [null, ...row])];
    const { metrics, items, layout } = read(moved);
    const before = read(rows);
    expect({ metrics, layout }).toEqual({ metrics: before.metrics, layout: before.layout });
    expect(items.map((item) => item.reads)).toEqual(before.items.map((item) => item.reads));
  });

  it.each(['notified-16', 'unnotified', 'traffic', 'user-analysis', 'message'])(
    '%s stands the same with its columns in another order',
    (name) => {
      const rows = rowsOf(name);
      const width = Math.max(...rows.map((row) => row.length));
      const turned = rows.map((row) =>
        Array.from({ length: width }, (_, at) => row[width - 1 - at] ?? null),
      );
      expect(read(turned).metrics).toEqual(read(rows).metrics);
    },
  );
});

describe('what is missing', () => {
  it('names the metrics that the indices need and the file lacks', () => {
    const { missing } = read(rowsOf('notified-16'));
    expect(missing).toEqual(expect.arrayContaining(['wows', 'likes', 'comments', 'followers']));
    expect(missing).not.toContain('reads');
    expect(missing).not.toContain('longestGapDays');
  });

  it('asks for what it is told to', () => {
    const { missing } = read(rowsOf('user-analysis'), { wanted: ['followers', 'openFindings'] });
    expect(missing).toEqual(['openFindings']);
  });

  it('counts a column without a single figure as missing', () => {
    const rows: Cell[][] = [
      ['时间', '新关注人数', '取消关注人数', '累积关注人数'],
      ['2026-11-01', 3, 1, '-'],
    ];
    const file = read(rows, { wanted: ['followers', 'lostFollowers'] });
    expect(file.metrics.followers).toEqual({ value: null, measure: 'people' });
    expect(file.missing).toEqual(['followers']);
  });
});

describe('warnings', () => {
  const header = ['内容标题', '发表日期', '阅读人数', '送达人数'];

  it('names row and column of a figure that is none, and leaves it out', () => {
    const file = read([header, ['甲', '2026-11-01', '很多', 9], ['乙', '2026-11-02', '5', 9]]);
    expect(file.warnings).toContain('第 2 行「阅读人数」“很多”不是有效的数字，按未知处理');
    expect(file.metrics.reads).toEqual({ value: 5, measure: 'people', estimated: true });
  });

  it('names the row of a date that does not exist', () => {
    const file = read([header, ['甲', '2026-02-30', 4, 9], ['乙', '2026-11-02', 5, 9]]);
    expect(file.warnings.join()).toContain('第 2 行「发表日期」“2026-02-30”不是有效的日期');
    expect(dates(file)).toEqual(['2026-11-02', null]);
  });

  it('counts no row without a date, as it says, and marks what the rest come to', () => {
    const file = read([header, ['甲', '2026-02-30', 4, 9], ['乙', '2026-11-02', 5, 9]]);
    expect(file.metrics).toMatchObject({
      articles: { value: 1, estimated: true },
      reads: { value: 5, estimated: true },
      maxReads: { value: 5, estimated: true },
    });
    expect(file.warnings.join()).toContain('这篇文章不计入任何周期');
    const whole = read([header, ['乙', '2026-11-02', 5, 9]]);
    expect(whole.metrics.articles).toEqual({ value: 1, measure: null });
  });

  it('counts every row of a table that has no dates at all', () => {
    const file = read([
      ['标题', '阅读量'],
      ['甲', 4],
      ['乙', 5],
    ]);
    expect(file.metrics).toMatchObject({ articles: { value: 2 }, reads: { value: 9 } });
  });

  it('marks the best of a column with blanks as it does the sum, and names both', () => {
    const file = read([header, ['甲', '2026-11-01', '-', 9], ['乙', '2026-11-02', 5, 9]]);
    expect(file.metrics.maxReads).toEqual({ value: 5, measure: 'people', estimated: true });
    expect(file.warnings[0]).toContain('总阅读数、最高阅读数');
    expect(file.metrics.articles?.estimated).toBeUndefined();
  });

  it('says that 10万+ is a floor', () => {
    const file = read([header, ['甲', '2026-11-01', '10万+', 9]]);
    expect(file.metrics.reads).toEqual({ value: 100001, measure: 'people', estimated: true });
    expect(file.metrics.maxReads?.estimated).toBe(true);
    expect(file.warnings.join()).toContain('第 2 行「阅读人数」“10万+”只是下限，按 100001 计');
  });

  it('adds channels up only where there is no 全部 row, and says that this is an estimate', () => {
    const rows: Cell[][] = [
      ['日期', '渠道', '阅读人数'],
      ['2026-11-01', '朋友圈', 60],
      ['2026-11-01', '推荐', 50],
    ];
    const file = read(rows);
    expect(file.metrics.reads).toEqual({ value: 110, measure: 'people', estimated: true });
    expect(file.warnings.join()).toContain('没有「全部」渠道的数据');
    const whole = read([...rows, ['2026-11-01', '全部', 80]]);
    expect(whole.metrics.reads).toEqual({ value: 80, measure: 'people' });
  });

  it('reads a copied row once, and keeps two articles of one title and day apart', () => {
    const copied = read([header, ['甲', '2026-11-01', 4, 9], ['甲', '2026-11-01', 4, 9]]);
    expect(copied.metrics.reads?.value).toBe(4);
    expect(copied.warnings.join()).toContain('第 3 行与前面的一行完全相同');
    const namesakes = read([header, ['甲', '2026-11-01', 4, 9], ['甲', '2026-11-01', 6, 9]]);
    expect(namesakes.metrics.articles?.value).toBe(2);
    expect(namesakes.metrics.reads?.value).toBe(10);
    expect(namesakes.warnings.join()).toContain('第 3 行「甲」与前面一篇同题同日');
  });

  it('keeps the first fifty of many', () => {
    const rows = Array.from({ length: 80 }, (_, at): Cell[] => [`文${at}`, '2026-11-01', 'x', 1]);
    const { warnings } = read([header, ...rows]);
    expect(warnings.at(-1)).toBe('另有 30 条类似的提醒');
    expect(warnings.length).toBeLessThan(55);
  });
});

describe('untrusted text', () => {
  it('keeps neither control characters nor foreign links', () => {
    const header = ['内容标题', '发表日期', '阅读人数', '送达人数', '内容url'];
    const file = read([
      header,
      ['=cmd()\u0000\u202e坏', '2026-11-01', 1, 1, 'javascript:alert(1)'],
    ]);
    expect(file.items[0]).toMatchObject({ title: '=cmd() 坏', url: null });
  });
});

describe("an agency's own table", () => {
  it('reads bare words as 次数', () => {
    const file = read([
      ['标题', '日期', '阅读', '点赞', '在看', '转发', '收藏', '评论'],
      ['甲', '2026-11-01', '1.2万', 5, 4, 3, 2, 1],
    ]);
    expect(file.metrics).toMatchObject({
      reads: { value: 12000, measure: 'times', estimated: true },
      likes: { value: 5, measure: 'times' },
      wows: { value: 4, measure: 'times' },
      shares: { value: 3, measure: 'times' },
      favourites: { value: 2, measure: 'times' },
      comments: { value: 1, measure: null },
    });
  });
});

describe('column mapping', () => {
  const rows: Cell[][] = [
    ['文章名', '日子', '浏览', '备注'],
    ['甲', '2026-11-01', 100, '-'],
    ['乙', '2026-11-02', 50, '-'],
  ];
  const mapping = [
    { column: 0, header: '文章名', field: 'title' as const, measure: null },
    { column: 1, header: '日子', field: 'publishedAt' as const, measure: null },
    { column: 2, header: '浏览', field: 'reads' as const, measure: 'times' as const },
    { column: 3, header: '备注', field: null, measure: null },
  ];

  it('reads a table by the columns that the user chose', () => {
    expect(readGrid(rows)).toMatchObject({ ok: false, error: { reason: 'unknown-layout' } });
    expect(read(rows, { mapping })).toMatchObject({
      layout: 'mapped',
      metrics: { reads: { value: 150, measure: 'times' }, articles: { value: 2 } },
    });
  });

  it('refuses a mapping that belongs to another file', () => {
    const other = [['名称', '日子', '浏览'], ...rows.slice(1)];
    expect(readGrid(other, { mapping })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('takes the row of the account from a list of many', () => {
    const list: Cell[][] = [
      ['公众号', '总阅读数', '总点赞数'],
      ['甲发布', 10, 1],
      ['乙发布', 20, 2],
    ];
    expect(read(list, { accountName: '乙发布' }).metrics.reads?.value).toBe(20);
    expect(readGrid(list)).toMatchObject({ ok: false });
  });
});

describe('what is no export', () => {
  it.each([
    [
      'an unknown layout',
      [
        ['姓名', '电话'],
        ['张三', '1'],
      ],
      'unknown-layout',
    ],
    ['no cells', [], 'unknown-layout'],
    ['headers alone', [['时间', '新关注人数', '取消关注人数', '累积关注人数']], 'no-rows'],
  ])('%s', (_, rows, reason) => {
    const result = readGrid(rows);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid', reason } });
    expect(!result.ok && result.error.message).toMatch(/请/);
  });

  it('never throws, and gives only whole numbers from 0 up, whatever the cells hold', () => {
    const headers = vectors().flatMap(({ rows }) =>
      rows.flat().filter((cell) => typeof cell === 'string'),
    );
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<Cell>(...headers) },
      fc.constantFrom<Cell>('2026-11-01', '全部', '-', '10万+', '合计', 5, 1e300, -1, Number.NaN),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constant(null),
    );
    const grid = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(grid, (rows) => {
        const result = readGrid(rows);
        if (!result.ok) return;
        for (const reading of Object.values(result.value.metrics)) {
          const { value } = reading;
          expect(value === null || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
