import type { Page } from '../answer';
import type { OpenReport, Report, ReportQuery } from '../reports';

export interface ReportsApi {
  /** begins a report on a scope of one's own; it is made in batches */
  'reports.order': (input: ReportQuery & { requestKey: string }) => Report;
  /** takes a report under way further, for a few seconds; the same when it is not */
  'reports.continue': (input: { reportId: string }) => Report;
  /** a supervisor's own reports, newest first */
  'reports.list': (input: { cursor?: string }) => Page<Report>;
  /** published reports of all scopes, newest first */
  'reports.published': (input: { cursor?: string }) => Page<Report>;
  /** a report of one's own scope, or a published one */
  'reports.get': (input: { reportId: string }) => OpenReport;
  'reports.download': (input: { reportId: string; format: 'docx' | 'xlsx' }) => { url: string };
  /** takes away a report that is not published */
  'reports.discard': (input: { reportId: string }) => { discarded: true };
  /** freezes a finished report as the next issue of its series */
  'reports.publish': (input: { requestKey: string; reportId: string }) => Report;
}
