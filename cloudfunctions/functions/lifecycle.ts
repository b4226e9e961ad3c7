import * as v from 'valibot';
import type { ProcedureAct } from '../../typings/lifecycle';
import { grants } from '../domain/access/grants.data';
import { checkApplication, rulesFor } from '../domain/lifecycle';
import { handler } from '../handler';
import { type ActionTable, action, type Context, type Subject } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { writeDocument } from '../platform/documents/write-document';
import { publishFile } from '../platform/files';
import { accountsById, findAccount, placeOfAccount, type StoredAccount } from '../records/accounts';
import {
  closuresInto,
  closuresOf,
  findProcedure,
  openProcedure,
  proceduresOf,
  recordAct,
  type StoredProcedure,
} from '../records/procedures';
import { reachedPage } from '../records/reach';
import { agencyOf } from '../records/save-account';
import { formDocument } from './lifecycle/form';
import { gapsPage } from './lifecycle/gaps';
import * as schemas from './lifecycle/schema';
import { detailOf, reckoningFor, summaryOf } from './lifecycle/shown';
import { targetOf } from './lifecycle/target';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { supervisedBy } from './shared/supervised';

const pageSize = 30;
const procedureId = v.strictObject({ procedureId: inputs.id });

export const actions = {
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

  get: action({
    input: procedureId,
    allow: grants['lifecycle.get'],
    subject: theProcedure,
    run: (_, { subject: { procedure, account }, now }) => detailOf(procedure, account, now.today),
  }),

  ofAccount: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['lifecycle.ofAccount'],
    subject: theAccount,
    async run(_, { subject: { account }, now }) {
      const [procedures, [closed], merged] = await Promise.all([
        proceduresOf(account.id),
        closuresOf([account.id]),
        closuresInto(account.id),
      ]);
      const names = await accountsById(merged.map(({ accountId }) => accountId));
      return {
        procedures: procedures.map((one) => summaryOf(one, account, now.today)),
        rules: rulesFor(account.agency.region, now.today),
        closure: closed ? closureOf(closed) : null,
        mergedFrom: names.map(({ name }) => name),
      };
    },
  }),

  list: action({
    input: v.strictObject({
      show: v.picklist(['open', 'overdue', 'over']),
      regionPrefix: v.optional(inputs.regionPrefix),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['lifecycle.list'],
    async run({ show, ...asked }, { memberships, now }) {
      const over = show === 'over';
      const page = await reachedPage<StoredProcedure>(
        'procedures',
        { scopes: supervisedBy(memberships), ...asked },
        {
          filter: { over },
          key: 'dueKey',
          direction: over ? 'desc' : 'asc',
          limit: pageSize,
          ...(show === 'overdue' ? { until: now.today } : {}),
        },
      );
      const accounts = new Map(
        (await accountsById(page.items.map(({ accountId }) => accountId))).map((one) => [
          one.id,
          one,
        ]),
      );
      return {
        items: page.items.flatMap((one) => {
          const account = accounts.get(one.accountId);
          return account ? [summaryOf(one, account, now.today)] : [];
        }),
        next: page.next,
      };
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

  form: action({
    input: procedureId,
    allow: grants['lifecycle.form'],
    subject: theProcedure,
    async run(_, { subject: { procedure, account }, now }) {
      const detail = detailOf(procedure, account, now.today);
      const bytes = await writeDocument(formDocument(account, detail));
      const path = `lifecycle/${procedure._id}/${detail.sequence}/备案登记表.docx`;
      return { url: found(await publishFile(path, bytes)) };
    },
  }),

  gaps: action({
    input: v.strictObject({
      show: v.picklist(['unfiled', 'pending', 'closed']),
      regionPrefix: v.optional(inputs.regionPrefix),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['lifecycle.gaps'],
    run: (asked, { memberships, now }) => gapsPage(supervisedBy(memberships), asked, now.today),
  }),
} satisfies ActionTable<'lifecycle'>;

export const main = handler('lifecycle', actions);

interface ProcedureSubject extends Subject {
  procedure: StoredProcedure;
  account: StoredAccount;
}

/** The procedure that an action is about; it lies where its account lies. */
async function theProcedure({
  procedureId: id,
}: {
  procedureId: string;
}): Promise<ProcedureSubject | null> {
  const procedure = await findProcedure(id);
  const account = procedure && (await findAccount(procedure.accountId));
  return account ? { procedure, account, place: placeOfAccount(account) } : null;
}

/** Who approves reaches also where the account is to lie, and the account that it goes into. */
async function requireBeyond({ subject, require }: Context<ProcedureSubject>): Promise<void> {
  const { account, procedure } = subject;
  const { agency } = procedure.application.alteration ?? {};
  if (agency) require(placeOfAccount({ ...account, agency: agencyOf(agency) }));
  if (procedure.targetId === null) return;
  const target = await findAccount(procedure.targetId);
  require(target && placeOfAccount(target));
  if (target?.status === 'active') return;
  const message = '要并入的账号已经关停，请退回修改。';
  throw new Refusal({ code: 'conflict', message });
}

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

function closureOf({
  accountId,
  kind,
  closedOn,
  successorId,
  successor,
}: {
  accountId: string;
  kind: 'merger' | 'closing';
  closedOn: string;
  successorId: string | null;
  successor: StoredProcedure['application']['successor'];
}) {
  return { accountId, kind, closedOn, successorId, successor };
}
