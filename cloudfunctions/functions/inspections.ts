import * as v from 'valibot';
import type { ProofInput } from '../../typings/api/inspections';
import { grants } from '../domain/access/grants.data';
import {
  commitmentOf,
  deadlineFaults,
  findRuleSet,
  forecastOf,
  inspectorFaults,
  judgementFaults,
  planFaults,
  ruleSets,
} from '../domain/inspections';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, notFound, Refusal, unwrap } from '../handler/refusal';
import { momentOf } from '../platform/clock';
import { sha256 } from '../platform/digest';
import { accountsByIds, accountsOfAgencies } from '../records/accounts';
import { recordActivity, soonDue } from '../records/activity';
import { findAssignment, openAssignments } from '../records/inspection-assignments';
import {
  findRecord,
  recordsOf,
  shownRecord,
  stepOf,
  stepRecord,
} from '../records/inspection-records';
import {
  addInspection,
  busyInspections,
  findInspection,
  type InspectionDocument,
  inspectionsWithin,
  stepInspection,
} from '../records/inspections';
import type { StoredMembership } from '../records/memberships';
import { addNotices, noticesOf } from '../records/notices';
import { answeredOnce } from '../records/requests';
import { advance } from './inspections/advance';
import { publishBulletin, publishNotice, publishProof } from './inspections/documents';
import * as own from './inspections/inputs';
import { chosenInspectors } from './inspections/inspectors';
import { writeJudgement } from './inspections/judge';
import { dueNotice, remindOfRectifications, remindOfUpdates } from './inspections/notices';
import { ownInspections } from './inspections/own';
import { newInspection } from './inspections/plan';
import { recordDetail, shownAssignment, shownInspection } from './inspections/shown';
import { scopeSubject, theInspection, theRecord } from './inspections/subjects';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { supervisedBy } from './shared/supervised';

const pageSize = 30;
const workShown = 30;

const { requestKey } = inputs;
const ofInspection = { inspectionId: inputs.id };
const ofRecord = { requestKey, recordId: inputs.id };
const cursor = v.optional(inputs.cursor);

