import * as v from 'valibot';
import type { Level } from '../../typings/vocabulary';
import { grants } from '../domain/access/grants.data';
import { coverageOf, readMenu, statementSchema } from '../domain/matrix';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, unwrap } from '../handler/refusal';
import { publishFile } from '../platform/files';
import { writeWorkbook } from '../platform/write-workbook';
import { departmentsOf, searchAccounts } from '../records/accounts';
import { findStatement, saveStatement } from '../records/matrix';
import { neighbourhoodOf } from './matrix/neighbourhood';
import { matrixSheets } from './matrix/sheets';
import { rowsOf } from './matrix/table';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { regionNames } from './shared/regions';
import { supervisedBy } from './shared/supervised';

const pageSize = 30;

export const actions = {
  neighbourhood: action({
    input: v.strictObject({ accountId: inputs.id, cursor: v.optional(inputs.cursor) }),
    allow: grants['matrix.neighbourhood'],
    subject: theAccount,
    run: ({ cursor }, { subject: { account }, by }) =>
      neighbourhoodOf(account, { cursor, withCircles: by?.role === 'supervisor' }),
  }),

  statement: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['matrix.statement'],
    subject: theAccount,
    run: ({ accountId }) => findStatement(accountId),
  }),

  readMenu: action({
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(60_000, '内容太长。')) }),
    allow: grants['matrix.readMenu'],
    run: ({ text }) => ({ menu: unwrap(readMenu(text)) }),
  }),

  save: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: inputs.id,
      statement: statementSchema,
      basedOnRevision: inputs.wholeNumber(1_000_000),
    }),
    allow: grants['matrix.save'],
    changes: true,
    subject: theAccount,
    async run(input, { who, subject: { account }, now, request }) {
      const { requestKey, statement, basedOnRevision } = input;
      const stated = {
        accountId: account.id,
        ...statement,
        revision: basedOnRevision + 1,
        enteredAt: now.instant,
        sample: account.sample,
      };
      return unwrap(await saveStatement(stated, who, request(requestKey)));
    },
  }),

  table: action({
    input: v.strictObject({
      regionPrefix: v.optional(inputs.regionPrefix),
      levels: v.optional(v.pipe(v.array(inputs.level), v.minLength(1), v.maxLength(5))),
      department: v.optional(inputs.department),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['matrix.table'],
    async run(filter, { memberships }) {
      const scopes = supervisedBy(memberships);
      const asked = { ...filter, status: 'active' as const };
      const { items, next } = await searchAccounts(scopes, asked, pageSize);
      return { items: await rowsOf(items), next };
    },
  }),

  coverage: action({
    input: v.strictObject({ region: inputs.regionCode }),
    allow: grants['matrix.coverage'],
    subject: async ({ region }: { region: string }) => {
      const regionName = regionNames().fullName(region);
      if (regionName === null) return null;
      const level = levelOf(region);
      const place = { agencyId: null, region, level, department: null, vendorIds: [] };
      return { place, level, regionName };
    },
    async run({ region }, { subject: { level, regionName } }) {
      const functions = coverageOf(await departmentsOf(region, level));
      return { region, level, regionName, functions };
    },
  }),

  export: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['matrix.export'],
    subject: theAccount,
    async run(_, { subject: { account } }) {
      const around = await neighbourhoodOf(account, { withCircles: false });
      const bytes = await writeWorkbook(matrixSheets(around));
      return { url: found(await publishFile(`matrix/${account.id}/矩阵.xlsx`, bytes)) };
    },
  }),
} satisfies ActionTable<'matrix'>;

export const main = handler('matrix', actions);

/** The level whose own region a code names. */
function levelOf(region: string): Level {
  if (region.endsWith('0000')) return 'provincial';
  return region.endsWith('00') ? 'prefectural' : 'county';
}
