import { recommend } from '../../../cloudfunctions/domain/modes';
import type { ModeFacts } from '../../../typings/modes';
import type { OperatingMode } from '../../../typings/vocabulary';

function reasonsOf(facts: ModeFacts, mode: OperatingMode): string[] {
  const answer = recommend(facts, { samples: 1000 });
  if (!answer.ok) throw new Error(answer.error.message);
  const ranked = answer.value.ranking.find((one) => one.mode === mode);
  return [...(ranked?.for ?? []), ...(ranked?.against ?? [])].map(({ text }) => text);
}

describe('reasons', () => {
  it.each<[string, ModeFacts, string]>([
    [
      'public content',
      { sensitivity: 'public' },
      '内容性质：可以公开，内容不敏感，整体交出去也可以',
    ],
    [
      'people enough',
      { staff: { fullTime: 9, partTime: 0 }, workload: { postsPerWeek: 7, repliesPerDay: 5 } },
      '自有人手折合 9 人，工作约需 0.8 人，人手够用，不必与人合作',
    ],
    [
      'more money than technology costs',
      { level: 'prefectural', budgetYuan: 3_000_000 },
      '年预算 300 万元，超出合作所需，够买全部运营',
    ],
    ['too little money', { level: 'county', budgetYuan: 5000 }, '年预算 5000 元，不够合作所需'],
  ])('against collaborating say which other mode %s speaks for', (_, facts, reason) => {
    expect(reasonsOf(facts, 'collaborative')).toContain(reason);
  });

  it.each<[OperatingMode, ModeFacts['vendors'], string]>([
    ['delegated', { record: 'poor' }, '现在是完全委托型，现供应商履约较差，照旧有风险'],
    ['independent', { record: 'poor' }, '现在是完全委托型，现供应商履约较差，正好换一种做法'],
    [
      'delegated',
      { record: 'good' },
      '现在是完全委托型，现供应商履约良好，这就是现在的做法，不用转换',
    ],
    ['independent', { record: 'good' }, '现在是完全委托型，现供应商履约良好，改变做法有转换代价'],
    ['independent', { switchingCost: 'low' }, '现在是完全委托型，转换代价不大'],
  ])('by the cost of changing speak for or against %s after %j', (mode, vendors, reason) => {
    expect(reasonsOf({ currentMode: 'delegated', vendors }, mode)).toContain(reason);
  });

  it('do not rest on a budget that may have been meant in 万元', () => {
    const texts = (['independent', 'collaborative', 'delegated'] as const).flatMap((mode) =>
      reasonsOf({ level: 'county', budgetYuan: 34 }, mode),
    );
    expect(texts).toEqual([]);
  });
});
