import type { ApiError } from '../../../typings/answer';
import type { AppliedRule, InputName } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import { checkConsistency } from './consistency';
import { FieldReader } from './fields';
import { daysIndex, type Figures, figureOf, inputNames, placeOf, unknownFigures } from './figures';
import { deriveFromItems } from './items';
import { checkMeasure } from './measures';
import { metricFacts } from './metrics.data';
import { type Period, parsePeriod } from './periods';
import type { RecordRules } from './scheme';

export interface ResolvedRecord {
  account: string | null;
  figures: Figures;
  rules: AppliedRule[];
}

const ofArticles = inputNames.filter((name) => metricFacts[name].ofArticles);
const longestDays = 3660;

/**
 * Checks a record field by field and fills in what follows from it: days from the period, totals
 * from items, zeros from a period without articles. Unknown names are ignored; a wrong figure is
 * an `invalid` error that names its field.
 */
export function resolveRecord(scheme: RecordRules, record: unknown): Result<ResolvedRecord> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return failure({ code: 'invalid', message: '每条记录须为一个 JSON 对象' });
  }
  const given = record as Record<string, unknown>;
  const fields = new FieldReader(scheme.readCap);
  const figures = unknownFigures();
  const rules: AppliedRule[] = [];
  const period = readPeriod(given.period, fields);
  readDays(given.days, period, figures, fields);
  for (const name in given) {
    const place = placeOf(name as InputName);
    if (place < 0 || place === daysIndex) continue;
    const value = fields.figure(name, name as InputName, given[name]);
    if (value !== null) figures[place] = value;
  }
  if (given.items !== undefined && given.items !== null) {
    applyItems(given.items, period, figures, fields, rules);
  }
  if (scheme.oneMark) applyOneMark(figures, rules);
  applyNoArticles(figures, rules);
  checkConsistency(figures, fields);
  checkMeasure(scheme, given.measure, figures, fields, rules);
  const error = fields.error();
  if (error) return failure(error);
  if (fields.capped) {
    rules.push({ code: 'read-cap', message: `“10万+”按 ${scheme.readCap} 计` });
  }
  const account = typeof given.account === 'string' ? given.account : null;
  return { ok: true, value: { account, figures, rules } };
}

const failure = (error: ApiError): Result<never> => ({ ok: false, error });

function readPeriod(given: unknown, fields: FieldReader): Period | null {
  if (given === undefined || given === null) return null;
  const parsed = typeof given === 'string' ? parsePeriod(given) : null;
  if (parsed?.ok) return parsed.value;
  fields.fault('period', parsed ? parsed.error.message : '须为文字，如 2026-11');
  return null;
}

function readDays(
  given: unknown,
  period: Period | null,
  figures: Figures,
  fields: FieldReader,
): void {
  const days = given ?? period?.days;
  if (days === undefined) return;
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > longestDays) {
    fields.fault('days', '须为周期的天数，至少 1 天');
  } else if (period && days !== period.days) {
    fields.fault('days', `与周期不符：${period.id} 共 ${period.days} 天`);
  } else {
    figures[daysIndex] = days;
  }
}

function applyItems(
  items: unknown,
  period: Period | null,
  figures: Figures,
  fields: FieldReader,
  rules: AppliedRule[],
): void {
  const taken: string[] = [];
  for (const [name, value] of deriveFromItems(items, period, fields)) {
    if (figureOf(figures, name) !== null) continue;
    figures[placeOf(name)] = value;
    taken.push(metricFacts[name].label);
  }
  if (taken.length > 0) {
    rules.push({ code: 'derived', message: `由文章列表算出：${taken.join('、')}` });
  }
}

const marks: [InputName, InputName][] = [
  ['wows', 'likes'],
  ['maxWows', 'maxLikes'],
  ['headlineWows', 'headlineLikes'],
];

function applyOneMark(figures: Figures, rules: AppliedRule[]): void {
  const given = marks.some(([wows]) => figureOf(figures, wows) !== null);
  if (given || figureOf(figures, 'likes') === null) return;
  for (const [wows, likes] of marks)
    figures[placeOf(wows)] = figureOf(figures, likes) ?? Number.NaN;
  rules.push({ code: 'one-mark', message: '该版本只计一种赞（早先称点赞，后称在看），以点赞数计' });
}

/** Without articles, what is counted over articles is 0, and the whole period is one gap. */
function applyNoArticles(figures: Figures, rules: AppliedRule[]): void {
  if (figureOf(figures, 'articles') !== 0) return;
  for (const name of ofArticles) {
    const place = placeOf(name);
    if (Number.isNaN(figures[place])) figures[place] = 0;
  }
  const gap = placeOf('longestGapDays');
  if (Number.isNaN(figures[gap])) figures[gap] = figures[daysIndex] ?? Number.NaN;
  rules.push({ code: 'no-articles', message: '周期内没有发布文章，按文章计的各项均为 0' });
}
