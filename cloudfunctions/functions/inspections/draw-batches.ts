import { reachKeys } from '../../domain/access/reach-keys';
import { draw } from '../../domain/inspections';
import { sha256 } from '../../platform/digest';
import { accountsByIds, type StoredAccount } from '../../records/accounts';
import { pieceSize, putPiece, readPiece, readPieces } from '../../records/inspection-pieces';
import { addRecords, type RecordDocument, recordId } from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';
import { placeKey } from '../../records/places';

/** Draws from the frozen frame and keeps what was drawn; drawn again, it is the same. */
export async function drawSample(inspection: InspectionDocument): Promise<Advanced> {
  const { _id, framePieces, share, secretSeed, witness } = inspection;
  const frame = await readPieces('inspection-frames', _id, framePieces);
  const seed = { seed: secretSeed, witness: witness ?? '' };
  const { entries } = draw(frame, seed, share, sha256);
  const pieces = Math.ceil(entries.length / pieceSize);
  for (let number = 0; number < pieces; number += 1) {
    const own = entries.slice(number * pieceSize, (number + 1) * pieceSize);
    await putPiece('inspection-draws', _id, number, own);
  }
  const rechecks = entries.filter(({ recheck }) => recheck).length;
  return {
    cursor: '0',
    drawPieces: pieces,
    sample: { size: entries.length, rechecks },
    job: { kind: 'draw', done: 0, total: entries.length },
  };
}

/** Makes the records of one piece of what was drawn. */
export async function recordPiece(
  inspection: InspectionDocument,
  today: string,
): Promise<Advanced> {
  const { _id, cursor, drawPieces, sample } = inspection;
  const number = Number(cursor);
  const entries = await readPiece('inspection-draws', _id, number);
  const rechecks = new Set(entries.flatMap(({ id, recheck }) => (recheck ? [id] : [])));
  const found = await accountsByIds(entries.map(({ id }) => id));
  await addRecords(
    found.map((account) => newRecord(inspection, account, rechecks.has(account.id), today)),
  );
  const total = sample?.size ?? 0;
  const isLast = number + 1 >= drawPieces;
  return {
    cursor: isLast ? '' : String(number + 1),
    job: isLast ? null : { kind: 'draw', done: (number + 1) * pieceSize, total },
    ...(isLast ? { busy: false, counted: { waiting: total } } : {}),
  };
}

function newRecord(
  { _id, title, ruleSetId }: InspectionDocument,
  account: StoredAccount,
  recheck: boolean,
  drawnOn: string,
): RecordDocument {
  const { agency } = account;
  return {
    _id: recordId(_id, account.id),
    inspectionId: _id,
    inspectionTitle: title,
    ruleSetId,
    accountId: account.id,
    within: reachKeys(agency),
    place: placeKey(agency.region, account.id),
    drawnOn,
    platform: '微信公众号',
    account: {
      accountId: account.id,
      name: account.name,
      wechatId: account.wechatId,
      kind: account.kind,
      agencyId: agency.id,
      agency: agency.name,
      supervisorUnit: agency.supervisorUnit,
      level: agency.level,
      region: agency.region,
      department: agency.department,
    },
    recheck,
    lastUpdate: null,
    state: 'waiting',
    automatic: [],
    leads: [],
    findings: [],
    verdict: null,
    judgements: 0,
    qualified: null,
    dueOn: null,
    sample: account.sample,
    dueKey: null,
    steps: [],
  };
}
