import type { Contract } from '../../../typings/contracts';
import type { KpiPeriod } from '../../../typings/kpis';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { type ContractPeriod, monthsOf, periodsOf } from './contract-periods';

/** Figures that the KPIs of a contract rest on: the period's own, or else those of its months. */
export interface NeededFigures {
  accountId: string;
  period: PeriodId;
  /** empty where the period is a month, or is not made of whole months */
  months: PeriodId[];
}

/** The newest periods of a kind that have begun, oldest first. */
export function begunPeriods(
  contract: Pick<Contract, 'startsOn' | 'endsOn'>,
  kind: KpiPeriod,
  today: Day,
  newest: number,
): ContractPeriod[] {
  return periodsOf(contract, kind)
    .filter(({ starts }) => starts <= today)
    .slice(-newest);
}

/** What must be looked up to judge the newest periods of each KPI. */
export function figuresNeeded(contract: Contract, today: Day, newest: number): NeededFigures[] {
  const kinds = [...new Set(contract.kpis.map(({ period }) => period))];
  return kinds.flatMap((kind) =>
    begunPeriods(contract, kind, today, newest).flatMap((period) => {
      const months = kind === 'month' || kind === 'week' ? [] : monthsOf(period);
      return contract.accountIds.map((accountId) => ({ accountId, period: period.id, months }));
    }),
  );
}
