import type { ApiError } from '../../../typings/answer';
import type { ReportQuery } from '../../../typings/reports';
import { regionScopeLabel } from '../../domain/access/label';
import { summariseScheme } from '../../domain/indices';
import { reportGrounds } from '../../domain/reports/admission';
import { seriesOf } from '../../domain/reports/canonical';
import { titleOf } from '../../domain/reports/content';
import type { Context } from '../../handler/action';
import { Refusal, unwrap } from '../../handler/refusal';
import { randomId } from '../../platform/random';
import { hasAccounts } from '../../records/report-sources';
import { addReport, countRunning, orderOf } from '../../records/reports';
import { regionNames } from '../shared/regions';

/** Reports of one person that are made at a time. */
const mostRunning = 3;

const nobody: ApiError = {
  code: 'invalid',
  message: '这个范围还没有账号，请换一个范围。',
  fields: { scope: '这个范围还没有账号。' },
};
const tooMany: ApiError = {
  code: 'rate-limited',
  message: `您有 ${mostRunning} 份报告还在生成，完成后再编写新的。`,
};

type By = Pick<Context<unknown>, 'who' | 'now' | 'request'>;

/** Begins a report, once for a request; answers with its id. */
export async function orderReport(
  { requestKey, ...query }: ReportQuery & { requestKey: string },
  { who, now, request }: By,
): Promise<string> {
  const { period, scheme } = unwrap(reportGrounds(query, now.today));
  if (!(await hasAccounts(query.scope))) throw new Refusal(nobody);
  if ((await countRunning(who, mostRunning)) >= mostRunning) throw new Refusal(tooMany);
  const id = randomId();
  const { scope } = query;
  const { regionPrefix } = scope;
  const scopeName = regionScopeLabel(scope, regionNames());
  const { name, version, purpose, notice } = summariseScheme(scheme);
  const report = {
    _id: id,
    ...query,
    title: titleOf({ scopeName, period }),
    scopeName,
    schemeName: name,
    schemeVersion: version,
    purpose,
    notice,
    state: 'running' as const,
    done: 0,
    asOf: now.instant,
    sample: false,
    headline: null,
    checksum: null,
    number: null,
    publisher: null,
    publishedAt: null,
    regions: [0, 2, 4, 6].flatMap((length) =>
      length <= regionPrefix.length ? [regionPrefix.slice(0, length)] : [],
    ),
    at: orderOf(now.instant, id),
    to: period.to,
    series: seriesOf(query, period.kind),
    publishedSeries: null,
    cursor: null,
    tally: null,
    orderedBy: who,
  };
  return unwrap(await addReport(report, request(requestKey))).id;
}
