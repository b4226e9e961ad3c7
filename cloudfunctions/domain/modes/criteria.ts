import type { CriterionId } from '../../../typings/recommendation';

export const criterionIds = [
  'people',
  'skills',
  'money',
  'content',
  'supervision',
  'vendors',
  'leadership',
  'stage',
  'lag',
  'continuity',
] as const satisfies readonly CriterionId[];

/** Builds a full record over the criteria. */
export function forEachCriterion<T>(of: (id: CriterionId) => T): Record<CriterionId, T> {
  return {
    people: of('people'),
    skills: of('skills'),
    money: of('money'),
    content: of('content'),
    supervision: of('supervision'),
    vendors: of('vendors'),
    leadership: of('leadership'),
    stage: of('stage'),
    lag: of('lag'),
    continuity: of('continuity'),
  };
}
