import type { DatasetRecord } from '../../../typings/datasets';
import { cellKey, toldTraits } from './generalise';
import { ladder } from './ladder.data';
import type { CollectedRow, ReleasePlan, ReleaseShape } from './plan-release';

/** Turns collected rows into published ones by a plan; suppressed rows are left out. */
export function publisher(plan: ReleasePlan, shape: ReleaseShape) {
  const cells = new Map(plan.cells);
  const values = plan.values.map((list) => list && new Map(list));
  return (rows: readonly CollectedRow[]): DatasetRecord[] =>
    rows.flatMap(({ id, traits, figures }): DatasetRecord[] => {
      const key = cellKey(traits, shape.traits);
      const step = ladder.steps[cells.get(key) ?? -1];
      if (!step) return [];
      const numbers = shape.figures.map(({ name }, index): [string, number | null] => {
        const value = figures[index] ?? null;
        return [name, value === null ? null : (values[index]?.get(value) ?? null)];
      });
      return [{ id, ...toldTraits(key, shape.traits, step), ...Object.fromEntries(numbers) }];
    });
}
