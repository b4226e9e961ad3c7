import type { RecommendOptions } from '../../../cloudfunctions/domain/modes';
import { parseFacts, recommend, whatIf } from '../../../cloudfunctions/domain/modes';
import { modeModel1 } from '../../../cloudfunctions/domain/modes/mode-model-1.data';
import type { ModeFacts } from '../../../typings/modes';
import type { Recommendation } from '../../../typings/recommendation';
import cases from '../../vectors/modes/cases.json';

function recommended(facts: ModeFacts, options: RecommendOptions = {}): Recommendation {
  const answer = recommend(facts, { samples: 2000, ...options });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function factsOf(name: string): ModeFacts {
  const found = cases.find((entry) => entry.name === name);
  const facts = parseFacts(found?.facts);
  if (!facts.ok) throw new Error(facts.error.message);
  return facts.value;
}

const codes = (answer: Recommendation, mode: string) =>
  answer.ranking.find((entry) => entry.mode === mode)?.blockedBy.map(({ code }) => code);

describe('recommend', () => {
  it('is tried on at least 24 described cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
    expect(cases.every(({ why }) => why.length > 10)).toBe(true);
  });

  it.each(cases.map((entry) => [entry.name, entry.expected] as const))(
    'answers %s with %s',
    (name, expected) => {
      expect(recommended(factsOf(name)).recommended).toBe(expected);
    },
  );

  it('leaves every mode possible when nothing is known, and asks for people first', () => {
    const answer = recommended({});
    expect(
      answer.ranking.every(({ feasible, acceptability }) => feasible && acceptability > 0),
    ).toBe(true);
    expect(answer.recommended).toBeNull();
    expect(answer.askFirst[0]).toMatchObject({ fact: 'staff.fullTime', couldChange: true });
    expect(answer.askFirst.map(({ gain }) => gain)).toEqual(
      [...answer.askFirst.map(({ gain }) => gain)].sort((a, b) => b - a),
    );
  });

  it('asks nothing more once everything is known', () => {
    const full: ModeFacts = {
      ...factsOf('县政府办，人少钱够、内容公开'),
      vendors: { available: 4, switchingCost: 'medium', record: 'good' },
    };
    expect(recommended(full).askFirst).toEqual([]);
  });

  it.each<[string, ModeFacts, string, string]>([
    ['no-budget', { budgetYuan: 0 }, 'delegated', 'no-budget'],
    ['no-budget', { budgetYuan: 0 }, 'collaborative', 'no-budget'],
    ['no-officer', { supervision: { namedOfficer: false } }, 'delegated', 'no-officer'],
    ['restricted', { sensitivity: 'restricted' }, 'delegated', 'restricted-content'],
    [
      'internal without own review',
      { sensitivity: 'internal', finalReview: 'vendor' },
      'delegated',
      'internal-without-review',
    ],
    [
      'too few people',
      { staff: { fullTime: 0, partTime: 1 }, workload: { postsPerWeek: 10, repliesPerDay: 5 } },
      'independent',
      'too-few-people',
    ],
    [
      'too little money',
      { level: 'county', budgetYuan: 60_000 },
      'delegated',
      'budget-below-operation',
    ],
    [
      'hardly any money',
      { level: 'county', budgetYuan: 5000 },
      'collaborative',
      'budget-below-technology',
    ],
  ])('blocks by %s: %j', (_, facts, mode, code) => {
    const answer = recommended(facts);
    expect(codes(answer, mode)).toEqual([code]);
    const entry = answer.ranking.find((ranked) => ranked.mode === mode);
    expect(entry).toMatchObject({ feasible: false, acceptability: 0 });
    expect(entry?.blockedBy[0]?.source).not.toBe('');
  });

  it('does not block internal content that the agency reviews itself', () => {
    const answer = recommended({ sensitivity: 'internal', finalReview: 'government' });
    expect(codes(answer, 'delegated')).toEqual([]);
  });

  it('asks whether a tiny budget was meant in 万元, and blocks nothing on it', () => {
    const answer = recommended({ level: 'county', budgetYuan: 34 });
    const question = answer.askFirst.find(({ fact }) => fact === 'budgetYuan');
    expect(question?.question).toContain('34 万元');
    expect(answer.ranking.every(({ feasible }) => feasible)).toBe(true);
  });

  it('leans to closing when nothing is feasible, with steps', () => {
    const answer = recommended(factsOf('全无条件的乡镇号'));
    expect(answer.ranking.every(({ feasible }) => !feasible)).toBe(true);
    expect(answer.disposal.leaning).toBe('close');
    expect(answer.disposal.steps.length).toBeGreaterThan(3);
  });

  it('gives at most three reasons each way, strongest first, from known facts only', () => {
    for (const { for: pros, against } of recommended(factsOf('市交警，服务为主，缺系统开发'))
      .ranking) {
      expect(pros.length).toBeLessThanOrEqual(3);
      expect(pros.every(({ contribution }) => contribution > 0)).toBe(true);
      expect(against.every(({ contribution }) => contribution < 0)).toBe(true);
      const sizes = pros.map(({ contribution }) => contribution);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    expect(recommended({}).ranking.every((mode) => mode.for.length === 0)).toBe(true);
    const onlyMoney = recommended({ budgetYuan: 0 }).ranking.flatMap((mode) => mode.for);
    expect(onlyMoney.every(({ criterion }) => criterion === 'money')).toBe(true);
  });

  it('keeps the duties with the agency whenever something is to be bought', () => {
    const bought = recommended(factsOf('县政府办，人少钱够、内容公开'));
    expect(bought.duties.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['reviewBeforePublishing', 'qualificationCheck']),
    );
    expect(recommended(factsOf('中央机关，团队齐备')).duties).toEqual([]);
  });

  it('names changes that really flip the answer', () => {
    const facts = factsOf('有钱没人监督');
    const base = recommended(facts);
    expect(base.counterfactuals.length).toBeGreaterThan(0);
    for (const { changes, recommended: then } of base.counterfactuals) {
      expect(then).not.toBe(base.recommended);
      expect(changes.every(({ fact }) => fact !== 'level')).toBe(true);
    }
    const officer = base.counterfactuals.find(({ changes }) =>
      changes.some(({ fact }) => fact === 'supervision.namedOfficer'),
    );
    expect(officer?.recommended).toBe('delegated');
    const after = recommended({
      ...facts,
      supervision: { ...facts.supervision, namedOfficer: true },
    });
    expect(after.recommended).toBe('delegated');
  });

  it('reports contradictory facts without using them', () => {
    const answer = recommended({ purchases: ['operation'], budgetYuan: 0 });
    expect(answer.contradictions.map(({ text }) => text)).toEqual(['填了没有预算，却购买了服务']);
  });

  it('refuses a bad seed, number of samples and weights', () => {
    const codeOf = (options: RecommendOptions) => {
      const answer = recommend({}, options);
      return answer.ok ? null : answer.error.code;
    };
    expect(codeOf({ seed: 0.5 })).toBe('invalid');
    expect(codeOf({ samples: 0 })).toBe('invalid');
    expect(codeOf({ samples: 1e9 })).toBe('invalid');
    expect(codeOf({ weights: {} })).toBe('invalid');
    expect(codeOf({ weights: { people: 0, money: 0 } })).toBe('invalid');
    expect(codeOf({ weights: { people: -1, money: 2 } })).toBe('invalid');
  });

  it('follows the user’s own weights, whatever their scale', () => {
    const facts = factsOf('各项居中的县级部门');
    const byMoney = recommended(facts, { weights: { people: 1, vendors: 1 } });
    const scaled = recommended(facts, { weights: { people: 50, vendors: 50 } });
    expect(scaled.ranking).toEqual(byMoney.ranking);
    expect(byMoney.ranking).not.toEqual(recommended(facts).ranking);
  });

  it('keeps every weight within the model’s interval', () => {
    const { ranking } = recommended({}, { model: modeModel1 });
    for (const { centralWeights } of ranking) {
      const sum = Object.values(centralWeights ?? {}).reduce((total, weight) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 9);
      for (const { id, weight } of modeModel1.criteria) {
        expect(centralWeights?.[id]).toBeGreaterThanOrEqual(weight[0]);
        expect(centralWeights?.[id]).toBeLessThanOrEqual(weight[1]);
      }
    }
  });
});

describe('whatIf', () => {
  it('sets both rankings side by side under the same draws', () => {
    const facts = factsOf('有钱没人监督');
    const same = whatIf(facts, facts);
    expect(same).toMatchObject({ ok: true, value: { text: expect.stringContaining('推荐不变') } });
    const changed = whatIf(facts, { ...facts, budgetYuan: 0 });
    expect(changed).toMatchObject({
      ok: true,
      value: { recommendedBefore: 'collaborative', recommendedAfter: null },
    });
  });
});

test('a reason rests on all that it speaks of', () => {
  const said = (facts: ModeFacts) =>
    recommended(facts).ranking.flatMap((mode) =>
      [...mode.for, ...mode.against].map(({ criterion }) => criterion),
    );
  const people: ModeFacts = {
    staff: { fullTime: 9, partTime: 0 },
    workload: { postsPerWeek: 3, repliesPerDay: 2 },
  };
  expect(said(people)).toContain('people');
  expect(said({ ...people, workload: { postsPerWeek: 3 } })).not.toContain('people');
  expect(said({ supervision: { namedOfficer: true } })).not.toContain('supervision');
  expect(said({ supervision: { namedOfficer: true, measurability: 'high' } })).toContain(
    'supervision',
  );
});