export const actions = {
  ruleSets: action({
    input: inputs.nothing,
    allow: grants['inspections.ruleSets'],
    run: () => ({ ruleSets: [...ruleSets] }),
  }),

  list: action({
    input: v.strictObject({ cursor }),
    allow: grants['inspections.list'],
    async run({ cursor: after }, { memberships }) {
      const page = await inspectionsWithin(supervisedBy(memberships), after ?? null, pageSize);
      return { items: page.items.map(shownInspection), next: page.next };
    },
  }),

  get: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.get'],
    subject: theInspection,
    run: (_, { subject, require }) => {
      for (const place of subject.places) require(place);
      return shownInspection(subject.inspection);
    },
  }),

  plan: action({
    input: v.strictObject({
      requestKey,
      title: inputs.text(60),
      ruleSetId: inputs.id,
      scope: own.scope,
      inspectionDay: inputs.day,
      share: own.share,
    }),
    allow: grants['inspections.plan'],
    changes: true,
    subject: async ({ scope }) => scopeSubject(scope),
    async run(input, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const faults = planFaults(input, now.today);
      if (faults) throw new Refusal(faults);
      const request = {
        who,
        action: 'inspections.plan',
        requestKey: input.requestKey,
        asked: input,
      };
      const planned = await newInspection(input, who, now);
      return shownInspection(unwrap(await addInspection(planned, request)));
    },
  }),

  commit: action({
    input: v.strictObject({ requestKey, ...ofInspection }),
    allow: grants['inspections.commit'],
    changes: true,
    subject: theInspection,
    async run(input, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const request = {
        who,
        action: 'inspections.commit',
        requestKey: input.requestKey,
        asked: input,
      };
      const committed = unwrap(
        await stepInspection(
          input.inspectionId,
          'commit',
          ({ secretSeed }) => ({
            ok: true,
            value: {
              commitment: commitmentOf(secretSeed, sha256),
              busy: true,
              job: { kind: 'freeze', done: 0, total: null },
            },
          }),
          request,
        ),
      );
      return shownInspection(await advance(committed, now));
    },
  }),

  draw: action({
    input: v.strictObject({ requestKey, ...ofInspection, witness: inputs.text(60) }),
    allow: grants['inspections.draw'],
    changes: true,
    subject: theInspection,
    async run(input, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const request = {
        who,
        action: 'inspections.draw',
        requestKey: input.requestKey,
        asked: input,
      };
      const drawn = unwrap(
        await stepInspection(
          input.inspectionId,
          'draw',
          ({ secretSeed, frame }) =>
            frame === null || frame.size === 0
              ? {
                  ok: false,
                  error: {
                    code: 'conflict',
                    message: '检查范围内没有账号，不能抽取。请核对范围后另建检查。',
                  },
                }
              : {
                  ok: true,
                  value: {
                    seed: secretSeed,
                    witness: input.witness,
                    busy: true,
                    cursor: '',
                    job: { kind: 'draw', done: 0, total: null },
                  },
                },
          request,
        ),
      );
      return shownInspection(await advance(drawn, now));
    },
  }),

  assign: action({
    input: v.strictObject({
      requestKey,
      ...ofInspection,
      membershipIds: v.pipe(v.array(inputs.id), v.maxLength(60, '一次最多六十位检查员。')),
    }),
    allow: grants['inspections.assign'],
    changes: true,
    subject: theInspection,
    async run(input, { who, now, memberships, subject, require }) {
      for (const place of subject.places) require(place);
      const inspectorList = await chosenInspectors(input.membershipIds, supervisedBy(memberships));
      const faults = inspectorFaults(inspectorList);
      if (faults) throw new Refusal(faults);
      const request = {
        who,
        action: 'inspections.assign',
        requestKey: input.requestKey,
        asked: input,
      };
      const assigned = unwrap(
        await stepInspection(
          input.inspectionId,
          'assign',
          ({ busy, sample }) =>
            busy
              ? { ok: false, error: { code: 'conflict', message: '正在抽取，请稍候再分派。' } }
              : {
                  ok: true,
                  value: {
                    inspectorList,
                    busy: true,
                    cursor: '',
                    job: { kind: 'assign', done: 0, total: sample?.size ?? null },
                  },
                },
          request,
        ),
      );
      return shownInspection(await advance(assigned, now));
    },
  }),

  advance: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.advance'],
    subject: theInspection,
    async run(_, { now, subject, require }) {
      for (const place of subject.places) require(place);
      return shownInspection(await advance(subject.inspection, now));
    },
  }),

  publish: action({
    input: v.strictObject({ requestKey, ...ofInspection, dueOn: inputs.day }),
    allow: grants['inspections.publish'],
    changes: true,
    subject: theInspection,
    async run(input, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const faults = deadlineFaults(input.dueOn, now.today);
      if (faults) throw new Refusal(faults);
      const request = {
        who,
        action: 'inspections.publish',
        requestKey: input.requestKey,
        asked: input,
      };
      const published = unwrap(
        await stepInspection(
          input.inspectionId,
          'publish',
          ({ counts, busy, sample }) => {
            const left = counts.waiting + counts.judging + counts.disputed;
            return busy || left > 0
              ? {
                  ok: false,
                  error: {
                    code: 'conflict',
                    message: `还有 ${left} 个账号没有判定，判定完才能通报。`,
                  },
                }
              : {
                  ok: true,
                  value: {
                    dueOn: input.dueOn,
                    busy: true,
                    cursor: '',
                    job: { kind: 'publish', done: 0, total: sample?.size ?? null },
                  },
                };
          },
          request,
        ),
      );
      return shownInspection(await advance(published, now));
    },
  }),

  close: action({
    input: v.strictObject({ requestKey, ...ofInspection }),
    allow: grants['inspections.close'],
    changes: true,
    subject: theInspection,
    async run(input, { who, subject, require }) {
      for (const place of subject.places) require(place);
      const request = {
        who,
        action: 'inspections.close',
        requestKey: input.requestKey,
        asked: input,
      };
      const closed = await stepInspection(
        input.inspectionId,
        'close',
        ({ counts, busy }) =>
          busy || counts.appealed > 0
            ? {
                ok: false,
                error: {
                  code: 'conflict',
                  message: `还有 ${counts.appealed} 件申诉没有处理，处理完才能办结。`,
                },
              }
            : { ok: true, value: {} },
        request,
      );
      return shownInspection(unwrap(closed));
    },
  }),

  records: action({
    input: v.strictObject({ ...ofInspection, state: v.optional(own.recordState), cursor }),
    allow: grants['inspections.records'],
    subject: theInspection,
    async run({ inspectionId, state, cursor: after }, { subject, require }) {
      for (const place of subject.places) require(place);
      const filter = { inspectionId, ...(state ? { state } : {}) };
      const page = await recordsOf(filter, after ?? null, pageSize);
      return { items: page.items.map(shownRecord), next: page.next };
    },
  }),

  record: action({
    input: v.strictObject({ recordId: inputs.id }),
    allow: grants['inspections.record'],
    subject: theRecord,
    async run(_, { subject: { record }, by }) {
      const inspection = found(await findInspection(record.inspectionId));
      if (by?.role === 'staff' && !inspection.publishedAt) throw new Refusal(notFound);
      return recordDetail(record, inspection);
    },
  }),

  proof: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.proof'],
    subject: theInspection,
    async run(_, { subject: { inspection } }) {
      if (inspection.seed === null) {
        throw new Refusal({ code: 'conflict', message: '抽取以后才能下载核验材料。' });
      }
      return { url: found(await publishProof(inspection)) };
    },
  }),

  bulletin: action({
    input: v.strictObject({ ...ofInspection, format: v.picklist(['docx', 'xlsx']) }),
    allow: grants['inspections.bulletin'],
    subject: theInspection,
    async run({ format }, { subject: { inspection, places }, now, require }) {
      for (const place of places) require(place);
      if (!inspection.publishedAt) {
        throw new Refusal({ code: 'conflict', message: '通报以后才能下载通报和清单。' });
      }
      const ruleSet = found(findRuleSet(inspection.ruleSetId));
      return { url: found(await publishBulletin(inspection, ruleSet, format, now.today)) };
    },
  }),

  rectificationNotice: action({
    input: v.strictObject({ recordId: inputs.id }),
    allow: grants['inspections.rectificationNotice'],
    subject: theRecord,
    async run(_, { subject: { record }, now }) {
      if (record.dueOn === null) throw new Refusal(notFound);
      const ruleSet = found(findRuleSet(record.ruleSetId));
      return { url: found(await publishNotice(record, ruleSet, now.today)) };
    },
  }),

  work: action({
    input: v.strictObject({ cursor }),
    allow: grants['inspections.work'],
    async run({ cursor: after }, { who }) {
      const page = await openAssignments(who, after ?? null, workShown);
      const items = await Promise.all(
        page.items.map(async (one) => {
          const [record, inspection] = await Promise.all([
            findRecord(one.recordId),
            findInspection(one.inspectionId),
          ]);
          return record && inspection
            ? [shownAssignment(one, record, inspection.inspectionDay)]
            : [];
        }),
      );
      return { items: items.flat(), next: page.next };
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
    input: v.strictObject({ requestKey, assignmentId: inputs.id, judgement: own.judgement }),
    allow: grants['inspections.judge'],
    changes: true,
    async run(input, { who, now, memberships }) {
      const { assignment, record } = await ownAssignment(input.assignmentId, who);
      refuseOwnAgency(memberships, record.account.agencyId);
      const ruleSet = found(findRuleSet(record.ruleSetId));
      const { judgement } = input;
      const faults = judgementFaults(ruleSet, judgement, record.automatic, now.today);
      if (faults) throw new Refusal(faults);
      const request = {
        who,
        action: 'inspections.judge',
        requestKey: input.requestKey,
        asked: input,
      };
      unwrap(
        await answeredOnce(request, (unit) =>
          writeJudgement(unit, { assignment, judgement, ruleSet, who, now }),
        ),
      );
      const next = await openAssignments(who, null, 1);
      return { nextId: next.items[0]?._id ?? null };
    },
  }),

  mine: action({
    input: inputs.nothing,
    allow: grants['inspections.mine'],
    async run(_, { memberships, now }) {
      const accounts = await accountsOfAgencies(agenciesOf(memberships));
      return ownInspections(accounts, now.today);
    },
  }),

  answer: action({
    input: v.strictObject({ ...ofRecord, proof: own.proof }),
    allow: grants['inspections.answer'],
    changes: true,
    subject: theRecord,
    async run(input, { who, now }) {
      const request = {
        who,
        action: 'inspections.answer',
        requestKey: input.requestKey,
        asked: input,
      };
      const step = stepOf('answer', 'staff', now.instant, told(input.proof));
      return shownRecord(
        unwrap(
          await answeredOnce(request, (unit) => stepRecord(unit, input.recordId, step, () => ({}))),
        ),
      );
    },
  }),

  appeal: action({
    input: v.strictObject({ ...ofRecord, proof: own.proof }),
    allow: grants['inspections.appeal'],
    changes: true,
    subject: theRecord,
    async run(input, { who, now, subject: { record } }) {
      const request = {
        who,
        action: 'inspections.appeal',
        requestKey: input.requestKey,
        asked: input,
      };
      const step = stepOf('appeal', 'staff', now.instant, told(input.proof));
      return shownRecord(
        unwrap(
          await answeredOnce(request, async (unit) => {
            const inspection = await unit.find<InspectionDocument>(
              'inspections',
              record.inspectionId,
            );
            if (inspection?.state === 'closed') {
              const message = '本次检查已经办结，不再受理申诉；请按期整改。';
              return { ok: false, error: { code: 'conflict', message } };
            }
            return stepRecord(unit, input.recordId, step, () => ({}));
          }),
        ),
      );
    },
  }),

  decideAppeal: action({
    input: v.strictObject({ ...ofRecord, upheld: v.boolean(), text: inputs.text(500) }),
    allow: grants['inspections.decideAppeal'],
    changes: true,
    subject: theRecord,
    async run(input, { who, now }) {
      const { requestKey: key, recordId, upheld, text } = input;
      const request = { who, action: 'inspections.decideAppeal', requestKey: key, asked: input };
      const event = upheld ? 'uphold' : 'overturn';
      const step = stepOf(event, 'supervisor', now.instant, { text });
      return shownRecord(
        unwrap(await answeredOnce(request, (unit) => stepRecord(unit, recordId, step, () => ({})))),
      );
    },
  }),

  recheck: action({
    input: v.strictObject({
      ...ofRecord,
      accepted: v.boolean(),
      text: inputs.text(500),
      dueOn: v.optional(inputs.day),
    }),
    allow: grants['inspections.recheck'],
    changes: true,
    subject: theRecord,
    async run(input, { who, now }) {
      const { requestKey: key, recordId, accepted, text, dueOn } = input;
      const faults = accepted ? null : deadlineFaults(dueOn ?? '', now.today);
      if (faults) throw new Refusal(faults);
      const request = { who, action: 'inspections.recheck', requestKey: key, asked: input };
      const event = accepted ? 'accept' : 'reject';
      const step = stepOf(event, 'supervisor', now.instant, { text });
      const changes = accepted || !dueOn ? {} : { dueOn };
      const stepped = await answeredOnce(request, (unit) =>
        stepRecord(unit, recordId, step, () => changes),
      );
      const record = unwrap(stepped);
      if (!accepted) await addNotices([dueNotice('recheck', record, now.instant)]);
      return shownRecord(record);
    },
  }),

  forecast: action({
    input: v.strictObject({ withinDays: inputs.wholeNumber(60), cursor }),
    allow: grants['inspections.forecast'],
    async run({ withinDays, cursor: after }, { memberships, now }) {
      const until = dayIn(now.instant, withinDays);
      const scopes = supervisedBy(memberships);
      const page = await soonDue(scopes, { until, after: after ?? null, limit: pageSize });
      const accounts = await accountsByIds(page.items.map(({ accountId }) => accountId));
      const byId = new Map(accounts.map((account) => [account.id, account]));
      const items = page.items.flatMap((activity) => {
        const account = byId.get(activity.accountId);
        const forecast = account && forecastOf(account, activity, now.today);
        return forecast && account.status === 'active' ? [forecast] : [];
      });
      return { items, next: page.next };
    },
  }),

  observe: action({
    input: v.strictObject({ requestKey, accountId: inputs.id, lastPublished: inputs.day }),
    allow: grants['inspections.observe'],
    changes: true,
    subject: theAccount,
    async run(input, { who, now, subject: { account } }) {
      const { lastPublished } = input;
      if (lastPublished > now.today) {
        const fields = { lastPublished: '不能晚于今天。' };
        throw new Refusal({ code: 'invalid', message: '最近发文日期不正确。', fields });
      }
      const request = {
        who,
        action: 'inspections.observe',
        requestKey: input.requestKey,
        asked: input,
      };
      return unwrap(
        await answeredOnce(request, async (unit) => ({
          ok: true,
          value: await recordActivity(unit, account, {
            lastPublished,
            source: 'observed',
            asOf: now.today,
            confirmed: false,
            who,
            at: now.instant,
          }),
        })),
      );
    },
  }),

  notices: action({
    input: inputs.nothing,
    allow: grants['inspections.notices'],
    async run(_, { memberships }) {
      const agencyIds = agenciesOf(memberships);
      const notices = agencyIds.length > 0 ? await noticesOf(agencyIds) : [];
      return {
        notices: notices.map(({ _id, agencyId: _, ...notice }) => ({ id: _id, ...notice })),
      };
    },
  }),
} satisfies ActionTable<'inspections'>;

export const main = handler('inspections', actions, {
  async work(moment) {
    for (const inspection of await busyInspections()) await advance(inspection, moment);
  },
  async remind(moment) {
    await remindOfUpdates(moment);
    await remindOfRectifications(moment);
  },
});

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

function agenciesOf(memberships: StoredMembership[]): string[] {
  return memberships.flatMap(({ scope }) => (scope.kind === 'agency' ? [scope.agencyId] : []));
}

function told({ text, link, fileIds }: ProofInput) {
  return { text, evidence: { figures: [], link, fileIds } };
}

function dayIn(instant: string, days: number): string {
  return momentOf(Date.parse(instant) + days * 86_400_000).today;
}
