import {
  assignPairs,
  automaticFindings,
  externalFindings,
  findRuleSet,
  leadsOf,
} from '../../domain/inspections';
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
import { otherChecksOf } from './other-checks';

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
  const byId = new Map(page.items.map((record) => [record._id, record]));
  await addAssignments(
    assigned.flatMap(({ recordId, members: [first, second] }) => {
      const record = byId.get(recordId);
      return record ? [assignmentOf(record, 'a', first), assignmentOf(record, 'b', second)] : [];
    }),
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
  const checks = await otherChecksOf(accounts, inspectionDay);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  await Promise.all(
    records.map(async ({ _id, accountId }) => {
      const account = byId.get(accountId);
      const known = checks.get(accountId);
      const activity = activities.get(accountId) ?? null;
      const found: Pick<RecordDocument, 'automatic' | 'leads'> = { automatic: [], leads: [] };
      if (ruleSet && account && known) {
        const external = externalFindings(known);
        const facts = await factsOf(account, activity, inspectionDay, external);
        found.automatic = automaticFindings(ruleSet, facts);
        found.leads = leadsOf(known, ruleSet, found.automatic);
      }
      await changeRecord(_id, 'waiting', {
        state: 'judging',
        ...found,
        lastUpdate: activity?.lastPublished ?? null,
        steps: [stepOf('assign', 'system', instant)],
      });
    }),
  );
}

/** A record for an inspector: what failed last time first, then in an order of that inspector's own. */
export function assignmentOf(
  { _id: recordId, inspectionId, recheck }: RecordDocument,
  slot: AssignmentDocument['slot'],
  inspector: string,
): AssignmentDocument {
  const lot = sha256(`${inspector}\n${recordId}`).slice(0, 24);
  return {
    _id: assignmentId(recordId, slot),
    recordId,
    inspectionId,
    slot,
    inspector,
    done: false,
    order: `${recheck ? 0 : 1}${lot}`,
    judgement: null,
  };
}
