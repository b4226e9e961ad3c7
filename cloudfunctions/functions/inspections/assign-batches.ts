import { assignPairs, automaticFindings, findRuleSet } from '../../domain/inspections';
import { sha256 } from '../../platform/digest';
import { accountsByIds } from '../../records/accounts';
import { activityOfAccounts } from '../../records/activity';
import {
  type AssignmentDocument,
  addAssignments,
  assignmentId,
} from '../../records/inspection-assignments';
import {
  changeRecord,
  type RecordDocument,
  recordsOf,
  stepOf,
} from '../../records/inspection-records';
import type { Advanced, InspectionDocument } from '../../records/inspections';
import { factsOf } from './facts';

/** Records of one batch: each asks for an account's last periods. */
const batchSize = 200;

/** Finds what the data show of one batch of records, and gives each to two inspectors. */
export async function assignBatch(
  inspection: InspectionDocument,
  instant: string,
): Promise<Advanced> {
  const { _id, cursor, inspectorList, sample, job } = inspection;
  const page = await recordsOf({ inspectionId: _id }, cursor === '' ? null : cursor, batchSize);
  await findAutomatic(inspection, page.items, instant);
  const loads = { ...inspection.loads };
  const wanted = page.items.map(({ _id: id, account }) => ({ id, agencyId: account.agencyId }));
  const assigned = assignPairs(wanted, inspectorList, loads, sha256);
  await addAssignments(
    assigned.flatMap(({ recordId, members: [first, second] }) => [
      assignmentOf(inspection, recordId, 'a', first),
      assignmentOf(inspection, recordId, 'b', second),
    ]),
  );
  const done = (job?.done ?? 0) + page.items.length;
  const isLast = page.next === null;
  return {
    cursor: page.next ?? '',
    loads,
    job: isLast ? null : { kind: 'assign', done, total: sample?.size ?? done },
    ...(isLast ? { busy: false, counted: { waiting: -done, judging: done } } : {}),
  };
}

async function findAutomatic(
  { inspectionDay, ruleSetId }: InspectionDocument,
  records: RecordDocument[],
  instant: string,
): Promise<void> {
  const ruleSet = findRuleSet(ruleSetId);
  const ids = records.map(({ accountId }) => accountId);
  const [accounts, activities] = await Promise.all([accountsByIds(ids), activityOfAccounts(ids)]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  await Promise.all(
    records.map(async ({ _id, accountId }) => {
      const account = byId.get(accountId);
      const activity = activities.get(accountId) ?? null;
      const facts = account && (await factsOf(account, activity, inspectionDay));
      await changeRecord(_id, 'waiting', {
        state: 'judging',
        automatic: ruleSet && facts ? automaticFindings(ruleSet, facts) : [],
        lastUpdate: activity?.lastPublished ?? null,
        steps: [stepOf('assign', 'system', instant)],
      });
    }),
  );
}

/** A record for an inspector, at a place in that inspector's own order. */
export function assignmentOf(
  { _id: inspectionId }: InspectionDocument,
  recordId: string,
  slot: AssignmentDocument['slot'],
  inspector: string,
): AssignmentDocument {
  return {
    _id: assignmentId(recordId, slot),
    recordId,
    inspectionId,
    slot,
    inspector,
    done: false,
    order: sha256(`${inspector}\n${recordId}`).slice(0, 24),
    judgement: null,
  };
}
