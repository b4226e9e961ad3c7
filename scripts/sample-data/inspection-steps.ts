import { commitmentOf, findRuleSet, type Inspector } from '../../cloudfunctions/domain/inspections';
import { advance } from '../../cloudfunctions/functions/inspections/advance';
import { writeJudgement } from '../../cloudfunctions/functions/inspections/judge';
import { newInspection } from '../../cloudfunctions/functions/inspections/plan';
import { type Moment, momentOf } from '../../cloudfunctions/platform/clock';
import { sha256 } from '../../cloudfunctions/platform/digest';
import { keyedHash } from '../../cloudfunctions/platform/identity';
import { inOneUnit } from '../../cloudfunctions/records/collection';
import { assignmentId, findAssignment } from '../../cloudfunctions/records/inspection-assignments';
import {
  changeRecord,
  dueBy,
  everyRecord,
  type RecordDocument,
  stepOf,
  stepRecord,
} from '../../cloudfunctions/records/inspection-records';
import {
  addInspection,
  findInspection,
  type InspectionDocument,
  stepInspection,
} from '../../cloudfunctions/records/inspections';
import { membershipsOf } from '../../cloudfunctions/records/memberships';
import type { Finding, RegionScopeInput } from '../../typings/inspections';
import type { Day } from '../../typings/vocabulary';
import { dayBefore } from './activity';

const ruleSetId = 'national-2019';
const witness = '08 12 15 21 30 33';

interface Planned {
  title: string;
  scope: RegionScopeInput;
  share: number;
  inspectionDay: Day;
}

/** Ten in the morning of a day in China, shifted by milliseconds. */
export function momentAt(today: Day, shift: number): Moment {
  return momentOf(Date.parse(`${today}T02:00:00Z`) + shift);
}

export function memberOf(openid: string): string {
  return keyedHash('member', openid);
}

/** Plans, commits, freezes, draws and assigns; answers with the inspection's id. */
export async function assigned(planned: Planned, members: string[], now: Moment): Promise<string> {
  const document = {
    ...(await newInspection({ ...planned, ruleSetId }, 'sample', now)),
    sampleData: true,
  };
  const { _id, secretSeed } = document;
  await addInspection(document, request('plan', _id));
  await step(_id, 'commit', now, {
    commitment: commitmentOf(secretSeed, sha256),
    job: { kind: 'freeze', done: 0, total: null },
  });
  await step(_id, 'draw', now, {
    seed: secretSeed,
    witness,
    job: { kind: 'draw', done: 0, total: null },
  });
  await step(_id, 'assign', now, {
    inspectorList: await Promise.all(members.map(inspectorOf)),
    job: { kind: 'assign', done: 0, total: null },
  });
  return _id;
}

/** Both inspectors of the first records judge alike; `null` confirms what the data show. */
export async function judgeRecords(
  inspectionId: string,
  now: Moment,
  findingsOf: ((index: number, name: string) => Finding[]) | null,
  share: number,
): Promise<void> {
  const ruleSet = findRuleSet(ruleSetId);
  const inspection = await findInspection(inspectionId);
  if (!ruleSet || !inspection) return;
  const judged = (await recordsOf(inspectionId)).slice(
    0,
    Math.ceil((inspection.sample?.size ?? 0) * share),
  );
  for (const [index, record] of judged.entries()) {
    const findings = findingsOf?.(index, record.account.name) ?? record.automatic;
    if (findingsOf) await dateBack(record, inspection.inspectionDay, index, findings);
    for (const slot of ['a', 'b'] as const) {
      const assignment = await findAssignment(assignmentId(record._id, slot));
      if (!assignment) continue;
      const judgement = { findings, lastPublished: null };
      const who = assignment.inspector;
      await inOneUnit((unit) => writeJudgement(unit, { assignment, judgement, ruleSet, who, now }));
    }
  }
}

export async function publish(
  inspectionId: string,
  dueOn: Day,
  now: Moment,
): Promise<RecordDocument[]> {
  await step(inspectionId, 'publish', now, {
    dueOn,
    job: { kind: 'publish', done: 0, total: null },
  });
  return (await recordsOf(inspectionId)).filter(({ state }) => state === 'rectifying');
}

/** Rectifications by turns: done, waiting for a second look, appealed with success, overdue. */
export async function rectify(
  records: RecordDocument[],
  today: Day,
  past: (daysAgo: number) => Moment,
): Promise<void> {
  const link = 'https://mp.weixin.qq.com/s/example';
  for (const [index, { _id }] of records.entries()) {
    const take = (...of: Parameters<typeof stepOf>) =>
      inOneUnit((unit) => stepRecord(unit, _id, stepOf(...of), () => ({})));
    const answer = {
      text: '已恢复更新并安排专人值守。',
      evidence: { figures: [], link, fileIds: [] },
    };
    const turn = index % 4;
    if (turn === 0 || turn === 1) await take('answer', 'staff', past(12).instant, answer);
    if (turn === 0) await take('accept', 'supervisor', past(9).instant, { text: '复查通过。' });
    if (turn === 2) {
      await take('appeal', 'staff', past(15).instant, { ...answer, text: '检查日当天已更新。' });
      await take('overturn', 'supervisor', past(13).instant, { text: '核实属实，撤销判定。' });
    }
    if (turn === 3) await changeRecord(_id, 'rectifying', dueBy(_id, dayBefore(today, 2)));
  }
}

export async function close(inspectionId: string, now: Moment): Promise<void> {
  await step(inspectionId, 'close', now, {});
}

async function step(
  id: string,
  event: Parameters<typeof stepInspection>[1],
  now: Moment,
  changes: Partial<InspectionDocument>,
): Promise<void> {
  const busy = 'job' in changes;
  const value = busy ? { ...changes, busy, cursor: '' } : changes;
  const stepped = await stepInspection(id, event, () => ({ ok: true, value }), request(event, id));
  if (!stepped.ok) throw new Error(stepped.error.message);
  let current = stepped.value;
  while (current.busy) current = await advance(current, now);
}

async function recordsOf(inspectionId: string): Promise<RecordDocument[]> {
  const records: RecordDocument[] = [];
  for await (const record of everyRecord({ inspectionId })) records.push(record);
  return records;
}

/** What was known on a day that lies back: an update shortly before it, or long before a stale one. */
async function dateBack(
  { _id }: RecordDocument,
  inspectionDay: Day,
  index: number,
  findings: Finding[],
): Promise<void> {
  const isStale = findings.some(({ ruleId }) => ruleId === 'stale');
  const lastUpdate = dayBefore(inspectionDay, isStale ? 19 : (index * 5) % 11);
  await changeRecord(_id, 'judging', { lastUpdate });
}

async function inspectorOf(member: string): Promise<Inspector> {
  const held = await membershipsOf(member);
  const agencyIds = held.flatMap(({ scope }) => (scope.kind === 'agency' ? [scope.agencyId] : []));
  return { member, agencyIds };
}

function request(action: string, id: string) {
  return { who: 'sample', action, requestKey: id, asked: null };
}
