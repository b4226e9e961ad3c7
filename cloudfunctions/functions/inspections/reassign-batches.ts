import { successorOf } from '../../domain/inspections';
import { sha256 } from '../../platform/digest';
import { assignmentsOf, handOver, openOf } from '../../records/inspection-assignments';
import { recordsByIds } from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';
import { assignmentOf } from './assign-batches';

const batchSize = 150;

/** Hands over one batch of what somebody who left has not judged. */
export async function reassignBatch(inspection: InspectionDocument): Promise<Advanced> {
  const { _id, cursor, handover, inspectorList, job } = inspection;
  if (!handover) return { busy: false, job: null };
  const open = await openOf(_id, handover.from, cursor, batchSize);
  const ids = open.map(({ recordId }) => recordId);
  const [records, everybody] = await Promise.all([recordsByIds(ids), assignmentsOf(ids)]);
  const recordOf = new Map(records.map((record) => [record._id, record]));
  await Promise.all(
    open.map(async (one) => {
      const record = recordOf.get(one.recordId);
      if (!record) return;
      const taken = everybody.flatMap(({ recordId, inspector }) =>
        recordId === one.recordId ? [inspector] : [],
      );
      const about = { id: one.recordId, agencyId: record.account.agencyId };
      const next = successorOf(about, taken, handover.to, inspectorList, sha256);
      if (next === null) throw new Error(`record ${one.recordId} has no other inspector`);
      const { inspector, order } = assignmentOf(record, one.slot, next);
      await handOver(one, { inspector, order });
    }),
  );
  const done = (job?.done ?? 0) + open.length;
  const isLast = open.length < batchSize;
  return {
    cursor: open.at(-1)?.order ?? '',
    job: isLast ? null : { kind: 'reassign', done, total: job?.total ?? null },
    ...(isLast ? { busy: false, cursor: '', handover: null } : {}),
  };
}
