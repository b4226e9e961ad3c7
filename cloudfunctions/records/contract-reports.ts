import type { ApiError } from '../../typings/answer';
import type { VendorReport } from '../../typings/contracts';
import type { Result } from '../../typings/result';
import type { Day } from '../../typings/vocabulary';
import { collection, command, type Document } from './collection';
import { type Answered, answeredOnce } from './requests';

export interface StoredReport extends VendorReport {
  contractId: string;
  /** last day of the period */
  to: Day;
  reportedBy: string;
}

type ReportDocument = StoredReport & Document;

/** The newest revision of each report. */
const heads = collection<ReportDocument>('contract-report-heads');
const maxReports = 1000;

const overtaken: ApiError = {
  code: 'conflict',
  message: '这一期刚刚有人报过，您填的内容还在。请刷新看过后再报。',
};

/** What was reported under some contracts, latest period first. */
export async function reportsOf(contractIds: string[]): Promise<StoredReport[]> {
  if (contractIds.length === 0) return [];
  const filter = { contractId: command.in(contractIds) };
  const documents = await heads.list(filter, { limit: maxReports, order: ['to', 'desc'] });
  return documents.map(({ _id, ...report }) => report);
}

/** Appends a report, once for a request; `conflict` when somebody else's came first. */
export function recordReport(report: StoredReport, request: Answered): Promise<Result<number>> {
  return answeredOnce(request, async (unit) => {
    const { contractId, accountId, period, revision } = report;
    const id = `${contractId}:${accountId}:${period}`;
    const standing = await unit.find<ReportDocument>('contract-report-heads', id);
    if ((standing?.revision ?? 0) !== revision - 1) return { ok: false, error: overtaken };
    await unit.add('contract-reports', { _id: `${id}:${revision}`, ...report });
    await unit.put('contract-report-heads', { _id: id, ...report });
    return { ok: true, value: revision };
  });
}

/** First reports from elsewhere, for scripts alone. */
export async function addReports(reports: StoredReport[]): Promise<void> {
  const idOf = ({ contractId, accountId, period }: StoredReport) =>
    `${contractId}:${accountId}:${period}`;
  await collection<ReportDocument>('contract-reports').add(
    reports.map((report) => ({ _id: `${idOf(report)}:${report.revision}`, ...report })),
  );
  await heads.add(reports.map((report) => ({ _id: idOf(report), ...report })));
}
