import fc from 'fast-check';
import type { ModeFacts } from '../../../typings/modes';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const degree = fc.constantFrom('high', 'medium', 'low');
const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const people = fc.integer({ min: 0, max: 24 }).map((quarters) => quarters / 4);
const points = fc.integer({ min: 0, max: 100 });

/** Facts with any part unknown, contradictions and implausible budgets included. */
export const arbitraryFacts: fc.Arbitrary<ModeFacts> = fc.record({
  level: maybe(fc.constantFrom('central', 'provincial', 'prefectural', 'county', 'township')),
  department: maybe(fc.constantFrom('government-office', 'health', 'publicity')),
  functions: maybe(fc.record({ information: share, service: share, interaction: share })),
  purchases: maybe(fc.subarray(['operation', 'technology', 'training'])),
  contentShare: maybe(fc.record({ government: maybe(share), vendor: maybe(share) })),
  contract: maybe(fc.boolean()),
  finalReview: maybe(fc.constantFrom('government', 'vendor', 'none')),
  staff: maybe(
    fc.record({
      fullTime: maybe(people),
      partTime: maybe(people),
      skills: maybe(fc.subarray(['writing', 'design', 'video', 'systems'])),
    }),
  ),
  budgetYuan: maybe(fc.integer({ min: 0, max: 2_000_000 })),
  leadership: maybe(degree),
  stage: maybe(fc.constantFrom('founding', 'growth', 'stable')),
  sensitivity: maybe(fc.constantFrom('public', 'internal', 'restricted')),
  workload: maybe(
    fc.record({
      postsPerWeek: maybe(fc.integer({ min: 0, max: 40 })),
      repliesPerDay: maybe(fc.integer({ min: 0, max: 100 })),
    }),
  ),
  vendors: maybe(
    fc.record({
      available: maybe(fc.nat(8)),
      switchingCost: maybe(degree),
      record: maybe(fc.constantFrom('good', 'fair', 'poor')),
    }),
  ),
  supervision: maybe(
    fc.record({ namedOfficer: maybe(fc.boolean()), measurability: maybe(degree) }),
  ),
  currentMode: maybe(fc.constantFrom('independent', 'delegated', 'collaborative')),
  forces: maybe(
    fc.record({
      dissemination: maybe(points),
      service: maybe(points),
      interaction: maybe(points),
    }),
  ),
});
