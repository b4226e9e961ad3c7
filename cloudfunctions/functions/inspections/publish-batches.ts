import { addToStatistics, noStatistics } from '../../domain/inspections';
import { batchesOf, command } from '../../records/collection';
import {
  changeRecord,
  dueBy,
  type RecordDocument,
  recordsOf,
  stepOf,
} from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';
import { addNotices } from '../../records/notices';
import { dueNotice } from './notices';

const batchSize = 500;
const atOnce = 50;

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

function isDecided({ state }: RecordDocument): boolean {
  return state === 'failed' || state === 'flawed';
}

/** Done again, what was ordered stays as it is, and is told of all the same: each notice is kept once. */
async function order(
  records: RecordDocument[],
  dueOn: string | null,
  instant: string,
): Promise<void> {
  if (dueOn === null) return;
  const steps = command.push([stepOf('publish', 'system', instant)]);
  for (const batch of batchesOf(records.filter(isDecided), atOnce)) {
    await Promise.all(
      batch.map(({ _id, state }) =>
        changeRecord(_id, state, { state: 'rectifying', ...dueBy(_id, dueOn), steps }),
      ),
    );
  }
  await addNotices(
    records.map((record) => dueNotice('rectification', { ...record, dueOn }, instant)),
  );
}
