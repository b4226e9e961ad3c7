import type { Moment } from '../../platform/clock';
import {
  type Advanced,
  advanceInspection,
  findInspection,
  type InspectionDocument,
} from '../../records/inspections';
import { assignBatch } from './assign-batches';
import { drawSample, recordPiece } from './draw-batches';
import { freezePiece } from './freeze';
import { publishBatch } from './publish-batches';
import { reassignBatch } from './reassign-batches';

/** Batches of one call: some seconds of work. */
const batchesAtOnce = 5;

/**
 * Goes on with what is under way, some batches at a time. A batch done twice, or by two at once, is
 * the same: what it writes has ids of its own, and how far it came is written by one of them alone.
 */
export async function advance(
  inspection: InspectionDocument,
  now: Moment,
): Promise<InspectionDocument> {
  let current = inspection;
  for (let batch = 0; batch < batchesAtOnce && current.busy; batch += 1) {
    await advanceInspection(current, await nextBatch(current, now));
    current = (await findInspection(current._id)) ?? current;
  }
  return current;
}

function nextBatch(inspection: InspectionDocument, { instant, today }: Moment): Promise<Advanced> {
  switch (inspection.job?.kind) {
    case 'draw':
      return inspection.cursor === '' ? drawSample(inspection) : recordPiece(inspection, today);
    case 'assign':
      return assignBatch(inspection, instant);
    case 'reassign':
      return reassignBatch(inspection);
    case 'publish':
      return publishBatch(inspection, instant);
    default:
      return freezePiece(inspection);
  }
}
