import type { AppliedRule, InputName } from '../../../typings/indices';
import type { Measure } from '../../../typings/vocabulary';
import type { FieldReader } from './fields';
import { at, type Figures, inputNames, placeOf } from './figures';
import { metricFacts } from './metrics.data';
import type { RecordRules } from './scheme';

const ofReaders = inputNames
  .filter((name) => metricFacts[name].ofReaders)
  .map((name) => ({ name, place: placeOf(name) }));

const measureLabel: Record<Measure, string> = { people: '人数', times: '次数' };

const measureFault = '口径须为 people（人数）或 times（次数）';

const isMeasure = (given: unknown): given is Measure => given === 'people' || given === 'times';

/** Refuses figures in a 口径 that the scheme does not take, or marks them as its rule says. */
export function checkMeasure(
  rules: RecordRules,
  given: unknown,
  figures: Figures,
  fields: FieldReader,
  applied: AppliedRule[],
): void {
  const { measure: wanted } = rules;
  if (given === wanted) return;
  if (given === undefined || given === null) {
    if (wanted !== 'either') assumeMeasure(wanted, rules, figures, applied);
    return;
  }
  const isObject = typeof given === 'object' && !Array.isArray(given);
  if (!isObject && !isMeasure(given)) {
    fields.fault('measure', measureFault);
    return;
  }
  const others: InputName[] = [];
  for (const { name, place } of ofReaders) {
    const measure: unknown = isObject ? (given as Record<string, unknown>)[name] : given;
    if (measure === undefined || measure === null) continue;
    if (!isMeasure(measure)) {
      fields.fault('measure', measureFault);
      return;
    }
    const taken = wanted === 'either' || measure === wanted;
    if (!taken && counts(rules, place, figures)) others.push(name);
  }
  if (wanted !== 'either' && others.length > 0) applyOther(wanted, rules, others, fields, applied);
}

/** 口径 matters for what the scheme computes from and the record has. */
const counts = ({ inputs }: RecordRules, place: number, figures: Figures): boolean =>
  (inputs === undefined || inputs.has(place)) && !Number.isNaN(at(figures, place));

function assumeMeasure(
  wanted: Measure,
  rules: RecordRules,
  figures: Figures,
  applied: AppliedRule[],
): void {
  if (!ofReaders.some(({ place }) => counts(rules, place, figures))) return;
  const message = `口径未注明，按${measureLabel[wanted]}计`;
  applied.push({ code: 'measure-assumed', message });
}

function applyOther(
  wanted: Measure,
  { name, otherMeasure }: RecordRules,
  others: InputName[],
  fields: FieldReader,
  applied: AppliedRule[],
): void {
  const labels = others.map((other) => metricFacts[other].label).join('、');
  if (otherMeasure === 'refuse') {
    const label = measureLabel[wanted];
    fields.fault('measure', `${name}只接受${label}口径，而${labels}不是；请换用${label}数据`);
    return;
  }
  const message = `${labels}为人数，按次数的下限计（一人至少一次），结果偏低`;
  applied.push({ code: 'people-as-times', message });
}
