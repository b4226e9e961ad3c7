import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { gapsSheet, proceduresSheet, rulesFor } from '../../domain/lifecycle';
import { action } from '../../handler/action';
import { found } from '../../handler/refusal';
import { writeDocument } from '../../platform/documents/write-document';
import { publishFile } from '../../platform/files';
import { accountsById } from '../../records/accounts';
import { closuresInto, closuresOf, type StoredClosure } from '../../records/closures';
import { proceduresOf } from '../../records/procedures';
import { theAccount } from '../shared/account-subject';
import * as inputs from '../shared/inputs';
import { sheetPage, sheetPart } from '../shared/sheets';
import { supervisedIn } from '../shared/supervised';
import { formDocument } from './form';
import { gapsPage } from './gaps';
import { proceduresPage } from './list';
import { detailOf, summaryOf } from './shown';
import { theProcedure } from './subjects';

const pageSize = 30;

const procedureId = v.strictObject({ procedureId: inputs.id });
const listed = {
  show: v.picklist(['open', 'overdue', 'over']),
  regionPrefix: v.optional(inputs.regionPrefix),
};
const gapped = {
  show: v.picklist(['unfiled', 'pending', 'closed']),
  regionPrefix: v.optional(inputs.regionPrefix),
};

/** Procedures, gaps and what is printed of them, as they stand. */
export const reading = {
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
    input: v.strictObject({ ...listed, cursor: v.optional(inputs.cursor) }),
    allow: grants['lifecycle.list'],
    run: (asked, { memberships, now }) =>
      proceduresPage(supervisedIn(memberships, asked), asked, now.today, pageSize),
  }),

  exportList: action({
    input: v.strictObject({ ...listed, cursor: v.optional(inputs.cursor) }),
    allow: grants['lifecycle.exportList'],
    run(asked, { memberships, now }) {
      const scopes = supervisedIn(memberships, asked);
      return sheetPart({
        folder: 'lifecycle/lists',
        name: '办理事项',
        from: asked.cursor,
        page: (cursor) => proceduresPage(scopes, { ...asked, cursor }, now.today, sheetPage),
        sheet: proceduresSheet,
      });
    },
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
    input: v.strictObject({ ...gapped, cursor: v.optional(inputs.cursor) }),
    allow: grants['lifecycle.gaps'],
    run: (asked, { memberships, now }) =>
      gapsPage(supervisedIn(memberships, asked), asked, now.today, pageSize),
  }),

  exportGaps: action({
    input: v.strictObject({ ...gapped, cursor: v.optional(inputs.cursor) }),
    allow: grants['lifecycle.exportGaps'],
    run(asked, { memberships, now }) {
      const scopes = supervisedIn(memberships, asked);
      return sheetPart({
        folder: 'lifecycle/lists',
        name: '备案缺口',
        from: asked.cursor,
        page: (cursor) => gapsPage(scopes, { ...asked, cursor }, now.today, sheetPage),
        sheet: gapsSheet,
      });
    },
  }),
};

function closureOf({ accountId, kind, closedOn, successorId, successor }: StoredClosure) {
  return { accountId, kind, closedOn, successorId, successor };
}
