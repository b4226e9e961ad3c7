import { parseFacts, sensitivity } from '../../../cloudfunctions/domain/modes';
import { knownFacts, withoutFact } from '../../../cloudfunctions/domain/modes/without-fact';
import cases from '../../vectors/modes/cases.json';

const factsOf = (name: string) => {
  const facts = parseFacts(cases.find((entry) => entry.name === name)?.facts);
  if (!facts.ok) throw new Error(facts.error.message);
  return facts.value;
};

describe('sensitivity', () => {
  it('tries each weight and constant both ways, and each known fact', () => {
    const facts = factsOf('有钱没人监督');
    const table = sensitivity(facts, { samples: 300 });
    if (!table.ok) throw new Error(table.error.message);
    const { weights, constants, facts: removed, recommended } = table.value;
    expect(recommended).toBe('collaborative');
    expect(weights).toHaveLength(20);
    expect(constants).toHaveLength(20);
    expect(removed.map(({ fact }) => fact)).toEqual(knownFacts(facts));
    expect(weights.every(({ shift }) => shift >= 0 && shift <= 1)).toBe(true);
  });

  it('shows a weight to matter where the modes are close', () => {
    const table = sensitivity(factsOf('各项居中的县级部门'), { samples: 1000 });
    const people = table.ok ? table.value.weights.filter((row) => row.criterion === 'people') : [];
    expect(Math.max(...people.map(({ shift }) => shift))).toBeGreaterThan(0.02);
  });

  it('shows the fact that blocks to matter', () => {
    const table = sensitivity(
      { budgetYuan: 0, staff: { fullTime: 2 }, workload: { postsPerWeek: 3, repliesPerDay: 1 } },
      { samples: 500 },
    );
    const budget = table.ok ? table.value.facts.find(({ fact }) => fact === 'budgetYuan') : null;
    expect(budget?.shift).toBeGreaterThan(0.05);
  });
});

describe('withoutFact', () => {
  it('forgets one fact and keeps the rest', () => {
    const facts = { name: 'x', level: 'county', staff: { fullTime: 1, partTime: 2 } } as const;
    expect(knownFacts(facts)).toEqual(['level', 'staff.fullTime', 'staff.partTime']);
    expect(knownFacts(withoutFact(facts, 'staff.fullTime'))).toEqual(['level', 'staff.partTime']);
    expect(knownFacts(withoutFact(facts, 'level'))).toEqual(['staff.fullTime', 'staff.partTime']);
  });
});
