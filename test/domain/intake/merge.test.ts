import fc from 'fast-check';
import { conflictsWithItems } from '../../../cloudfunctions/domain/intake/conflicts';
import { figuresFor } from '../../../cloudfunctions/domain/intake/figures-for';
import { emptyIntake, type KeptIntake } from '../../../cloudfunctions/domain/intake/kept';
import { mergeIntake } from '../../../cloudfunctions/domain/intake/merge';
import type { ParsedExport } from '../../../typings/intake';
import { followers, notified, read, rowsOf } from './intake-fixtures';

const november = { from: '2026-11-01', to: '2026-11-30' };

function merged(...files: ParsedExport[]): KeptIntake {
  return files.reduce((kept, file) => mergeIntake(kept, file).kept, emptyIntake);
}

function kinds(...files: ParsedExport[]): string[] {
  const before = merged(...files.slice(0, -1));
  const last = files.at(-1);
  return last ? mergeIntake(before, last).conflicts.map(({ kind }) => kind) : [];
}

const anyNotified = fc
  .uniqueArray(
    fc.record({ day: fc.integer({ min: 1, max: 30 }), mid: fc.integer({ min: 1, max: 99 }) }),
    {
      minLength: 1,
      maxLength: 8,
      selector: ({ mid }) => mid,
    },
  )
  .chain((articles) =>
    fc
      .array(fc.nat(5000), { minLength: articles.length, maxLength: articles.length })
      .map((reads) =>
        articles.map(({ day, mid }, at): [number, number, number] => [day, reads[at] ?? 0, mid]),
      ),
  );

describe('mergeIntake', () => {
  it('changes nothing when the same file comes twice, and says so', () => {
    const file = notified([
      [3, 100, 1],
      [9, 50, 2],
    ]);
    const once = mergeIntake(emptyIntake, file);
    const twice = mergeIntake(
      once.kept,
      notified([
        [3, 100, 1],
        [9, 50, 2],
      ]),
    );
    expect(once).toMatchObject({ unchanged: false, message: null });
    expect(twice).toMatchObject({
      unchanged: true,
      message: expect.stringContaining('没有变化'),
      conflicts: [],
    });
    expect(twice.kept).toEqual(once.kept);
  });

  it('replaces an article by its later figures and never adds them', () => {
    const files = [
      notified([
        [3, 100, 1],
        [9, 50, 2],
      ]),
      notified([[3, 180, 1]]),
    ];
    expect(figuresFor(november, files).figures.reads?.value).toBe(230);
  });

  it('meets an article without a link by title and day', () => {
    const listed = notified([[4, 3100, 8]]);
    const rows = rowsOf('single-article-people').map((row) =>
      row.map((cell) => (cell === '图解一件事' ? '文章8' : cell)),
    );
    for (const files of [
      [listed, read(rows)],
      [read(rows), listed],
    ]) {
      const { figures, items } = figuresFor(november, files);
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ key: '8_1', wows: 21, likes: 66 });
      expect(figures.wows).toMatchObject({ value: 21, measure: 'people', source: 'file' });
      expect(figures.articles?.value).toBe(1);
    }
  });

  it('does not let a blank wipe out what an earlier file knew', () => {
    const known = read([
      ['内容标题', '发表日期', '阅读人数', '送达人数'],
      ['甲', '2026-11-01', 40, 9],
    ]);
    const blank = read([
      ['内容标题', '发表日期', '阅读人数', '送达人数'],
      ['甲', '2026-11-01', '-', 12],
    ]);
    expect(figuresFor(november, [known, blank]).items).toMatchObject([
      { reads: 40, delivered: 12 },
    ]);
  });

  it('is idempotent for any file', () => {
    fc.assert(
      fc.property(anyNotified, (articles) => {
        const file = notified(articles);
        const once = merged(file);
        const again = mergeIntake(once, file);
        expect(again.kept).toEqual(once);
        expect(again.unchanged).toBe(true);
      }),
    );
  });

  it('does not depend on the order of files that share nothing', () => {
    fc.assert(
      fc.property(anyNotified, anyNotified, fc.integer({ min: 1, max: 30 }), (one, two, day) => {
        const a = notified(one);
        const b = notified(two.map(([on, reads, mid]) => [on, reads, mid + 1000]));
        const c = followers([[day, 3, 1, 100]]);
        expect(merged(c, b, a)).toEqual(merged(a, b, c));
        expect(figuresFor(november, [c, b, a]).figures).toEqual(
          figuresFor(november, [a, b, c]).figures,
        );
      }),
    );
  });
});

