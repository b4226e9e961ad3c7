import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import { readMenu, statementSchema } from '../domain/matrix';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, unwrap } from '../handler/refusal';
import { publishFile } from '../platform/files';
import { randomId } from '../platform/random';
import { writeWorkbook } from '../platform/write-workbook';
import { findStatement, saveStatement } from '../records/matrix';
import { coverageIn, mapOf, theRegion } from './matrix/coverage';
import { neighbourhoodOf } from './matrix/neighbourhood';
import { mapSheet, matrixSheets, tableSheet } from './matrix/sheets';
import { tablePage } from './matrix/table';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { sheetLink, sheetPart } from './shared/sheets';
import { supervisedIn } from './shared/supervised';

const pageSize = 30;
/** Each row looks its superior up: pages of a sheet stay small. */
const tableSheetPage = 100;

const tabled = {
  regionPrefix: v.optional(inputs.regionPrefix),
  levels: v.optional(v.pipe(v.array(inputs.level), v.minLength(1), v.maxLength(5))),
  department: v.optional(inputs.department),
};

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
    input: v.strictObject({ ...tabled, cursor: v.optional(inputs.cursor) }),
    allow: grants['matrix.table'],
    run: (filter, { memberships }) =>
      tablePage(supervisedIn(memberships, filter), filter, pageSize),
  }),

  exportTable: action({
    input: v.strictObject({ ...tabled, cursor: v.optional(inputs.cursor) }),
    allow: grants['matrix.exportTable'],
    run(filter, { memberships }) {
      const scopes = supervisedIn(memberships, filter);
      return sheetPart({
        folder: 'matrix/tables',
        name: '微信矩阵',
        from: filter.cursor,
        page: (cursor) => tablePage(scopes, { ...filter, cursor }, tableSheetPage),
        sheet: tableSheet,
      });
    },
  }),

  coverage: action({
    input: v.strictObject({ region: inputs.regionCode }),
    allow: grants['matrix.coverage'],
    subject: theRegion,
    run: ({ region }, { subject }) => coverageIn(region, subject),
  }),

  map: action({
    input: v.strictObject({ region: inputs.regionCode }),
    allow: grants['matrix.map'],
    subject: theRegion,
    run: ({ region }, { subject }) => mapOf(region, subject),
  }),

  exportMap: action({
    input: v.strictObject({ region: inputs.regionCode }),
    allow: grants['matrix.exportMap'],
    subject: theRegion,
    async run({ region }, { subject }) {
      const sheet = mapSheet(await mapOf(region, subject));
      return sheetLink(`matrix/maps/${randomId()}/地域覆盖.xlsx`, sheet);
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
