import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { inspectorFaults, replacedBy } from '../../domain/inspections';
import { action } from '../../handler/action';
import { notFound, Refusal, unwrap } from '../../handler/refusal';
import { sha256 } from '../../platform/digest';
import { countOpen } from '../../records/inspection-assignments';
import { type InspectionDocument, stepInspection } from '../../records/inspections';
import { aliasOf } from '../../records/invitations';
import * as inputs from '../shared/inputs';
import { supervisedBy } from '../shared/supervised';
import { advance } from './advance';
import { ofInspection } from './inputs';
import { chosenInspectors } from './inspectors';
import { shownInspection } from './shown';
import { theInspection } from './subjects';

/** Who of a running inspection has how much left, and another in the place of one who cannot go on. */
export const reassigning = {
  inspectors: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.inspectors'],
    subject: theInspection,
    async run(_, { subject: { inspection, places }, require }) {
      for (const place of places) require(place);
      const loads = await Promise.all(
        inspection.inspectorList.map(async ({ member, left: hasLeft }) => ({
          id: idOf(inspection, member),
          alias: aliasOf(member),
          left: await countOpen(inspection._id, member),
          hasLeft,
        })),
      );
      const shown = loads.filter(({ hasLeft, left }) => !hasLeft || left > 0);
      return { inspectors: shown.map(({ id, alias, left }) => ({ id, alias, left })) };
    },
  }),

  reassign: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      ...ofInspection,
      inspectorId: inputs.id,
      membershipId: inputs.id,
    }),
    allow: grants['inspections.reassign'],
    changes: true,
    subject: theInspection,
    async run(input, { now, memberships, subject, require, request }) {
      for (const place of subject.places) require(place);
      const { inspection } = subject;
      const from = inspection.inspectorList.find(
        ({ member }) => idOf(inspection, member) === input.inspectorId,
      )?.member;
      const [joining] = await chosenInspectors([input.membershipId], supervisedBy(memberships));
      if (from === undefined || !joining) throw new Refusal(notFound);
      if (from === joining.member) throw new Refusal(same);
      const total = await countOpen(inspection._id, from);
      const begun = unwrap(
        await stepInspection(
          input.inspectionId,
          'reassign',
          ({ busy, inspectorList: standing }) => {
            if (busy) return { ok: false, error: underWay };
            const inspectorList = replacedBy(standing, from, joining);
            const faults = inspectorFaults(inspectorList);
            return faults
              ? { ok: false, error: faults }
              : {
                  ok: true,
                  value: {
                    inspectorList,
                    handover: { from, to: joining.member },
                    busy: true,
                    cursor: '',
                    job: { kind: 'reassign', done: 0, total },
                  },
                };
          },
          request(input.requestKey),
        ),
      );
      return shownInspection(await advance(begun, now));
    },
  }),
};

const same = {
  code: 'invalid' as const,
  message: '请选另一位检查员。',
  fields: { membershipId: '就是这位检查员本人。' },
};
const underWay = {
  code: 'conflict' as const,
  message: '正在分派，请稍候再换检查员。',
};

/** Names an inspector within one inspection alone. */
const idOf = ({ _id }: InspectionDocument, member: string): string =>
  sha256(`${_id}\n${member}`).slice(0, 24);
