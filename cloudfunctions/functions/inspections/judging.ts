import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { findRuleSet, judgementFaults } from '../../domain/inspections';
import { action } from '../../handler/action';
import { found, notFound, Refusal, unwrap } from '../../handler/refusal';
import { findAssignment, openAssignments } from '../../records/inspection-assignments';
import { findRecord, recordsByIds } from '../../records/inspection-records';
import { findInspection, inspectionsByIds } from '../../records/inspections';
import type { StoredMembership } from '../../records/memberships';
import { answeredOnce } from '../../records/requests';
import * as inputs from '../shared/inputs';
import * as own from './inputs';
import { cursor } from './inputs';
import { writeJudgement } from './judge';
import { shownAssignment } from './shown';
import { agenciesOf } from './subjects';

const workShown = 30;

/** What an inspector sees and decides, alone. */
export const judging = {
  work: action({
    input: v.strictObject({ cursor }),
    allow: grants['inspections.work'],
    async run({ cursor: after }, { who }) {
      const page = await openAssignments(who, after ?? null, workShown);
      const [records, inspections] = await Promise.all([
        recordsByIds(page.items.map(({ recordId }) => recordId)),
        inspectionsByIds(page.items.map(({ inspectionId }) => inspectionId)),
      ]);
      const recordOf = new Map(records.map((record) => [record._id, record]));
      const dayOf = new Map(inspections.map(({ _id, inspectionDay }) => [_id, inspectionDay]));
      const items = page.items.flatMap((one) => {
        const record = recordOf.get(one.recordId);
        const inspectionDay = dayOf.get(one.inspectionId);
        return record && inspectionDay ? [shownAssignment(one, record, inspectionDay)] : [];
      });
      return { items, next: page.next };
    },
  }),

  assignment: action({
    input: v.strictObject({ assignmentId: inputs.id }),
    allow: grants['inspections.assignment'],
    async run({ assignmentId }, { who }) {
      const { assignment, record, inspection } = await ownAssignment(assignmentId, who);
      return shownAssignment(assignment, record, inspection.inspectionDay);
    },
  }),

  judge: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      assignmentId: inputs.id,
      judgement: own.judgement,
    }),
    allow: grants['inspections.judge'],
    changes: true,
    async run(input, { who, now, memberships, request }) {
      const { assignment, record } = await ownAssignment(input.assignmentId, who);
      refuseOwnAgency(memberships, record.account.agencyId);
      const ruleSet = found(findRuleSet(record.ruleSetId));
      const { judgement } = input;
      const faults = judgementFaults(ruleSet, judgement, record.automatic, now.today);
      if (faults) throw new Refusal(faults);
      unwrap(
        await answeredOnce(request(input.requestKey), (unit) =>
          writeJudgement(unit, { assignment, judgement, ruleSet, who, now }),
        ),
      );
      const next = await openAssignments(who, null, 1);
      return { nextId: next.items[0]?._id ?? null };
    },
  }),
};

/** Whose it is not is as if it were not there. */
async function ownAssignment(id: string, who: string) {
  const assignment = await findAssignment(id);
  if (!assignment || assignment.inspector !== who) throw new Refusal(notFound);
  const [record, inspection] = await Promise.all([
    findRecord(assignment.recordId),
    findInspection(assignment.inspectionId),
  ]);
  return { assignment, record: found(record), inspection: found(inspection) };
}

/** Nobody judges an agency of their own, also when they joined it after the assignment. */
function refuseOwnAgency(memberships: StoredMembership[], agencyId: string): void {
  if (!agenciesOf(memberships).includes(agencyId)) return;
  throw new Refusal({ code: 'forbidden', message: '不能检查自己单位的账号，请告知检查组织者。' });
}
