import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import {
  commitmentOf,
  deadlineFaults,
  inspectorFaults,
  planFaults,
} from '../../domain/inspections';
import { action } from '../../handler/action';
import { Refusal, unwrap } from '../../handler/refusal';
import { sha256 } from '../../platform/digest';
import { addInspection, stepInspection } from '../../records/inspections';
import * as inputs from '../shared/inputs';
import { namedScope } from '../shared/scope-subject';
import { supervisedBy } from '../shared/supervised';
import { advance } from './advance';
import * as own from './inputs';
import { ofInspection } from './inputs';
import { chosenInspectors } from './inspectors';
import { newInspection } from './plan';
import { shownInspection } from './shown';
import { theInspection } from './subjects';

/** An inspection from its plan to its close, for those who organise it. */
export const organising = {
  plan: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      title: inputs.text(60),
      ruleSetId: inputs.id,
      scope: own.scope,
      inspectionDay: inputs.day,
      share: own.share,
    }),
    allow: grants['inspections.plan'],
    changes: true,
    subject: namedScope,
    async run(input, { who, now, subject, require, request }) {
      for (const place of subject.places) require(place);
      const faults = planFaults(input, now.today);
      if (faults) throw new Refusal(faults);
      const planned = await newInspection(input, who, now);
      return shownInspection(unwrap(await addInspection(planned, request(input.requestKey))));
    },
  }),

  commit: action({
    input: v.strictObject({ requestKey: inputs.requestKey, ...ofInspection }),
    allow: grants['inspections.commit'],
    changes: true,
    subject: theInspection,
    async run(input, { now, subject, require, request }) {
      for (const place of subject.places) require(place);
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
          request(input.requestKey),
        ),
      );
      return shownInspection(await advance(committed, now));
    },
  }),

  draw: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      ...ofInspection,
      witness: inputs.text(60),
    }),
    allow: grants['inspections.draw'],
    changes: true,
    subject: theInspection,
    async run(input, { now, subject, require, request }) {
      for (const place of subject.places) require(place);
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
          request(input.requestKey),
        ),
      );
      return shownInspection(await advance(drawn, now));
    },
  }),

  assign: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      ...ofInspection,
      membershipIds: v.pipe(v.array(inputs.id), v.maxLength(60, '一次最多六十位检查员。')),
    }),
    allow: grants['inspections.assign'],
    changes: true,
    subject: theInspection,
    async run(input, { now, memberships, subject, require, request }) {
      for (const place of subject.places) require(place);
      const inspectorList = await chosenInspectors(input.membershipIds, supervisedBy(memberships));
      const faults = inspectorFaults(inspectorList);
      if (faults) throw new Refusal(faults);
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
          request(input.requestKey),
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
    input: v.strictObject({ requestKey: inputs.requestKey, ...ofInspection, dueOn: inputs.day }),
    allow: grants['inspections.publish'],
    changes: true,
    subject: theInspection,
    async run(input, { now, subject, require, request }) {
      for (const place of subject.places) require(place);
      const faults = deadlineFaults(input.dueOn, now.today);
      if (faults) throw new Refusal(faults);
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
          request(input.requestKey),
        ),
      );
      return shownInspection(await advance(published, now));
    },
  }),

  close: action({
    input: v.strictObject({ requestKey: inputs.requestKey, ...ofInspection }),
    allow: grants['inspections.close'],
    changes: true,
    subject: theInspection,
    async run(input, { subject, require, request }) {
      for (const place of subject.places) require(place);
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
        request(input.requestKey),
      );
      return shownInspection(unwrap(closed));
    },
  }),
};
