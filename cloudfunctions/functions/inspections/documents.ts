import type { RuleSet } from '../../../typings/inspection-rules';
import type { InspectionRecord } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import {
  bulletinOf,
  commitmentOf,
  frameLine,
  recordsSheet,
  rectificationNoticeOf,
} from '../../domain/inspections';
import { sha256 } from '../../platform/digest';
import { writeDocument } from '../../platform/documents/write-document';
import { publishFile } from '../../platform/files';
import { randomId } from '../../platform/random';
import { writeWorkbook } from '../../platform/write-workbook';
import { readPieces } from '../../records/inspection-pieces';
import { everyRecord, type RecordDocument, shownRecord } from '../../records/inspection-records';
import type { InspectionDocument } from '../../records/inspections';
import { shownInspection } from './shown';

/** The bulletin as a document, or every record as a sheet; answers with a link. */
export async function publishBulletin(
  inspection: InspectionDocument,
  ruleSet: RuleSet,
  format: 'docx' | 'xlsx',
  today: Day,
): Promise<string | null> {
  const records: InspectionRecord[] = [];
  for await (const record of everyRecord({ inspectionId: inspection._id })) {
    const hasProblem = record.verdict !== null && record.verdict.tier !== null;
    if (format === 'xlsx' || hasProblem) records.push(shownRecord(record));
  }
  const shown = shownInspection(inspection);
  const bytes =
    format === 'docx'
      ? await writeDocument(bulletinOf({ inspection: shown, ruleSet, records, today }))
      : await writeWorkbook([recordsSheet(ruleSet, records)]);
  return publishFile(`inspections/${inspection._id}/${randomId()}/检查通报.${format}`, bytes);
}

export async function publishNotice(
  record: RecordDocument,
  ruleSet: RuleSet,
  today: Day,
): Promise<string | null> {
  const model = rectificationNoticeOf(ruleSet, record.inspectionTitle, shownRecord(record), today);
  const bytes = await writeDocument(model);
  return publishFile(`inspections/${record._id}/${randomId()}/整改通知.docx`, bytes);
}

/** What anyone needs to draw again: a line of settings, then the frozen frame. */
export async function publishProof(inspection: InspectionDocument): Promise<string | null> {
  const { _id, share, seed, witness, frame, framePieces, commitment } = inspection;
  const entries = await readPieces('inspection-frames', _id, framePieces);
  const settings = { commitment, seed, witness, share, ...frame };
  const matches = seed !== null && commitmentOf(seed, sha256) === commitment;
  const lines = [JSON.stringify({ ...settings, matches }), ...entries.map(frameLine)];
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return publishFile(`inspections/${_id}/${randomId()}/frame.txt`, bytes);
}
