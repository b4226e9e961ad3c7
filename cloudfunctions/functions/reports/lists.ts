import type { Page } from '../../../typings/answer';
import type { OpenReport, Report } from '../../../typings/reports';
import type { StoredMembership } from '../../records/memberships';
import {
  findContent,
  issuesOf,
  publishedReports,
  type ReportDocument,
  reportsOfRegion,
  shownReport,
} from '../../records/reports';
import { supervisedBy } from '../shared/supervised';
import { supervises } from './subjects';

const pageSize = 20;

/** Reports of one's scopes, newest first. */
export async function listReports(
  memberships: StoredMembership[],
  cursor: string | null,
): Promise<Page<Report>> {
  const regions = [...new Set(supervisedBy(memberships).map(({ regionPrefix }) => regionPrefix))];
  const pages = await Promise.all(
    regions.map((region) => reportsOfRegion(region, cursor, pageSize + 1)),
  );
  const unique = new Map(pages.flat().map((report) => [report._id, report]));
  const sorted = [...unique.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  const page = sorted.slice(0, pageSize);
  return {
    items: page.filter((report) => supervises(memberships, report)).map(shownReport),
    next: sorted.length > pageSize ? (page.at(-1)?.at ?? null) : null,
  };
}

export async function listPublished(cursor: string | null): Promise<Page<Report>> {
  const { items, next } = await publishedReports(cursor, pageSize);
  return { items: items.map(shownReport), next };
}

/** A report with what it says, and the issues of its series. */
export async function openReport(report: ReportDocument): Promise<OpenReport> {
  const [content, issues] = await Promise.all([findContent(report._id), issuesOf(report.series)]);
  const trend = issues.flatMap(({ _id, period, headline }) =>
    headline ? [{ reportId: _id, period, headline }] : [],
  );
  return { report: shownReport(report), content, trend };
}
