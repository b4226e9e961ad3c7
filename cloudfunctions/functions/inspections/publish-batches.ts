import { addToStatistics, noStatistics } from '../../domain/inspections';
import { command } from '../../records/collection';
import {
  changeRecords,
  type RecordDocument,
  recordsOf,
  stepOf,
} from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';
import { addNotices } from '../../records/notices';
import { dueNotice } from './notices';

const batchSize = 500;

/** Adds up one batch of records, and orders the rectification of those with problems. */
export async function publishBatch(
  inspection: InspectionDocument,
  instant: string,
): Promise<Advanced> {
  const { _id, cursor, dueOn, sum, counts, job, sample, scope } = inspection;
  const page = await recordsOf({ inspectionId: _id }, cursor === '' ? null : cursor, batchSize);
  const problems = page.items.filter(({ verdict }) => verdict !== null && verdict.tier !== null);
  await order(problems, dueOn, instant);
  const digits = Math.min(6, scope.regionPrefix.length + 2);
  const statistics = addToStatistics(sum ?? noStatistics, page.items, digits);
  const done = (job?.done ?? 0) + page.items.length;
  const isLast = page.next === null;
  return {
    cursor: page.next ?? '',
    sum: statistics,
    job: isLast ? null : { kind: 'publish', done, total: sample?.size ?? done },
    ...(isLast
      ? {
          busy: false,
          statistics,
          publishedAt: instant,
          counted: {
            failed: -counts.failed,
            flawed: -counts.flawed,
            rectifying: counts.failed + counts.flawed,
          },
        }
      : {}),
  };
}

async function order(
  records: RecordDocument[],
  dueOn: string | null,
  instant: string,
): Promise<void> {
  const step = stepOf('publish', 'system', instant);
  const changes = { state: 'rectifying', dueOn, steps: command.push([step]) };
  for (const state of ['failed', 'flawed'] as const) {
    const ids = records.flatMap((one) => (one.state === state ? [one._id] : []));
    if (ids.length > 0) await changeRecords(ids, state, changes);
  }
  await addNotices(
    records.map((record) => dueNotice('rectification', { ...record, dueOn }, instant)),
  );
}