describe('conflicts', () => {
  it('tells of a span that overlaps an earlier one of the same kind', () => {
    expect(
      kinds(
        followers([
          [1, 1, 0, 10],
          [5, 1, 0, 12],
        ]),
        followers([
          [5, 1, 0, 12],
          [9, 1, 0, 14],
        ]),
      ),
    ).toEqual(['overlap']);
    expect(kinds(followers([[1, 1, 0, 10]]), followers([[5, 1, 0, 12]]))).toEqual([]);
    expect(kinds(followers([[1, 1, 0, 10]]), notified([[1, 5, 1]]))).toEqual([]);
  });

  it('knows another account by its links', () => {
    expect(kinds(notified([[1, 5, 1]]), notified([[2, 5, 2]], 'MzB9'))).toContain('other-account');
  });

  it('suspects another account when the same days hold other articles', () => {
    const mine = [1, 2, 3, 4].map((day): [number, number, number] => [day, 10, day]);
    const other = mine.map(([day, reads, mid]): [number, number, number] => [
      day,
      reads,
      mid + 500,
    ]);
    expect(kinds(notified(mine, null), notified(other, null))).toContain('other-account');
    expect(kinds(notified(mine), notified(other))).not.toContain('other-account');
    expect(kinds(notified(mine, null), notified([...mine, [5, 10, 5]]))).not.toContain(
      'other-account',
    );
  });

  it('compares files with the articles of a stored submission', () => {
    const stored = notified(
      [
        [1, 10, 1],
        [2, 10, 2],
        [3, 10, 3],
      ],
      null,
    ).items;
    const same = notified(
      [
        [1, 20, 1],
        [2, 20, 2],
        [3, 20, 3],
      ],
      null,
    );
    const other = notified(
      [
        [1, 20, 71],
        [2, 20, 72],
        [3, 20, 73],
      ],
      null,
    );
    expect(conflictsWithItems(stored, [same])).toEqual([]);
    expect(conflictsWithItems(stored, [other])).toMatchObject([{ kind: 'other-account' }]);
  });

  it('suspects another account when the same days hold other followers', () => {
    const mine = followers([
      [1, 1, 0, 100],
      [2, 1, 0, 101],
      [3, 2, 0, 103],
    ]);
    const other = followers([
      [1, 9, 3, 900],
      [2, 8, 1, 907],
      [3, 7, 0, 914],
    ]);
    expect(kinds(mine, other)).toContain('other-account');
  });

  it('tells when reads have shrunk: the file is older than what is kept', () => {
    expect(
      kinds(
        notified([[1, 50, 1]]),
        notified([
          [1, 40, 1],
          [2, 1, 2],
        ]),
      ),
    ).toContain('changed-figure');
    expect(
      kinds(
        notified([[1, 40, 1]]),
        notified([
          [1, 50, 1],
          [2, 1, 2],
        ]),
      ),
    ).not.toContain('changed-figure');
  });
});

describe('figuresFor', () => {
  it('takes the rows of the period alone, and tells of the others', () => {
    const file = read([
      ['内容标题', '发表日期', '阅读人数', '送达人数'],
      ['十月', '2026-10-31', 7, 1],
      ['首日', '2026-11-01', 10, 1],
      ['末日', '2026-11-30', 20, 1],
      ['腊月', '2026-12-01', 9, 1],
    ]);
    const { figures, items, conflicts } = figuresFor(november, [file]);
    expect(figures).toMatchObject({
      reads: { value: 30, measure: 'people', source: 'file', asOf: '2026-11-30' },
      articles: { value: 2, measure: null },
      maxReads: { value: 20 },
      longestGapDays: { value: 29 },
    });
    expect(items.map(({ title }) => title)).toEqual(['末日', '首日']);
    expect(conflicts).toEqual([
      {
        kind: 'outside-period',
        message: '有 2 篇文章不在 2026-11-01 至 2026-11-30 之内，没有计入本期',
      },
    ]);
  });

  it('gives no figure for a period that the file does not speak of', () => {
    const { figures, conflicts } = figuresFor({ from: '2026-12-01', to: '2026-12-31' }, [
      notified([[1, 5, 1]]),
    ]);
    expect(figures).toEqual({});
    expect(conflicts[0]?.message).toContain('文件里没有 2026-12-01 至 2026-12-31 的数据');
  });

  it('is as of the last day that a file speaks of', () => {
    const { figures } = figuresFor(november, [
      followers([
        [1, 1, 0, 10],
        [12, 2, 1, 11],
      ]),
    ]);
    expect(figures.followers).toEqual({
      value: 11,
      measure: 'people',
      source: 'file',
      asOf: '2026-11-12',
    });
    expect(figures.newFollowers?.value).toBe(3);
  });

  it('puts the lists of both tabs together in the 口径 that both have', () => {
    const { figures, conflicts } = figuresFor(november, [
      read(rowsOf('notified-16')),
      read(rowsOf('notified')),
    ]);
    expect(figures.reads).toMatchObject({ value: 102143, measure: 'people' });
    expect(conflicts).toEqual([]);
  });

  it('gives no sum over two 口径', () => {
    const times = read(rowsOf('mapped-articles'));
    const { figures, conflicts } = figuresFor(november, [times, notified([[2, 10, 1]])]);
    expect(figures.reads).toBeUndefined();
    expect(conflicts.map(({ kind }) => kind)).toContain('mixed-measure');
  });

  it('asks for the other tab when days count more articles than the lists hold', () => {
    const { warnings } = figuresFor(november, [read(rowsOf('tendency')), notified([[1, 10, 1]])]);
    expect(warnings.join()).toContain('后台显示本期发表 2 篇，文件里只有 1 篇');
    expect(warnings.join()).toContain('缺 28 天');
  });

  it('takes totals that a free table states as they are', () => {
    const { figures } = figuresFor(november, [read(rowsOf('mapped-totals'))]);
    expect(figures.reads).toEqual({
      value: 123456,
      measure: 'times',
      source: 'file',
      asOf: '2026-11-30',
    });
  });

  it('stores nothing that is shown only', () => {
    const { figures } = figuresFor(november, [read(rowsOf('notified'))]);
    expect(Object.keys(figures)).not.toContain('delivered');
  });
});
