import * as v from 'valibot';
import type { AccountInput } from '../../typings/registry';
import { decide } from '../domain/access/decide';
import { grants } from '../domain/access/grants.data';
import type { Place } from '../domain/access/scopes';
import { previewOf } from '../domain/registry/plan';
import { regionsBelow } from '../domain/registry/region-lookup';
import { accountsSheet, templateSheets } from '../domain/registry/template';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { now } from '../platform/clock';
import { publishFile } from '../platform/files';
import { randomId } from '../platform/random';
import { regions } from '../platform/regions';
import { writeWorkbook } from '../platform/write-workbook';
import {
  accountsOfAgencies,
  accountsOfVendors,
  findAccount,
  placeOfAccount,
  type StoredAccount,
  shown,
} from '../records/accounts';
import type { StoredMembership } from '../records/memberships';
import { moveScores } from '../records/move-scores';
import { hasOpenProcedure } from '../records/procedures';
import { countPage } from '../records/registry-totals';
import { changedAccount, newAccount, saveAccount } from '../records/save-account';
import { searchAccounts } from '../records/search-accounts';
import { accountInput } from './accounts/account-input';
import { applyImport } from './accounts/apply-import';
import { planImport } from './accounts/import-plan';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { regionNames } from './shared/regions';
import { sheetPage, sheetPart } from './shared/sheets';
import { supervisedIn } from './shared/supervised';

const pageSize = 30;

const searched = {
  query: v.optional(inputs.text(40)),
  levels: v.optional(v.pipe(v.array(inputs.level), v.minLength(1), v.maxLength(5))),
  regionPrefix: v.optional(inputs.regionPrefix),
  department: v.optional(inputs.department),
  kind: v.optional(inputs.kind),
  status: v.optional(inputs.accountStatus),
  cursor: v.optional(inputs.cursor),
};

export const actions = {
  mine: action({
    input: inputs.nothing,
    allow: grants['accounts.mine'],
    async run(_, { memberships }) {
      const scopes = memberships.map(({ scope }) => scope);
      const [ofAgencies, ofVendors] = await Promise.all([
        accountsOfAgencies(scopes.flatMap((s) => (s.kind === 'agency' ? [s.agencyId] : []))),
        accountsOfVendors(scopes.flatMap((s) => (s.kind === 'vendor' ? [s.vendorId] : []))),
      ]);
      const unique = new Map([...ofAgencies, ...ofVendors].map((one) => [one.id, one]));
      return { accounts: [...unique.values()].map(shown) };
    },
  }),

  get: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['accounts.get'],
    subject: theAccount,
    run: (_, { subject }) => shown(subject.account),
  }),

  search: action({
    input: v.strictObject(searched),
    allow: grants['accounts.search'],
    async run(filter, { memberships }) {
      const scopes = supervisedIn(memberships, filter);
      const { items, next } = await searchAccounts(scopes, filter, pageSize);
      return { items: items.map(shown), next };
    },
  }),

  export: action({
    input: v.strictObject(searched),
    allow: grants['accounts.export'],
    run(filter, { memberships }) {
      const scopes = supervisedIn(memberships, filter);
      return sheetPart({
        folder: 'accounts',
        name: '账号',
        from: filter.cursor,
        page: (cursor) => searchAccounts(scopes, { ...filter, cursor }, sheetPage),
        sheet: (accounts) => accountsSheet(accounts.map(shown), regionNames()),
      });
    },
  }),

  save: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: v.optional(inputs.id),
      account: accountInput,
    }),
    allow: grants['accounts.save'],
    changes: true,
    subject: savedAccount,
    async run(input, { who, subject, require, request }) {
      // Asked again of what it will be: an account cannot be moved out of, or into, another's scope.
      require(placeOfAccount(subject.after));
      const { requestKey } = input;
      const saved = unwrap(await saveAccount(subject.after, { who }, request(requestKey)));
      await moveScores([saved]);
      return shown(saved);
    },
  }),

  close: action({
    input: v.strictObject({
      accountId: inputs.id,
      closedOn: inputs.day,
      reason: inputs.text(200),
    }),
    allow: grants['accounts.close'],
    changes: true,
    subject: theAccount,
    async run({ closedOn, reason }, { who, subject: { account }, now }) {
      if (closedOn > now.today) {
        const fields = { closedOn: '不能晚于今天。' };
        throw new Refusal({ code: 'invalid', message: '关停日期不正确。', fields });
      }
      if (account.status === 'closed') return shown(account);
      if (await hasOpenProcedure(account.id)) {
        const message = '该账号有正在办理的事项，请在事项中办结，或撤回后再关停。';
        throw new Refusal({ code: 'conflict', message });
      }
      const status = { status: 'closed' as const, closedOn };
      const closed = changedAccount(account, { status }, now.instant);
      return shown(unwrap(await saveAccount(closed, { who, reason })));
    },
  }),

  previewImport: action({
    input: v.strictObject({ fileId: inputs.fileId }),
    allow: grants['accounts.previewImport'],
    async run({ fileId }, { memberships, now }) {
      return previewOf(unwrap(await planImport(fileId, now.instant, writable(memberships))));
    },
  }),

  applyImport: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      fileId: inputs.fileId,
      digest: inputs.id,
    }),
    allow: grants['accounts.applyImport'],
    changes: true,
    async run({ fileId, ...requested }, { who, memberships, now }) {
      const plan = () => planImport(fileId, now.instant, writable(memberships));
      return unwrap(await applyImport({ who, now, ...requested }, plan));
    },
  }),

  template: action({
    input: inputs.nothing,
    allow: grants['accounts.template'],
    async run() {
      const bytes = await writeWorkbook(templateSheets());
      return { url: found(await publishFile('templates/账号登记模板.xlsx', bytes)) };
    },
  }),

  regions: action({
    input: v.strictObject({ within: v.optional(inputs.regionPrefix) }),
    allow: grants['accounts.regions'],
    run: ({ within }) => ({ regions: regionsBelow(regions, within ?? '') }),
  }),
} satisfies ActionTable<'accounts'>;

/** Pages of one firing: some seconds of work. */
const pagesAtOnce = 40;

export const main = handler('accounts', actions, {
  async count({ today }) {
    for (let page = 0; page < pagesAtOnce; page += 1) {
      if (!(await countPage(today))) return;
    }
  },
});

/** The account before and after a save; its place is where it lies before, or will when it is new. */
async function savedAccount({
  accountId,
  account: input,
}: {
  accountId?: string;
  account: AccountInput;
}): Promise<{ place: Place; after: StoredAccount } | null> {
  const { instant } = now();
  if (accountId === undefined) {
    const after = newAccount(randomId(), input, instant);
    return { place: placeOfAccount(after), after };
  }
  const before = await findAccount(accountId);
  if (!before) return null;
  return { place: placeOfAccount(before), after: changedAccount(before, { input }, instant) };
}

/** What an import may write: what saving one account may. */
function writable(memberships: StoredMembership[]): (place: Place) => boolean {
  return (place) => decide(grants['accounts.save'], memberships, place).allowed;
}
