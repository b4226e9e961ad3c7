import { findScheme, parsePeriod, previousPeriod, summariseScheme } from '../../domain/indices';
import { checkedText } from '../../domain/reports/canonical';
import { headlineOf, reportOf } from '../../domain/reports/content';
import { countedAccount } from '../../domain/reports/counted-account';
import type { ReportFrame } from '../../domain/reports/frame';
import { regionSteps } from '../../domain/reports/regions';
import { addTally, emptyTally, type Tally, tallyOf } from '../../domain/reports/tally';
import { monthsOf } from '../../domain/submissions/compose';
import { unwrap } from '../../handler/refusal';
import { stopwatch } from '../../platform/clock';
import { sha256 } from '../../platform/digests';
import { removeFiles } from '../../platform/files';
import { randomId } from '../../platform/random';
import { factsPage, type ReportSource } from '../../records/report-sources';
import {
  findReport,
  finishReport,
  moveReport,
  type ReportDocument,
  reportsUnderWay,
} from '../../records/reports';
import { regionNames } from '../shared/regions';
import { keepJson, keptJson } from '../shared/work-files';

/** Milliseconds of work: a person waits for a call; a timer may use most of the function's limit. */
const perCall = 3_000;
const perTimer = 40_000;

/** How much one step reads before it keeps what it counted. */
export interface StepSize {
  /** score documents of one page, which bounds its accounts */
  scores: number;
  milliseconds: number;
}

const usual: StepSize = { scores: 2_000, milliseconds: 1_500 };
const mostAccounts = 500;

/** Takes a report as far as one call may, and answers with it as it stands; null when it is gone. */
export async function takeFurther(
  id: string,
  budget = perCall,
  size = usual,
): Promise<ReportDocument | null> {
  const elapsed = stopwatch();
  let report = await findReport(id);
  while (report?.state === 'running' && elapsed() < budget) {
    await step(report, size);
    report = await findReport(id);
  }
  return report;
}

/** What the timer does: every report under way goes on, within the time of one firing. */
export async function goOn(): Promise<void> {
  const elapsed = stopwatch();
  for (const { _id } of await reportsUnderWay()) {
    if (elapsed() >= perTimer) return;
    await takeFurther(_id, perTimer - elapsed());
  }
}

/**
 * Counts the next accounts of a report and keeps the tally together with its place, or ends it. What
 * was kept is one file, and the report names it: a step that is killed leaves the report where it was.
 */
export async function step(report: ReportDocument, size: StepSize): Promise<void> {
  const elapsed = stopwatch();
  const source = sourceOf(report);
  const steps = regionSteps(report.scope.regionPrefix);
  const months = source.months.length + source.monthsBefore.length;
  const limit = Math.max(1, Math.min(mostAccounts, Math.floor(size.scores / months)));
  const tally = report.tally === null ? emptyTally() : await keptJson<Tally>(report.tally);
  let { cursor } = report;
  do {
    const page = await factsPage(source, cursor, limit);
    const counted = page.facts.map((facts) => countedAccount(facts, source.days));
    addTally(tally, tallyOf(counted, { scheme: report.scheme, steps }));
    cursor = page.last;
  } while (cursor !== null && elapsed() < size.milliseconds);
  const hasMoved = cursor === null ? await end(report, tally) : await keep(report, tally, cursor);
  if (hasMoved && report.tally !== null) await removeFiles([report.tally]);
}

async function keep(report: ReportDocument, tally: Tally, cursor: string): Promise<boolean> {
  // A name of its own: another call at work on the same step writes another file.
  const file = await keepJson(`reports/${report._id}/work/${randomId()}.json`, tally);
  const hasMoved = await moveReport(report, { cursor, tally: file, done: tally.done });
  if (!hasMoved) await removeFiles([file]);
  return hasMoved;
}

function end(report: ReportDocument, tally: Tally): Promise<boolean> {
  const content = reportOf(tally, frameOf(report));
  const finished = {
    done: tally.done,
    sample: content.sample,
    headline: headlineOf(content),
    checksum: sha256(checkedText(content)),
  };
  return finishReport(report, finished, content);
}

function sourceOf({ scope, scheme, period: id }: ReportDocument): ReportSource {
  const period = unwrap(parsePeriod(id));
  const before = unwrap(previousPeriod(id));
  const monthsIn = (one: typeof period) => (one.kind === 'month' ? [one.id] : monthsOf(one));
  return {
    scope,
    scheme,
    days: { from: period.from, to: period.to, toBefore: before.to },
    months: monthsIn(period),
    monthsBefore: monthsIn(before),
  };
}

function frameOf({ scope, scopeName, scheme, period }: ReportDocument): ReportFrame {
  return {
    scope,
    scopeName,
    period: unwrap(parsePeriod(period)),
    scheme: summariseScheme(unwrap(findScheme(scheme))),
    regions: regionNames(),
  };
}
