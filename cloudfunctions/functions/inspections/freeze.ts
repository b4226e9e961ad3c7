import { addToChecksum, type FrameEntry, findRuleSet, stratumOf } from '../../domain/inspections';
import { sha256 } from '../../platform/digest';
import { frameAccounts } from '../../records/accounts';
import { pieceSize, putPiece } from '../../records/inspection-pieces';
import { everyRecord } from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';

/**
 * Freezes one more piece of the frame: the accounts in scope of the classes that the rule set is for,
 * in the order of their places. Closed accounts stay on the list until their filing is withdrawn.
 */
export async function freezePiece(inspection: InspectionDocument): Promise<Advanced> {
  const { _id, scope, cursor, framePieces, frame, previous, ruleSetId } = inspection;
  const page = await frameAccounts(scope, cursor === '' ? null : cursor, pieceSize);
  const failing = await failedLastTime(previous?.id ?? null);
  const kinds = findRuleSet(ruleSetId)?.kinds ?? [];
  const entries = page.items
    .filter(({ kind }) => kinds.includes(kind))
    .filter(({ status, filing }) => status === 'active' || isStillFiled(filing.status))
    .map(
      ({ id, agency }): FrameEntry => ({
        id,
        stratum: stratumOf(agency, scope.regionPrefix),
        recheck: failing.has(id),
      }),
    );
  await putPiece('inspection-frames', _id, framePieces, entries);
  const size = (frame?.size ?? 0) + entries.length;
  const isLast = page.next === null;
  return {
    cursor: page.next ?? '',
    framePieces: framePieces + 1,
    frame: { size, checksum: addToChecksum(frame?.checksum ?? '', entries, sha256) },
    job: isLast ? null : { kind: 'freeze', done: size, total: null },
    ...(isLast ? { busy: false, state: 'frozen' as const } : {}),
  };
}

function isStillFiled(status: string): boolean {
  return status === 'filed' || status === 'pending';
}

async function failedLastTime(inspectionId: string | null): Promise<Set<string>> {
  const failing = new Set<string>();
  if (inspectionId === null) return failing;
  for await (const { accountId, state } of everyRecord({ inspectionId, qualified: false })) {
    if (state !== 'overturned') failing.add(accountId);
  }
  return failing;
}
