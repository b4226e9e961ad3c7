import fc from 'fast-check';
import { operatingModes, recommend } from '../../../cloudfunctions/domain/modes';
import { draw } from '../../../cloudfunctions/domain/modes/draws';
import { modeModel1 } from '../../../cloudfunctions/domain/modes/mode-model-1.data';
import { type ModeModel, valueAt } from '../../../cloudfunctions/domain/modes/model';
import { acceptabilities } from '../../../cloudfunctions/domain/modes/ranking';
import { simulate } from '../../../cloudfunctions/domain/modes/simulate';
import type { ModeFacts } from '../../../typings/modes';
import type { OperatingMode } from '../../../typings/vocabulary';
import { arbitraryFacts } from './arbitrary-facts';

const runs = { numRuns: 1000 };

interface Standing {
  mode: OperatingMode;
  acceptability: number;
  feasible: boolean;
}

/** One set of draws for all cases: both sides of a comparison meet the same chances. */
const draws = draw(modeModel1, 7, 100);
const finerDraws = draw(modeModel1, 7, 1000);

function standings(facts: ModeFacts, under = draws, model: ModeModel = modeModel1): Standing[] {
  const simulation = simulate(facts, under, model);
  const shares = acceptabilities(simulation);
  return operatingModes.map((mode, index) => ({
    mode,
    acceptability: shares[index] ?? Number.NaN,
    feasible: (simulation.feasibleIn[index] ?? 0) > 0,
  }));
}

const shareOf = (modes: Standing[], mode: OperatingMode) =>
  modes.find((entry) => entry.mode === mode)?.acceptability ?? Number.NaN;

describe('acceptability', () => {
  it('sums to 1 over the feasible modes, or to 0 when there are none', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const before = standings(facts);
        const sum = before.reduce((total, { acceptability }) => total + acceptability, 0);
        expect(sum).toBeCloseTo(before.some(({ feasible }) => feasible) ? 1 : 0, 9);
        expect(before.every(({ feasible, acceptability }) => feasible || acceptability === 0)).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('of independent never falls with more of the agency’s own people', () => {
    const more = fc.integer({ min: 1, max: 20 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(
        arbitraryFacts,
        fc.constantFrom('fullTime', 'partTime'),
        fc.nat(16),
        more,
        (facts, kind, now, extra) => {
          const staffed = { ...facts, staff: { ...facts.staff, [kind]: now / 4 } };
          const grown = { ...facts, staff: { ...facts.staff, [kind]: now / 4 + extra } };
          expect(shareOf(standings(grown), 'independent')).toBeGreaterThanOrEqual(
            shareOf(standings(staffed), 'independent'),
          );
        },
      ),
      runs,
    );
  });

  it('of a bought mode is 0 without a budget', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const after = standings({ ...facts, budgetYuan: 0 });
        expect(shareOf(after, 'delegated')).toBe(0);
        expect(shareOf(after, 'collaborative')).toBe(0);
      }),
      runs,
    );
  });

  it('of delegation is 0 for content that may not leave the agency', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const after = standings({ ...facts, sensitivity: 'restricted' });
        expect(shareOf(after, 'delegated')).toBe(0);
      }),
      runs,
    );
  });

  it('does not depend on names, nor on the order of keys and lists', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.string(), (facts, name) => {
        const reversed: ModeFacts = {
          name,
          ...Object.fromEntries(Object.entries(facts).reverse()),
          purchases: facts.purchases && [...facts.purchases].reverse(),
          staff: facts.staff && {
            ...facts.staff,
            skills: facts.staff.skills && [...facts.staff.skills].reverse(),
          },
        };
        expect(standings(reversed)).toEqual(standings(facts));
      }),
      runs,
    );
  });

  it('does not depend on the order of criteria', () => {
    const turned = { ...modeModel1, criteria: [...modeModel1.criteria].reverse() };
    const turnedDraws = draw(turned, draws.seed, draws.samples);
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        expect(standings(facts, turnedDraws, turned)).toEqual(standings(facts));
      }),
      runs,
    );
  });

  it('moves little with a small change of a number, away from hard limits', () => {
    const steady: ModeFacts = {
      level: 'county',
      supervision: { namedOfficer: true, measurability: 'medium' },
      sensitivity: 'public',
      purchases: ['technology'],
    };
    const numbers = fc.record({
      people: fc.double({ min: 1.2, max: 4, noNaN: true }),
      budget: fc.double({ min: 150_000, max: 700_000, noNaN: true }),
      posts: fc.double({ min: 3, max: 12, noNaN: true }),
      force: fc.double({ min: 5, max: 95, noNaN: true }),
    });
    const factsOf = ({ people, budget, posts, force }: Record<string, number>): ModeFacts => ({
      ...steady,
      staff: { fullTime: people, partTime: 1 },
      budgetYuan: budget,
      workload: { postsPerWeek: posts, repliesPerDay: 5 },
      forces: { dissemination: force, service: 50, interaction: 50 },
    });
    fc.assert(
      fc.property(numbers, fc.constantFrom('people', 'budget', 'posts', 'force'), (at, changed) => {
        const near = { ...at, [changed]: at[changed] * 1.01 };
        const after = standings(factsOf(near), finerDraws);
        for (const { mode, acceptability } of standings(factsOf(at), finerDraws)) {
          expect(Math.abs(shareOf(after, mode) - acceptability)).toBeLessThan(0.1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('ranking', () => {
  it('is ordered, consistent with its answer, and the same for the same seed', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.integer(), (facts, seed) => {
        const answer = recommend(facts, { samples: 60, seed });
        if (!answer.ok) throw new Error(answer.error.message);
        const { ranking, recommended } = answer.value;
        const keys = ranking.map(({ feasible, acceptability }) => Number(feasible) + acceptability);
        expect(keys).toEqual([...keys].sort((a, b) => b - a));
        expect(
          ranking.every(({ feasible, blockedBy }) => feasible === (blockedBy.length === 0)),
        ).toBe(true);
        if (recommended !== null) expect(ranking[0]?.mode).toBe(recommended);
        expect(recommend(facts, { samples: 60, seed })).toEqual(answer);
      }),
      { numRuns: 150 },
    );
  });
});

describe('mode-model-1', () => {
  it('has weight intervals that some vector of sum 1 meets', () => {
    const low = modeModel1.criteria.reduce((sum, { weight }) => sum + weight[0], 0);
    const high = modeModel1.criteria.reduce((sum, { weight }) => sum + weight[1], 0);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });

  it('keeps all values within 0 and 1, on rising measures, with a source for each criterion', () => {
    for (const { shape, source } of modeModel1.criteria) {
      expect(source).not.toBe('');
      if (shape.kind !== 'curves') continue;
      for (const knots of Object.values(shape.curves)) {
        const measures = knots.map(([measure]) => measure);
        expect(measures).toEqual([...measures].sort((a, b) => a - b));
        expect(knots.every(([, value]) => value >= 0 && value <= 1)).toBe(true);
      }
    }
  });

  it('interpolates between knots and stays level outside', () => {
    const knots = [
      [0, 0.2],
      [2, 1],
    ] as const;
    expect([-1, 0, 2, 9].map((measure) => valueAt(knots, measure))).toEqual([0.2, 0.2, 1, 1]);
    expect(valueAt(knots, 1)).toBeCloseTo(0.6, 12);
  });
});
