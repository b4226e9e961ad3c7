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
