import type { ApiError } from '../../../typings/answer';
import type { AppliedRule, InputName } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import { checkConsistency } from './consistency';
import { type Estimates, readEstimates, tellEstimates } from './estimates';
import { FieldReader, isFigure } from './fields';
import { at, daysIndex, type Figures, inputNames, placeOf, unknownFigures } from './figures';
import { type Given, givenFigures } from './given';
import { deriveFromItems, type Span } from './items';
import { checkMeasure } from './measures';
import { metricFacts } from './metrics.data';
import type { RecordRules } from './scheme';
import { readSpan } from './spans';

export interface ResolvedRecord {
  account: string | null;
  figures: Figures;
  /** of the figures that the scheme computes from */
  estimates: Estimates;
  rules: AppliedRule[];
}

/** What each figure is checked by, in columns: read from an object each, they take thrice as long. */
const mosts = inputNames.map((name) => metricFacts[name].most);
const wholes = inputNames.map((name) => metricFacts[name].whole);
const ofArticles = inputNames.filter((name) => metricFacts[name].ofArticles).map(placeOf);
const articles = placeOf('articles');
const longestGapDays = placeOf('longestGapDays');

/**
 * Checks a record field by field and fills in what follows from it: days from the period, totals
 * from items, zeros from a period without articles. Unknown names are ignored; a wrong figure is
 * an `invalid` error that names its field.
 */
export function resolveRecord(scheme: RecordRules, record: unknown): Result<ResolvedRecord> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return failure({ code: 'invalid', message: '每条记录须为一个 JSON 对象' });
  }
  const given = record as Given;
  const fields = new FieldReader(scheme.readCap);
  const figures = unknownFigures();
  const rules: AppliedRule[] = [];
  const span = readSpan(given, figures, fields);
  if (span && typeof given.through === 'string') {
    const message = `截至 ${span.to}，按已过的 ${at(figures, daysIndex)} 天计`;
    rules.push({ code: 'running', message });
  }
  readFigures(givenFigures(given), figures, fields);
  if (given.items !== undefined && given.items !== null) {
    applyItems(given.items, span, figures, fields, rules);
  }
  const named = readEstimates(given.estimated, fields);
  const estimated = scheme.oneMark ? applyOneMark(figures, named, rules) : named;
  if (figures[articles] === 0) applyNoArticles(figures, rules);
  checkConsistency(figures, fields);
  checkMeasure(scheme, given.measure, figures, fields, rules);
  const error = fields.error();
  if (error) return failure(error);
  if (fields.capped) {
    rules.push({ code: 'read-cap', message: `“10万+”按 ${scheme.readCap} 计` });
  }
  const estimates = tellEstimates(scheme, estimated, figures, rules);
  const account = typeof given.account === 'string' ? given.account : null;
  return { ok: true, value: { account, figures, estimates, rules } };
}

const failure = (error: ApiError): Result<never> => ({ ok: false, error });

function readFigures(given: unknown[], figures: Figures, fields: FieldReader): void {
  for (let place = 0; place < mosts.length; place += 1) {
    const value = given[place];
    if (isFigure(value, mosts[place] ?? 0, wholes[place] ?? true)) figures[place] = value;
    else if (value !== undefined && value !== null) refigure(place, value, figures, fields);
  }
}

function refigure(place: number, value: unknown, figures: Figures, fields: FieldReader): void {
  const name = inputNames[place];
  if (name) figures[place] = fields.figure(name, metricFacts[name], value) ?? Number.NaN;
}

/** A list that is not of as many articles as the record states gives no figure of the period. */
function applyItems(
  items: unknown,
  span: Span | null,
  figures: Figures,
  fields: FieldReader,
  rules: AppliedRule[],
): void {
  const taken: string[] = [];
  const untaken: string[] = [];
  const others: string[] = [];
  const derived = deriveFromItems(items, span, fields);
  const listed = derived.get('articles');
  const stated = at(figures, articles);
  const isWhole = Number.isNaN(stated) || stated === listed;
  for (const [name, value] of derived) {
    const place = placeOf(name);
    const given = at(figures, place);
    const { label } = metricFacts[name];
    if (Number.isNaN(given) && !isWhole) {
      untaken.push(label);
    } else if (Number.isNaN(given)) {
      figures[place] = value;
      taken.push(label);
    } else if (given !== value) {
      others.push(`${label} ${given}（列表 ${value}）`);
    }
  }
  if (taken.length > 0) {
    rules.push({ code: 'derived', message: `由文章列表算出：${taken.join('、')}` });
  }
  if (stated === 0 && listed) fields.fault('articles', `填写为 0，文章列表里却有 ${listed} 篇`);
  if (untaken.length > 0) {
    const message = `文章列表有 ${listed} 篇，填写的是 ${stated} 篇，不是本期的全部文章，不由它推算，按未知计：${untaken.join('、')}`;
    rules.push({ code: 'partial-items', message });
  }
  if (others.length > 0) {
    const message = `与文章列表不符，以填写的为准，请核对列表是否齐全：${others.join('、')}`;
    rules.push({ code: 'differs-from-items', message });
  }
}

const mark = (wows: InputName, likes: InputName) => ({
  wows: placeOf(wows),
  likes: placeOf(likes),
});
const marks = [
  mark('wows', 'likes'),
  mark('maxWows', 'maxLikes'),
  mark('headlineWows', 'headlineLikes'),
];
const likes = placeOf('likes');

function applyOneMark(figures: Figures, estimated: Estimates, rules: AppliedRule[]): Estimates {
  const given = marks.some(({ wows }) => !Number.isNaN(at(figures, wows)));
  if (given || Number.isNaN(at(figures, likes))) return estimated;
  for (const { wows, likes: from } of marks) figures[wows] = at(figures, from);
  rules.push({ code: 'one-mark', message: '该版本只计一种赞（早先称点赞，后称在看），以点赞数计' });
  const taken = marks.filter((one) => estimated.has(one.likes)).map(({ wows }) => wows);
  return taken.length > 0 ? new Set([...estimated, ...taken]) : estimated;
}

/** Without articles, what is counted over articles is 0, and the whole period is one gap. */
function applyNoArticles(figures: Figures, rules: AppliedRule[]): void {
  for (const place of ofArticles) if (Number.isNaN(figures[place])) figures[place] = 0;
  if (Number.isNaN(figures[longestGapDays])) figures[longestGapDays] = at(figures, daysIndex);
  rules.push({ code: 'no-articles', message: '周期内没有发布文章，按文章计的各项均为 0' });
}
