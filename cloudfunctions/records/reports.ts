import type { ApiError, Page } from '../../typings/answer';
import type { Report, ReportContent } from '../../typings/reports';
import type { Result } from '../../typings/result';
import type { Day, Instant, PeriodId } from '../../typings/vocabulary';
import { idOf } from '../platform/random';
import { collection, command, type Document, inOneUnit } from './collection';
import { type Answered, answeredOnce } from './requests';

/** A report with where its making is. */
export interface ReportDocument extends Omit<Report, 'id'>, Document {
  /** the prefixes of its region: supervisors find it under each */
  regions: string[];
  /** when it was ordered and its id: the order of lists */
  at: string;
  /** last day of its period */
  to: Day;
  /** scheme, scope and kind of period */
  series: string;
  /** the series once it is published: null is in no trend line */
  publishedSeries: string | null;
  /** place of the last account read; null before the first */
  cursor: string | null;
  /** file of what was counted so far; null before the first step and after the last */
  tally: string | null;
  orderedBy: string;
}

interface ContentDocument extends Document {
  content: ReportContent;
}

interface SeriesDocument extends Document {
  last: number;
  /** report of each period */
  issues: Record<PeriodId, string>;
}

const reports = collection<ReportDocument>('reports');
const contents = collection<ContentDocument>('report-contents');

const mostUnderWay = 50;
/** Issues that a trend line shows. */
const mostIssues = 24;

const notReady: ApiError = {
  code: 'conflict',
  message: '这份报告已经发布，或还没有生成完，请刷新后再看。',
};

/** When a report was ordered, for lists. */
export const orderOf = (at: Instant, id: string): string => `${at}~${id}`;

export function findReport(id: string): Promise<ReportDocument | null> {
  return reports.find(id);
}

export async function findContent(id: string): Promise<ReportContent | null> {
  return (await contents.find(id))?.content ?? null;
}

/** How many reports of someone are being made. */
export async function countRunning(orderedBy: string, most: number): Promise<number> {
  return (await reports.list({ orderedBy, state: 'running' }, { limit: most, fields: ['state'] }))
    .length;
}

export function addReport(
  report: ReportDocument,
  request: Answered,
): Promise<Result<{ id: string }>> {
  return answeredOnce(request, async (unit) => {
    await unit.add('reports', report);
    return { ok: true, value: { id: report._id } };
  });
}

/** Moves a report on from where it was; false when someone else did so meanwhile, or took it away. */
export async function moveReport(
  { _id, cursor }: ReportDocument,
  moved: Pick<ReportDocument, 'cursor' | 'tally' | 'done'>,
): Promise<boolean> {
  return (await reports.change({ _id, cursor, state: 'running' }, moved)) > 0;
}

/** Ends the making of a report with what it says; false when someone else did so meanwhile. */
export function finishReport(
  { _id, cursor }: ReportDocument,
  finished: Pick<ReportDocument, 'done' | 'sample' | 'headline' | 'checksum'>,
  content: ReportContent,
): Promise<boolean> {
  return inOneUnit(async (unit) => {
    const standing = await unit.find<ReportDocument>('reports', _id);
    if (standing?.state !== 'running' || standing.cursor !== cursor) return false;
    const ended = { ...standing, ...finished, state: 'finished' as const, tally: null };
    await unit.put<ReportDocument>('reports', ended);
    await unit.put<ContentDocument>('report-contents', { _id, content });
    return true;
  });
}

/** Takes a report that is not published away; answers with the report that is gone. */
export function removeReport(id: string): Promise<ReportDocument | null> {
  return inOneUnit(async (unit) => {
    const report = await unit.find<ReportDocument>('reports', id);
    if (!report || report.state === 'published') return null;
    await unit.remove('reports', id);
    if (report.state === 'finished') await unit.remove('report-contents', id);
    return report;
  });
}

/** Publishes a finished report for good, as the next issue of its series: one a period. */
export function publishReport(
  id: string,
  published: { publisher: string; publishedAt: Instant },
  request: Answered,
): Promise<Result<{ id: string }>> {
  return answeredOnce(request, async (unit) => {
    const report = await unit.find<ReportDocument>('reports', id);
    if (report?.state !== 'finished') return { ok: false, error: notReady };
    const key = idOf(report.series);
    const series = (await unit.find<SeriesDocument>('report-series', key)) ?? {
      _id: key,
      last: 0,
      issues: {},
    };
    if (series.issues[report.period]) return { ok: false, error: takenBy(report.title) };
    const number = series.last + 1;
    const issues = { ...series.issues, [report.period]: id };
    await unit.put<SeriesDocument>('report-series', { _id: key, last: number, issues });
    const state = 'published' as const;
    const issue = { ...report, ...published, number, state, publishedSeries: report.series };
    await unit.put<ReportDocument>('reports', issue);
    return { ok: true, value: { id } };
  });
}

function takenBy(title: string): ApiError {
  return {
    code: 'conflict',
    message: `「${title}」已经发布过一份，同一期不能再发布。`,
  };
}

/** Reports that someone is to take further. */
export function reportsUnderWay(): Promise<ReportDocument[]> {
  return reports.list({ state: 'running' }, { limit: mostUnderWay, order: ['at', 'desc'] });
}

/** Reports of a region and of the regions in it, newest first. */
export function reportsOfRegion(
  region: string,
  before: string | null,
  limit: number,
): Promise<ReportDocument[]> {
  const filter = { regions: region, ...(before ? { at: command.lt(before) } : {}) };
  return reports.list(filter, { limit, order: ['at', 'desc'] });
}

/** Published reports, those ordered last first. */
export async function publishedReports(
  before: string | null,
  limit: number,
): Promise<Page<ReportDocument>> {
  const filter = { state: 'published', ...(before ? { at: command.lt(before) } : {}) };
  const found = await reports.list(filter, { limit: limit + 1, order: ['at', 'desc'] });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.at ?? null) : null };
}

/** The newest issues of a series, the oldest of them first. */
export async function issuesOf(series: string): Promise<ReportDocument[]> {
  const options = { limit: mostIssues, order: ['to', 'desc'] as ['to', 'desc'] };
  return (await reports.list({ publishedSeries: series }, options)).reverse();
}

/** The report as the contract shows it: where its making is stays inside. */
export function shownReport(document: ReportDocument): Report {
  const { _id, regions, at, to, series, publishedSeries, cursor, tally, orderedBy, ...shown } =
    document;
  return { id: _id, ...shown };
}
