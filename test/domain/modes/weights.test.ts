import { modeModel1, parseWeights, weightsFromPairs } from '../../../cloudfunctions/domain/modes';
import type { PairwiseJudgement } from '../../../typings/recommendation';

describe('parseWeights', () => {
  it('brings any scale to a sum of 1; what is left out weighs nothing', () => {
    const parsed = parseWeights({ people: 3, money: 1 }, modeModel1);
    expect(parsed).toMatchObject({ ok: true, value: { people: 0.75, money: 0.25, stage: 0 } });
  });

  it.each<[Record<string, number>, string]>([
    [{ people: -1 }, 'weights.people'],
    [{ people: Number.POSITIVE_INFINITY }, 'weights.people'],
    [{ luck: 1 }, 'weights.luck'],
    [{ people: 0 }, 'weights'],
    [{}, 'weights'],
  ])('refuses %j', (weights, field) => {
    const parsed = parseWeights(weights, modeModel1);
    expect(parsed.ok ? {} : parsed.error.fields).toHaveProperty([field]);
  });
});

describe('weightsFromPairs', () => {
  const judged = (judgements: PairwiseJudgement[]) => {
    const answer = weightsFromPairs(judgements, modeModel1);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };

  it('recovers the weights behind consistent judgements', () => {
    const answer = judged([
      { over: 'people', under: 'money', ratio: 2 },
      { over: 'money', under: 'stage', ratio: 2 },
      { over: 'people', under: 'stage', ratio: 4 },
    ]);
    expect(answer.weights.people).toBeCloseTo(4 / 7, 6);
    expect(answer.weights.money).toBeCloseTo(2 / 7, 6);
    expect(answer.weights.stage).toBeCloseTo(1 / 7, 6);
    expect(answer.consistencyRatio).toBeCloseTo(0, 6);
    expect(answer).toMatchObject({ consistent: true, reconsider: null });
  });

  it('matches a hand-worked inconsistent matrix (1, 3, 5; 1, 3) of ratio 0.033', () => {
    const answer = judged([
      { over: 'people', under: 'money', ratio: 3 },
      { over: 'money', under: 'stage', ratio: 3 },
      { over: 'people', under: 'stage', ratio: 5 },
    ]);
    expect(answer.consistencyRatio).toBeCloseTo(0.033, 3);
    expect(answer.weights.people).toBeCloseTo(0.637, 3);
  });

  it('names the judgement to reconsider in a circle', () => {
    const circle: PairwiseJudgement[] = [
      { over: 'people', under: 'money', ratio: 5 },
      { over: 'money', under: 'stage', ratio: 5 },
      { over: 'stage', under: 'people', ratio: 5 },
    ];
    const answer = judged(circle);
    expect(answer.consistent).toBe(false);
    expect(circle).toContainEqual(answer.reconsider);
  });

  it.each<[string, PairwiseJudgement[]]>([
    ['nothing', []],
    ['a pair with itself', [{ over: 'people', under: 'people', ratio: 2 }]],
    [
      'a pair asked twice',
      [
        { over: 'people', under: 'money', ratio: 2 },
        { over: 'money', under: 'people', ratio: 2 },
      ],
    ],
    ['a ratio off the scale', [{ over: 'people', under: 'money', ratio: 12 }]],
  ])('refuses %s', (_, judgements) => {
    expect(weightsFromPairs(judgements, modeModel1)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });
});
