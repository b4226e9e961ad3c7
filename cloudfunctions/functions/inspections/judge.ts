import type { ApiError } from '../../../typings/answer';
import type { RuleSet } from '../../../typings/inspection-rules';
import type { Finding, JudgementInput } from '../../../typings/inspections';
import type { Result } from '../../../typings/result';
import { agree, joined, judgedEvent, thirdInspector, verdictOf } from '../../domain/inspections';
import type { Moment } from '../../platform/clock';
import { sha256 } from '../../platform/digest';
import type { AccountDocument } from '../../records/accounts';
import { fromDocument } from '../../records/accounts';
import { recordActivity } from '../../records/activity';
import { command, type Unit } from '../../records/collection';
import { type AssignmentDocument, assignmentId } from '../../records/inspection-assignments';
import { type RecordDocument, stepOf, stepRecord } from '../../records/inspection-records';
import type { InspectionDocument } from '../../records/inspections';
import { assignmentOf } from './assign-batches';

export interface Judged {
  assignment: AssignmentDocument;
  judgement: JudgementInput;
  ruleSet: RuleSet;
  who: string;
  now: Moment;
}

const judgedAlready: ApiError = {
  code: 'conflict',
  message: '这个账号您已经判定过了，不能再改；有出入时由第三位检查员复核。',
};

/**
 * Writes one inspector's judgement. The second of two decides the record when both found the same;
 * else a third is asked, whose judgement stands. Each writes the record, so that of two at once the
 * later one sees the other's.
 */
export async function writeJudgement(unit: Unit, judged: Judged): Promise<Result<{ done: true }>> {
  const { assignment, judgement, who, now } = judged;
  const standing = await unit.find<AssignmentDocument>('inspection-assignments', assignment._id);
  if (!standing || standing.done) return { ok: false, error: judgedAlready };
  await unit.put('inspection-assignments', { ...standing, done: true, judgement });
  await unit.change('inspection-records', standing.recordId, { judgements: command.inc(1) });
  if (judgement.lastPublished !== null) await observe(unit, assignment, judged, who, now);
  if (standing.slot === 'c') return decide(unit, judged, 'settle', judgement.findings);
  const other = await unit.find<AssignmentDocument>(
    'inspection-assignments',
    assignmentId(standing.recordId, standing.slot === 'a' ? 'b' : 'a'),
  );
  if (!other?.done || !other.judgement) return { ok: true, value: { done: true } };
  return agree(judgement.findings, other.judgement.findings)
    ? decide(unit, judged, 'agree', joined(judgement.findings, other.judgement.findings))
    : askThird(unit, judged, other);
}

async function decide(
  unit: Unit,
  { assignment, judgement, ruleSet, now }: Judged,
  way: 'agree' | 'settle',
  findings: Finding[],
): Promise<Result<{ done: true }>> {
  const verdict = verdictOf(ruleSet, findings);
  const step = stepOf(judgedEvent(way, verdict), 'inspector', now.instant);
  const stepped = await stepRecord(unit, assignment.recordId, step, ({ lastUpdate }) => ({
    findings,
    verdict,
    qualified: verdict.qualified,
    lastUpdate: judgement.lastPublished ?? lastUpdate,
  }));
  return stepped.ok ? { ok: true, value: { done: true } } : stepped;
}

async function askThird(
  unit: Unit,
  { assignment, now }: Judged,
  other: AssignmentDocument,
): Promise<Result<{ done: true }>> {
  const { recordId, inspectionId, inspector } = assignment;
  const step = stepOf('disagree', 'system', now.instant);
  const stepped = await stepRecord(unit, recordId, step, () => ({}));
  if (!stepped.ok) return stepped;
  const inspection = await unit.find<InspectionDocument>('inspections', inspectionId);
  if (!inspection) throw new Error(`inspection ${inspectionId} has gone`);
  const record = { id: recordId, agencyId: stepped.value.account.agencyId };
  const both = [inspector, other.inspector];
  const third = thirdInspector(record, both, inspection.inspectorList, sha256);
  if (third === null) throw new Error(`record ${recordId} has no third inspector`);
  await unit.add('inspection-assignments', assignmentOf(stepped.value, 'c', third));
  return { ok: true, value: { done: true } };
}

/** An inspector saw when the account last published: known from now on, and confirmed. */
async function observe(
  unit: Unit,
  { recordId }: AssignmentDocument,
  { judgement }: Judged,
  who: string,
  { instant, today }: Moment,
): Promise<void> {
  const record = await unit.find<RecordDocument>('inspection-records', recordId);
  const account = record && (await unit.find<AccountDocument>('accounts', record.accountId));
  if (!account || judgement.lastPublished === null) return;
  await recordActivity(unit, fromDocument(account), {
    lastPublished: judgement.lastPublished,
    source: 'observed',
    asOf: today,
    confirmed: true,
    who,
    at: instant,
  });
}
