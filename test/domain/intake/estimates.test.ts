import { figuresFor } from '../../../cloudfunctions/domain/intake/figures-for';
import type { Cell, ParsedExport } from '../../../typings/intake';
import type { MetricName } from '../../../typings/vocabulary';
import { followers, read } from './intake-fixtures';

const november = { from: '2026-11-01', to: '2026-11-30' };
const header = ['内容标题', '发表日期', '阅读人数', '送达人数'];

const list = (...rows: Cell[][]): ParsedExport => read([header, ...rows.map((row) => [...row, 9])]);

function estimated(...files: ParsedExport[]): MetricName[] {
  const { figures } = figuresFor(november, files);
  const names = Object.keys(figures) as MetricName[];
  return names.filter((name) => figures[name]?.estimated).sort();
}

const ofArticles = ['articles', 'longestGapDays', 'maxReads', 'reads'];

describe('what a file estimates stays marked in the figures of the period', () => {
  it('a sum and a maximum over blanks, but no count of articles', () => {
    const file = list(['甲', '2026-11-01', '-'], ['乙', '2026-11-02', 5]);
    expect(estimated(file)).toEqual(['maxReads', 'reads']);
    expect(figuresFor(november, [file]).figures.reads).toEqual({
      value: 5,
      measure: 'people',
      source: 'file',
      asOf: '2026-11-02',
      estimated: true,
    });
  });

  it('a floor or a rounded figure, of the period’s own rows alone', () => {
    const own = list(['甲', '2026-11-01', '10万+'], ['乙', '2026-11-02', 5]);
    const others = list(['甲', '2026-10-31', '10万+'], ['乙', '2026-11-02', 5]);
    expect(estimated(own)).toEqual(['maxReads', 'reads']);
    expect(estimated(list(['甲', '2026-11-01', '1.2万']))).toEqual(['maxReads', 'reads']);
    expect(estimated(others)).toEqual([]);
  });

  it('until a later file tells the figure whole; a blank in it does not', () => {
    const first = list(['甲', '2026-11-01', '10万+'], ['乙', '2026-11-02', 5]);
    const exact = list(['甲', '2026-11-01', 130_500]);
    const blank = list(['甲', '2026-11-01', '-']);
    expect(estimated(first, exact)).toEqual([]);
    expect(estimated(first, blank)).toEqual(['maxReads', 'reads']);
    expect(estimated(exact, first)).toEqual(['maxReads', 'reads']);
    const filled = list(['甲', '2026-11-01', 3]);
    expect(estimated(list(['甲', '2026-11-01', '-'], ['乙', '2026-11-02', 5]), filled)).toEqual([]);
  });

  it('days whose channels were added up, until the whole day is told', () => {
    const rows: Cell[][] = [
      ['日期', '渠道', '阅读人数'],
      ['2026-11-01', '朋友圈', 60],
      ['2026-11-01', '推荐', 50],
    ];
    const channels = read(rows);
    expect(estimated(channels)).toEqual(['reads']);
    expect(estimated(channels, read([...rows, ['2026-11-01', '全部', 80]]))).toEqual([]);
  });

  it('all that the others come to, where articles without a day were left out', () => {
    const file = list(['甲', '2026-02-30', 4], ['乙', '2026-11-02', 5]);
    expect(estimated(file, followers([[1, 1, 0, 10]]))).toEqual(ofArticles);
  });

  it('of a figure that stands for the last day, the last day alone', () => {
    const days = (first: Cell, last: Cell) =>
      read([
        ['时间', '新关注人数', '取消关注人数', '累积关注人数'],
        ['2026-11-01', 1, 0, first],
        ['2026-11-02', 1, 0, last],
      ]);
    expect(estimated(days('1.2万', 12_031))).toEqual([]);
    expect(estimated(days(12_031, '1.2万'))).toEqual(['followers']);
    expect(estimated(days('1.2万', '-'))).toEqual(['followers']);
  });

  it('totals that a free table states so', () => {
    const table = read([
      ['总阅读数', '最高阅读数', '总转发数'],
      [200_000, '10万+', 80],
    ]);
    expect(estimated(table)).toEqual(['maxReads']);
  });

  it('without a mark on the articles that are stored', () => {
    const { items } = figuresFor(november, [list(['甲', '2026-11-01', '10万+'])]);
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('estimated');
  });
});
