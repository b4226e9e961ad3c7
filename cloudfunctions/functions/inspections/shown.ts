import type {
  Assignment,
  Inspection,
  InspectionRecordDetail,
  InspectionStatistics,
} from '../../../typings/inspections';
import { downloadLink } from '../../platform/files';
import type { AssignmentDocument } from '../../records/inspection-assignments';
import { type RecordDocument, shownRecord } from '../../records/inspection-records';
import type { InspectionDocument } from '../../records/inspections';
import { regionNames } from '../shared/regions';

/** An inspection as its supervisors see it: the seed from the draw on, inspectors by number alone. */
export function shownInspection(inspection: InspectionDocument): Inspection {
  const { _id, title, ruleSetId, scope, scopeLabel, inspectionDay, share, state } = inspection;
  const { commitment, seed, witness, frame, sample, job, counts, statistics } = inspection;
  const { previous, dueOn, plannedAt, publishedAt, discarded, sampleData, inspectorList } =
    inspection;
  return {
    id: _id,
    title,
    ruleSetId,
    scope,
    scopeLabel,
    inspectionDay,
    share,
    state,
    commitment,
    seed,
    witness,
    frame,
    sample,
    job,
    counts,
    statistics,
    regionNames: namesOf(statistics),
    previous,
    inspectors: inspectorList.filter(({ left }) => !left).length,
    dueOn,
    plannedAt,
    publishedAt,
    discarded,
    sampleData,
  };
}

/** The keys of a tally by region are parts of codes: two, four or six digits. */
function namesOf(statistics: InspectionStatistics | null): Record<string, string> {
  const names = regionNames();
  return Object.fromEntries(
    (statistics?.byRegion ?? []).map(({ key }) => [key, names.fullName(key.padEnd(6, '0')) ?? key]),
  );
}

/** A record with its history and links to its pictures. */
export async function recordDetail(
  record: RecordDocument,
  inspection: InspectionDocument,
): Promise<InspectionRecordDetail> {
  const evidence = [...record.findings, ...record.steps].flatMap((one) => one.evidence.fileIds);
  const fileIds = [...new Set(evidence)];
  const links = await Promise.all(fileIds.map(downloadLink));
  return {
    ...shownRecord(record),
    inspectionTitle: record.inspectionTitle,
    ruleSetId: record.ruleSetId,
    inspectionState: inspection.state,
    steps: record.steps,
    pictures: Object.fromEntries(fileIds.flatMap((id, at) => (links[at] ? [[id, links[at]]] : []))),
  };
}

/** What an inspector sees: the account and what the data show, nothing of who else looks. */
export function shownAssignment(
  { _id, done }: AssignmentDocument,
  record: RecordDocument,
  inspectionDay: string,
): Assignment {
  const { inspectionId, inspectionTitle, ruleSetId, account, recheck, lastUpdate } = record;
  return {
    id: _id,
    inspectionId,
    inspectionTitle,
    ruleSetId,
    inspectionDay,
    account,
    recheck,
    lastUpdate,
    automatic: record.automatic,
    leads: record.leads,
    done,
  };
}
