import * as v from 'valibot';
import type { ApiError } from '../../typings/answer';
import type { Report } from '../../typings/reports';
import { grants } from '../domain/access/grants.data';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { removeFiles } from '../platform/files';
import { findReport, publishReport, removeReport, shownReport } from '../records/reports';
import { listPublished, listReports, openReport } from './reports/lists';
import { goOn, takeFurther } from './reports/making';
import { orderReport } from './reports/order';
import { publishPaper } from './reports/papers';
import { readable, theReport } from './reports/subjects';
import * as inputs from './shared/inputs';
import { namedScope } from './shared/scope-subject';

const reportId = { reportId: inputs.id };
const pageInput = v.strictObject({ cursor: v.optional(inputs.cursor) });

const published: ApiError = { code: 'conflict', message: '这份报告已经发布，不能再撤回。' };

export const actions = {
  order: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      scope: inputs.regionScope,
      period: inputs.period,
      scheme: inputs.scheme,
    }),
    allow: grants['reports.order'],
    changes: true,
    subject: namedScope,
    async run(asked, { subject, require, ...by }) {
      subject.places.forEach(require);
      return further(await orderReport(asked, by));
    },
  }),

  continue: action({
    input: v.strictObject(reportId),
    allow: grants['reports.continue'],
    changes: true,
    subject: theReport,
    run({ reportId: id }, { subject, require }) {
      subject.places.forEach(require);
      return further(id);
    },
  }),

  list: action({
    input: pageInput,
    allow: grants['reports.list'],
    run: ({ cursor }, { memberships }) => listReports(memberships, cursor ?? null),
  }),

  published: action({
    input: pageInput,
    allow: grants['reports.published'],
    run: ({ cursor }) => listPublished(cursor ?? null),
  }),

  get: action({
    input: v.strictObject(reportId),
    allow: grants['reports.get'],
    run: async ({ reportId: id }, { memberships }) => openReport(await readable(id, memberships)),
  }),

  download: action({
    input: v.strictObject({
      ...reportId,
      format: v.picklist(['docx', 'xlsx'], '请选择文档或表格。'),
    }),
    allow: grants['reports.download'],
    run: async ({ reportId: id, format }, { memberships }) => ({
      url: await publishPaper(await readable(id, memberships), format),
    }),
  }),

  discard: action({
    input: v.strictObject(reportId),
    allow: grants['reports.discard'],
    changes: true,
    subject: theReport,
    async run({ reportId: id }, { subject, require }) {
      subject.places.forEach(require);
      const gone = await removeReport(id);
      if (!gone) throw new Refusal(published);
      if (gone.tally !== null) await removeFiles([gone.tally]);
      return { discarded: true as const };
    },
  }),

  publish: action({
    input: v.strictObject({ ...reportId, requestKey: inputs.requestKey }),
    allow: grants['reports.publish'],
    changes: true,
    subject: theReport,
    async run({ reportId: id, requestKey }, { subject, require, by, now, request }) {
      subject.places.forEach(require);
      const issue = { publisher: by?.label ?? '', publishedAt: now.instant };
      unwrap(await publishReport(id, issue, request(requestKey)));
      return shownReport(found(await findReport(id)));
    },
  }),
} satisfies ActionTable<'reports'>;

export const main = handler('reports', actions, { goOn });

async function further(id: string): Promise<Report> {
  return shownReport(found(await takeFurther(id)));
}
