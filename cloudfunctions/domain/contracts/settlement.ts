import type { Contract, KpiFigures, Settlement } from '../../../typings/contracts';
import type { Result } from '../../../typings/result';
import { dayNumber } from '../indices/days';
import { type Period, parsePeriod } from '../indices/periods';
import { kpiState } from './kpi-state';

/**
 * What a period's payment comes to: the contract's price by its share of days, less the deductions
 * of the KPIs of that kind of period (at most all of it). KPIs without figures take nothing off and
 * are listed, so that payment can wait for them. `invalid` for a period that is none, or lies
 * outside the contract.
 */
export function settle(contract: Contract, figures: KpiFigures): Result<Settlement> {
  const parsed = parsePeriod(figures.period, 'iso');
  if (!parsed.ok) return parsed;
  const due = dueFor(contract, parsed.value);
  if (due === null) {
    const message = '这个周期不在合同期内，请选择合同期内的周期';
    return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
  }
  const kpis = contract.kpis
    .filter(({ period }) => period === parsed.value.kind)
    .map((kpi) => kpiState(kpi, figures));
  const deductionPercent = Math.min(
    100,
    kpis.reduce((sum, kpi) => sum + kpi.deductionPercent, 0),
  );
  const deductionYuan = toCents((due * deductionPercent) / 100);
  return {
    ok: true,
    value: {
      period: figures.period,
      dueYuan: due,
      deductionYuan,
      payableYuan: toCents(due - deductionYuan),
      deductionPercent,
      unknownKpis: kpis.filter(({ state }) => state === 'unknown').map(({ kpiId }) => kpiId),
      disputedKpis: kpis.filter(({ disputed }) => disputed).map(({ kpiId }) => kpiId),
      mayTerminate: kpis.some(({ state }) => state === 'breached'),
      kpis,
    },
  };
}

function dueFor({ startsOn, endsOn, priceYuan }: Contract, { from, to }: Period): number | null {
  const [start, end] = [dayNumber(startsOn), dayNumber(endsOn)];
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (start === null || end === null || first === null || last === null) return null;
  const days = Math.min(end, last) - Math.max(start, first) + 1;
  return days > 0 ? toCents((priceYuan * days) / (end - start + 1)) : null;
}

function toCents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
