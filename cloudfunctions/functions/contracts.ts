import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import {
  alertLimits,
  checkContract,
  contractAlerts,
  contractChoices,
  contractSchema,
  contractSchemes,
  kpiPeriod,
  reportedSchema,
} from '../domain/contracts';
import { handler } from '../handler';
import { type ActionTable, action, type Subject } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { type Moment, momentOf } from '../platform/clock';
import { accountsOfAgencies, placeOfAccount, type StoredAccount } from '../records/accounts';
import { recordReport } from '../records/contract-reports';
import {
  contractsChangedBy,
  contractsEnding,
  contractsOfAgency,
  contractsReached,
  findContract,
  type StoredContract,
} from '../records/contracts';
import { renewVendors, saveContract } from '../records/save-contract';
import { publishAcceptance } from './contracts/acceptance';
import { decideSettlement } from './contracts/decide-settlement';
import { detailOf, listed } from './contracts/detail';
import { contractAfter, savedContract } from './contracts/saved';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { judged } from './shared/judged-contracts';

const pageSize = 30;
/** looked at for alerts, the first to end first */
const watched = 50;
/** the running period and two before it: enough to tell what fails again */
const watchedPeriods = 3;
const renewedAtOnce = 50;
const dayLength = 86_400_000;

export const actions = {
  list: action({
    input: v.strictObject({
      accountId: v.optional(inputs.id),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['contracts.list'],
    async run(asked, { memberships, now }) {
      const { items, next } = await contractsReached(memberships, asked, pageSize);
      return { items: items.map((contract) => listed(contract, now.today)), next };
    },
  }),

  get: action({
    input: v.strictObject({ contractId: inputs.id }),
    allow: grants['contracts.get'],
    subject: theContract,
    run: (_, { subject, memberships, now }) => detailOf(subject.contract, memberships, now.today),
  }),

  form: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['contracts.form'],
    subject: theAccount,
    async run(_, { subject: { account } }) {
      const [accounts, contracts] = await Promise.all([
        accountsOfAgencies([account.agency.id]),
        contractsOfAgency(account.agency.id, pageSize),
      ]);
      const vendors = new Map(contracts.map((one) => [one.vendorCode, one.vendorName]));
      return {
        agency: account.agency,
        accounts: accounts.map(({ id, name }) => ({ id, name })),
        vendors: [...vendors].map(([code, name]) => ({ code, name })),
        ...contractChoices(),
      };
    },
  }),

  save: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      contractId: v.optional(inputs.id),
      contract: contractSchema,
      basedOnRevision: inputs.wholeNumber(10_000),
      reason: v.optional(inputs.text(200)),
    }),
    allow: grants['contracts.save'],
    changes: true,
    subject: savedContract,
    async run(input, { who, subject: { before, accounts }, memberships, now, require, request }) {
      for (const account of accounts) require(account && placeOfAccount(account));
      const { requestKey, contract, basedOnRevision, reason } = input;
      const known = accounts.map(found);
      requireOneAgency(known);
      unwrap(checkContract(contract, contractSchemes()));
      if (before && reason === undefined) refuse('reason', '修改合同请写明原因。');
      const standing = before && { ...before, revision: basedOnRevision };
      const by = { who, instant: now.instant };
      const after = contractAfter({ before: standing, accounts: known }, input, by);
      const id = unwrap(
        await saveContract(after, { today: now.today, reason }, request(requestKey)),
      );
      return detailOf(found(await findContract(id)), memberships, now.today);
    },
  }),

  report: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      contractId: inputs.id,
      accountId: inputs.id,
      period: inputs.period,
      figures: reportedSchema,
      basedOnRevision: inputs.wholeNumber(10_000),
    }),
    allow: grants['contracts.report'],
    changes: true,
    subject: theContract,
    async run(input, { who, subject: { contract }, memberships, now, request }) {
      const { requestKey, accountId, period, figures, basedOnRevision } = input;
      const { from, to } = unwrap(kpiPeriod(contract, period));
      if (!contract.accountIds.includes(accountId)) refuse('accountId', '合同不包括这个账号。');
      if (from > now.today) refuse('period', '这一期还没有开始，请选择已经开始的周期。');
      const report = {
        contractId: contract.id,
        accountId,
        period,
        to,
        figures,
        revision: basedOnRevision + 1,
        reportedBy: who,
        reportedAt: now.instant,
      };
      unwrap(await recordReport(report, request(requestKey)));
      return detailOf(contract, memberships, now.today);
    },
  }),

  decide: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      contractId: inputs.id,
      period: inputs.period,
      decision: v.picklist(['accepted', 'deducted', 'refused'], '请选择验收结论。'),
      reason: v.optional(inputs.text(200)),
      seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '请刷新后重试。')),
      basedOnRevision: inputs.wholeNumber(1000),
    }),
    allow: grants['contracts.decide'],
    changes: true,
    subject: theContract,
    async run(input, { who, subject: { contract }, memberships, now, request }) {
      const by = { who, now, request: request(input.requestKey) };
      unwrap(await decideSettlement(contract, input, by));
      return detailOf(contract, memberships, now.today);
    },
  }),

  alerts: action({
    input: v.strictObject({ accountId: v.optional(inputs.id) }),
    allow: grants['contracts.alerts'],
    async run({ accountId }, { memberships, now }) {
      const from = daysBefore(now, alertLimits.expiredDays);
      const contracts = await contractsEnding(memberships, accountId, from, watched + 1);
      const looked = await judged(contracts.slice(0, watched), now.today, watchedPeriods);
      return { alerts: contractAlerts(looked, now.today), more: contracts.length > watched };
    },
  }),

  acceptance: action({
    input: v.strictObject({
      contractId: inputs.id,
      period: inputs.period,
      format: v.picklist(['docx', 'xlsx'], '请选择文件格式。'),
    }),
    allow: grants['contracts.acceptance'],
    subject: theContract,
    async run({ period, format }, { subject: { contract }, memberships, now }) {
      const detail = await detailOf(contract, memberships, now.today);
      return { url: found(await publishAcceptance(detail, period, format, now.today)) };
    },
  }),
} satisfies ActionTable<'contracts'>;

export const main = handler('contracts', actions, { renewVendors: renewAll });

async function theContract({
  contractId,
}: {
  contractId: string;
}): Promise<(Subject & { contract: StoredContract }) | null> {
  const contract = await findContract(contractId);
  return contract && { contract, place: contract.seat };
}

function requireOneAgency(accounts: StoredAccount[]): void {
  if (new Set(accounts.map(({ agency }) => agency.id)).size > 1) {
    refuse('contract.accountIds', '一份合同只能包括同一主办单位的账号，不同单位请分别登记。');
  }
}

function refuse(field: string, message: string): never {
  throw new Refusal({ code: 'invalid', message, fields: { [field]: message } });
}

function daysBefore({ today }: Moment, days: number): string {
  return momentOf(Date.parse(today) - days * dayLength).today;
}

/** Opens accounts to vendors whose contract begins, and closes them to those whose contract is over. */
async function renewAll({ today }: Moment): Promise<void> {
  for (;;) {
    const contracts = await contractsChangedBy(today, renewedAtOnce);
    for (const { id } of contracts) await renewVendors(id, today);
    if (contracts.length < renewedAtOnce) return;
  }
}
