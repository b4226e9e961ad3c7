import * as v from 'valibot';
import type { KpiMetric } from '../../../typings/kpis';
import { isKpiMetric } from './kpi-metrics.data';

const text = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, '不能为空'), v.maxLength(limit, '太长'));
const amount = v.pipe(v.number(), v.finite());
const dayOrNot = v.nullable(v.pipe(v.string(), v.isoDate('日期应写成 2026-11-24 的样子。')));

const accountId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '账号编号不正确。'));
/** Each account's ledger is written with the contract. */
const mostAccounts = 20;

const deductionRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.literal('per-unit'),
    unit: amount,
    percent: amount,
    capPercent: amount,
  }),
  v.strictObject({ kind: v.literal('all-or-nothing'), percent: amount }),
]);

const kpiMetric = v.custom<KpiMetric>(
  (metric) => typeof metric === 'string' && isKpiMetric(metric),
  '没有这个指标',
);

const kpi = v.strictObject({
  id: text(40),
  metric: kpiMetric,
  scheme: v.nullable(text(60)),
  period: v.picklist(['week', 'month', 'quarter', 'year', 'term']),
  target: amount,
  direction: v.picklist(['at-least', 'at-most']),
  weight: amount,
  rule: deductionRule,
  floor: v.nullable(amount),
});

/** valibot schema of `ContractInput`: shapes alone; `checkContract` judges what they say. */
export const contractSchema = v.strictObject({
  vendorName: text(100),
  vendorCode: text(18),
  accountIds: v.pipe(v.array(accountId), v.minLength(1), v.maxLength(mostAccounts)),
  scope: v.pipe(
    v.array(v.picklist(['operation', 'technology', 'training'])),
    v.minLength(1),
    v.maxLength(3),
  ),
  procurement: v.picklist(['tender', 'negotiation', 'directed', 'single-source', 'inquiry']),
  startsOn: text(10),
  endsOn: text(10),
  priceYuan: amount,
  settledBy: v.picklist(['month', 'quarter', 'year', 'term']),
  kpis: v.pipe(v.array(kpi), v.maxLength(30)),
  acceptor: text(100),
  duties: v.strictObject({
    qualificationCheck: dayOrNot,
    operatingAgreement: dayOrNot,
    confidentialityAgreement: dayOrNot,
    namedOfficer: v.nullable(text(50)),
    processSupervision: dayOrNot,
    reviewBeforePublishing: dayOrNot,
  }),
});

/** valibot schema of what a vendor reports of a period. */
export const reportedSchema = v.pipe(
  v.record(
    kpiMetric,
    v.nullable(v.pipe(v.number('请填写数字。'), v.finite(), v.minValue(0, '不能小于 0。'))),
  ),
  v.check((figures) => Object.keys(figures).length <= 60, '数字过多。'),
);
