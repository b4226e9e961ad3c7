import * as v from 'valibot';
import type { ProofInput } from '../../../typings/api/inspections';
import type { Day } from '../../../typings/vocabulary';
import { grants } from '../../domain/access/grants.data';
import { deadlineFaults, dueAfterAppeal } from '../../domain/inspections';
import { action } from '../../handler/action';
import { Refusal, unwrap } from '../../handler/refusal';
import { momentOf } from '../../platform/clock';
import { accountsOfAgencies } from '../../records/accounts';
import {
  dueBy,
  type RecordDocument,
  shownRecord,
  stepOf,
  stepRecord,
} from '../../records/inspection-records';
import type { InspectionDocument } from '../../records/inspections';
import { addNotices } from '../../records/notices';
import { answeredOnce } from '../../records/requests';
import * as inputs from '../shared/inputs';
import * as own from './inputs';
import { ofRecord } from './inputs';
import { dueNotice } from './notices';
import { ownInspections } from './own';
import { agenciesOf, theRecord } from './subjects';

/** What follows from a verdict: rectification, appeal, re-check. */
export const rectifying = {
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
    async run(input, { now, request }) {
      const step = stepOf('answer', 'staff', now.instant, told(input.proof));
      return shownRecord(
        unwrap(
          await answeredOnce(request(input.requestKey), (unit) =>
            stepRecord(unit, input.recordId, step, () => ({})),
          ),
        ),
      );
    },
  }),

  appeal: action({
    input: v.strictObject({ ...ofRecord, proof: own.proof }),
    allow: grants['inspections.appeal'],
    changes: true,
    subject: theRecord,
    async run(input, { now, subject: { record }, request }) {
      const step = stepOf('appeal', 'staff', now.instant, told(input.proof));
      return shownRecord(
        unwrap(
          await answeredOnce(request(input.requestKey), async (unit) => {
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
    async run(input, { now, request }) {
      const { requestKey: key, recordId, upheld, text } = input;
      const step = stepOf(upheld ? 'uphold' : 'overturn', 'supervisor', now.instant, { text });
      const decided = await answeredOnce(request(key), (unit) =>
        stepRecord(unit, recordId, step, (before) => (upheld ? dueAnew(before, now.today) : {})),
      );
      const record = unwrap(decided);
      if (upheld) await addNotices([dueNotice('upheld', record, now.instant)]);
      return shownRecord(record);
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
    async run(input, { now, request }) {
      const { requestKey: key, recordId, accepted, text, dueOn } = input;
      const faults = accepted ? null : deadlineFaults(dueOn ?? '', now.today);
      if (faults) throw new Refusal(faults);
      const event = accepted ? 'accept' : 'reject';
      const step = stepOf(event, 'supervisor', now.instant, { text });
      const changes = accepted || !dueOn ? {} : dueBy(recordId, dueOn);
      const stepped = await answeredOnce(request(key), (unit) =>
        stepRecord(unit, recordId, step, () => changes),
      );
      const record = unwrap(stepped);
      if (!accepted) await addNotices([dueNotice('recheck', record, now.instant)]);
      return shownRecord(record);
    },
  }),
};

function told({ text, link, fileIds }: ProofInput) {
  return { text, evidence: { figures: [], link, fileIds } };
}

/** The day that stands after an appeal: nobody loses days to how long a supervisor took. */
function dueAnew({ _id, dueOn, steps }: RecordDocument, decidedOn: Day): Partial<RecordDocument> {
  const appeal = steps.filter(({ event }) => event === 'appeal').at(-1);
  if (!appeal || dueOn === null) return {};
  const { today: appealedOn } = momentOf(Date.parse(appeal.at));
  return dueBy(_id, dueAfterAppeal(dueOn, { appealedOn, decidedOn }));
}
