import type { AppliedRule, InputName } from '../../../typings/indices';
import type { FieldReader } from './fields';
import { type Figures, figureOf, inputNames } from './figures';
import { metricFacts } from './metrics.data';
import type { RecordRules } from './scheme';

const ofReaders = inputNames.filter((name) => metricFacts[name].ofReaders);
const measureLabel: Record<string, string> = { people: '人数', times: '次数' };

const measureFault = '口径须为 people（人数）或 times（次数）';

/** Refuses figures in a 口径 that the scheme does not take, or marks them as its rule says. */
export function checkMeasure(
  scheme: RecordRules,
  given: unknown,
  figures: Figures,
  fields: FieldReader,
  rules: AppliedRule[],
): void {
  if (given === undefined || given === null) {
    assumeMeasure(scheme, figures, rules);
    return;
  }
  if (typeof given !== 'string' && (typeof given !== 'object' || Array.isArray(given))) {
    fields.fault('measure', measureFault);
    return;
  }
  const others: InputName[] = [];
  for (const name of ofReaders) {
    const measure = typeof given === 'string' ? given : (given as Record<string, unknown>)[name];
    if (measure === undefined || measure === null) continue;
    if (typeof measure !== 'string' || !Object.hasOwn(measureLabel, measure)) {
      fields.fault('measure', measureFault);
      return;
    }
    const taken = scheme.measure === 'either' || measure === scheme.measure;
    if (!taken && figureOf(figures, name) !== null) others.push(name);
  }
  if (others.length > 0) applyOther(scheme, others, fields, rules);
}

function assumeMeasure(scheme: RecordRules, figures: Figures, rules: AppliedRule[]): void {
  if (scheme.measure === 'either') return;
  if (!ofReaders.some((name) => figureOf(figures, name) !== null)) return;
  const message = `口径未注明，按${measureLabel[scheme.measure]}计`;
  rules.push({ code: 'measure-assumed', message });
}

function applyOther(
  scheme: RecordRules,
  others: InputName[],
  fields: FieldReader,
  rules: AppliedRule[],
): void {
  const labels = others.map((name) => metricFacts[name].label).join('、');
  const wanted = measureLabel[scheme.measure];
  if (scheme.otherMeasure === 'refuse') {
    const message = `${scheme.name}只接受${wanted}口径，而${labels}不是；请换用${wanted}数据`;
    fields.fault('measure', message);
    return;
  }
  const message = `${labels}为人数，按次数的下限计（一人至少一次），结果偏低`;
  rules.push({ code: 'people-as-times', message });
}
