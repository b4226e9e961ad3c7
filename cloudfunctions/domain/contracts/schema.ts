import * as v from 'valibot';
import type { KpiMetric } from '../../../typings/contracts';
import { isKpiMetric } from './kpi-metrics.data';

const text = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, '不能为空'), v.maxLength(limit, '太长'));
const amount = v.pipe(v.number(), v.finite());
const dayOrNot = v.nullable(text(10));

const deductionRule = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({
    kind: v.literal('per-unit'),
    unit: amount,
    percent: amount,
    capPercent: amount,
  }),
  v.object({ kind: v.literal('all-or-nothing'), percent: amount }),
]);

const kpi = v.object({
  id: text(40),
  metric: v.custom<KpiMetric>(
    (metric) => typeof metric === 'string' && isKpiMetric(metric),
    '没有这个指标',
  ),
  scheme: v.nullable(text(60)),
  period: v.picklist(['week', 'month', 'quarter', 'year']),
  target: amount,
  direction: v.picklist(['at-least', 'at-most']),
  weight: amount,
  rule: deductionRule,
  floor: v.nullable(amount),
});

/** valibot schema of `ContractInput`: shapes alone; `checkContract` judges what they say. */
export const contractSchema = v.object({
  vendorId: text(64),
  vendorName: text(100),
  accountIds: v.pipe(v.array(text(64)), v.minLength(1), v.maxLength(200)),
  scope: v.pipe(
    v.array(v.picklist(['operation', 'technology', 'training'])),
    v.minLength(1),
    v.maxLength(3),
  ),
  procurement: v.picklist(['tender', 'negotiation', 'directed', 'single-source', 'inquiry']),
  startsOn: text(10),
  endsOn: text(10),
  priceYuan: amount,
  kpis: v.pipe(v.array(kpi), v.maxLength(30)),
  acceptor: text(100),
  duties: v.object({
    qualificationCheck: dayOrNot,
    operatingAgreement: dayOrNot,
    confidentialityAgreement: dayOrNot,
    namedOfficer: v.nullable(text(50)),
    processSupervision: dayOrNot,
    reviewBeforePublishing: dayOrNot,
  }),
});
