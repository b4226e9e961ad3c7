import type { AppliedRule } from '../../../typings/indices';
import type { FieldReader } from './fields';
import { at, type Figures, inputNames, placeOf } from './figures';
import { metricFacts } from './metrics.data';
import type { RecordRules } from './scheme';

/** Places of figures that a record calls estimates. */
export type Estimates = ReadonlySet<number>;

const none: Estimates = new Set();

/** Names that are no input are passed over, as they are among the figures. */
export function readEstimates(given: unknown, fields: FieldReader): Estimates {
  if (given === undefined || given === null) return none;
  if (!Array.isArray(given) || !given.every((name) => typeof name === 'string')) {
    fields.fault('estimated', '须为字段名的列表，如 ["reads"]');
    return none;
  }
  return new Set(inputNames.filter((name) => given.includes(name)).map(placeOf));
}

/** Those that the scheme computes from and the record knows: they count as given, and are told. */
export function tellEstimates(
  { inputs }: RecordRules,
  estimates: Estimates,
  figures: Figures,
  applied: AppliedRule[],
): Estimates {
  if (estimates.size === 0) return none;
  const used = [...estimates].filter(
    (place) => (inputs === undefined || inputs.has(place)) && !Number.isNaN(at(figures, place)),
  );
  if (used.length === 0) return none;
  const told = new Set(used);
  applied.push({ code: 'estimated', message: estimatesText(told) });
  return told;
}

/** Chinese: which figures are estimates, why, and what that means for a score. */
export function estimatesText(estimates: Estimates): string {
  const labels = inputNames
    .filter((_, place) => estimates.has(place))
    .map((name) => metricFacts[name].label);
  return `${labels.join('、')}为估算：来源表格里有空缺，或只有“10万+”这样的约数；照此计分，准确数以后台为准`;
}
