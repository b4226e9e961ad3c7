import type { InspectionRule } from '../../../../typings/inspection-rules';
import { national2019 } from './national-2019.data';

/** Any veto of the national rules fails an account under a local set too; its clock is the local one. */
export const localVetoes: InspectionRule[] = national2019.rules.map((rule) =>
  rule.found.by === 'automatic' && rule.found.measure === 'days-without-update'
    ? {
        ...rule,
        wording: '监测时间点前超过当地规定的更新期限无更新。',
        found: { ...rule.found, limit: null },
      }
    : rule,
);

interface Scored {
  id: string;
  label: string;
  wording: string;
  points: number;
  cap: number;
  found: InspectionRule['found'];
  ofContent?: true;
}

/** Rows with points, of one kind and source. */
export function scored(
  kind: 'deduction' | 'bonus',
  source: string,
  rows: Scored[],
): InspectionRule[] {
  return rows.map((row) => ({ ...row, kind, source }));
}
