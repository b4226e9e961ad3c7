import { figuresFor } from '../../../cloudfunctions/domain/intake/figures-for';
import { followers, notified, read, rowsOf } from './intake-fixtures';

const november = { from: '2026-11-01', to: '2026-11-30' };

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
      longestGapDays: { value: 28 },
    });
    expect(items.map(({ title }) => title)).toEqual(['末日', '首日']);
    expect(conflicts).toEqual([
      {
        kind: 'outside-period',
        message: '有 2 篇文章不在 2026-11-01 至 2026-11-30 之内，没有计入本期',
      },
    ]);
  });

  it('counts the days after the last article, to where the figures reach', () => {
    const gapOf = (running?: { through?: string }) =>
      figuresFor(
        november,
        [
          notified([
            [2, 10, 1],
            [9, 10, 1],
          ]),
        ],
        running,
      ).figures.longestGapDays?.value;
    expect(gapOf()).toBe(21);
    expect(gapOf({})).toBe(6);
    expect(gapOf({ through: '2026-11-20' })).toBe(11);
    const days = read(rowsOf('tendency'));
    const byDay = (running?: object) =>
      figuresFor(november, [days], running).figures.longestGapDays?.value ?? 0;
    expect(byDay()).toBeGreaterThan(byDay({}));
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

  const messages = (given: ReturnType<typeof figuresFor>) =>
    given.conflicts.map(({ message }) => message).join();

  it('takes no totals from a list shorter than the articles that days count, and asks for the rest', () => {
    const list = notified([[1, 10, 1]]);
    const found = figuresFor(november, [read(rowsOf('tendency')), list]);
    expect(messages(found)).toContain('本期发表 2 篇，文件里只列出 1 篇');
    expect(messages(found)).toContain('缺 28 天');
    const daysAlone = figuresFor(november, [read(rowsOf('tendency'))]);
    expect(found.figures).toEqual(daysAlone.figures);
    expect(found.figures.articles?.value).toBe(2);
    expect(found.figures.maxReads).toBeUndefined();
    expect(found.items).toHaveLength(daysAlone.items.length + 1);
  });

  it('takes no maximum from a list shorter than the articles that a table of totals states', () => {
    const totals = read([
      ['发布篇数', '总阅读数'],
      [30, 9000],
    ]);
    const { figures } = figuresFor(november, [totals, notified([[1, 10, 1]])]);
    expect(figures).toEqual({
      articles: expect.objectContaining({ value: 30 }),
      reads: expect.objectContaining({ value: 9000 }),
    });
    const whole = read([
      ['发布篇数', '总阅读数'],
      [1, 9000],
    ]);
    expect(figuresFor(november, [whole, notified([[1, 10, 1]])]).figures).toMatchObject({
      articles: { value: 1 },
      maxReads: { value: 10 },
    });
  });

  it('misses no day that is still to come of a period that runs', () => {
    const days = followers([
      [1, 1, 0, 10],
      [2, 2, 1, 11],
    ]);
    expect(messages(figuresFor(november, [days]))).toContain('缺 28 天');
    expect(figuresFor(november, [days], {}).conflicts).toEqual([]);
  });

  it('counts no article without a date, and says so', () => {
    const file = read([
      ['内容标题', '发表日期', '阅读人数', '送达人数'],
      ['甲', '2026-11-01', 10, 1],
      ['乙', '', 20, 1],
    ]);
    const found = figuresFor(november, [file]);
    expect(found.figures).toMatchObject({ reads: { value: 10 }, articles: { value: 1 } });
    expect(found.conflicts).toEqual([
      { kind: 'incomplete', message: expect.stringContaining('有 1 篇文章没有有效的发表日期') },
    ]);
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
