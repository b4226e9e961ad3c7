import * as v from 'valibot';
import type { ProcedureAct } from '../../../typings/lifecycle';
import { grants } from '../../domain/access/grants.data';
import { checkApplication } from '../../domain/lifecycle';
import { action, type Context } from '../../handler/action';
import { found, Refusal, unwrap } from '../../handler/refusal';
import { findAccount } from '../../records/accounts';
import { findProcedure, openProcedure, recordAct } from '../../records/procedures';
import { theAccount } from '../shared/account-subject';
import * as inputs from '../shared/inputs';
import * as schemas from './schema';
import { detailOf, reckoningFor } from './shown';
import { type ProcedureSubject, requireBeyond, theProcedure } from './subjects';
import { targetOf } from './target';

/** A procedure from its application to its filing: what staff and supervisors do to it. */
export const acting = {
  apply: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: inputs.id,
      application: schemas.application,
    }),
    allow: grants['lifecycle.apply'],
    changes: true,
    subject: theAccount,
    async run(input, { who, subject: { account }, now, request }) {
      const { requestKey, application } = input;
      const target = await targetOf(application);
      unwrap(checkApplication(account, application, target, now.today));
      const id = unwrap(
        await openProcedure(
          account,
          { application, targetId: target?.id ?? null },
          { who, at: now.instant },
          reckoningFor(account, now.today),
          request(requestKey),
        ),
      );
      return detailOf(found(await findProcedure(id)), account, now.today);
    },
  }),

  decide: action({
    input: schemas.deciding,
    allow: grants['lifecycle.decide'],
    changes: true,
    subject: theProcedure,
    async run(input, context) {
      if (input.act.act === 'approve') await requireBeyond(context);
      return act('lifecycle.decide', input, context);
    },
  }),

  report: action({
    input: schemas.reporting,
    allow: grants['lifecycle.report'],
    changes: true,
    subject: theProcedure,
    async run(input, context) {
      const { account } = context.subject;
      if (input.act.act === 'revise') {
        const { application } = input.act;
        // A procedure stays of its kind, and a merger goes where it was first said to go.
        const { kind, successor } = context.subject.procedure.application;
        const isOther =
          application.kind !== kind || application.successor?.wechatId !== successor?.wechatId;
        if (isOther && (kind === 'merger' || application.kind !== kind)) {
          const message = '事项种类和并入的账号不能修改，请撤回后重新申请。';
          throw new Refusal({ code: 'invalid', message });
        }
        const target = await targetOf(application);
        unwrap(checkApplication(account, application, target, context.now.today));
      }
      return act('lifecycle.report', input, context);
    },
  }),

  file: action({
    input: schemas.filing,
    allow: grants['lifecycle.file'],
    changes: true,
    subject: theProcedure,
    run: (input, context) => act('lifecycle.file', input, context),
  }),
};

async function act(
  name: string,
  input: { requestKey: string; procedureId: string; sequence: number; act: ProcedureAct },
  { who, by, subject: { account }, now }: Context<ProcedureSubject>,
) {
  const { requestKey, sequence } = input;
  const role = by?.role === 'supervisor' ? 'supervisor' : 'staff';
  const acting = { act: input.act, sequence, by: role, who, at: now.instant } as const;
  const request = { who, action: name, requestKey, asked: input };
  const reckoning = reckoningFor(account, now.today);
  unwrap(await recordAct(input.procedureId, acting, reckoning, request));
  const [procedure, after] = await Promise.all([
    findProcedure(input.procedureId),
    findAccount(account.id),
  ]);
  return detailOf(found(procedure), found(after), now.today);
}
