import type { Contract } from '../../../typings/contracts';
import type { KpiFigures, KpiState, Settlement } from '../../../typings/kpis';
import type { Day } from '../../../typings/vocabulary';
import { dayNumber } from '../indices/days';
import type { ContractPeriod } from './contract-periods';
import { kpiState } from './kpi-state';
import { begunPeriods } from './needed';

/** A contract with every result of its KPIs so far, oldest first. */
export interface JudgedContract {
  contract: Contract;
  results: KpiState[];
}

const noFigures = { synced: null, submissions: [], reported: {} };

/**
 * Every KPI of every account in each period that has begun (of many, the newest), oldest first.
 * Accounts share what a period is paid evenly.
 */
export function kpiResults(
  contract: Contract,
  figures: KpiFigures[],
  today: Day,
  newest: number = Number.POSITIVE_INFINITY,
): KpiState[] {
  const byKey = new Map(figures.map((one) => [`${one.accountId}:${one.period}`, one]));
  const results = contract.kpis.flatMap((kpi) =>
    begunPeriods(contract, kpi.period, today, newest).flatMap((period) =>
      contract.accountIds.map((accountId) => {
        const given = byKey.get(`${accountId}:${period.id}`);
        return kpiState(kpi, {
          period,
          figures: given ?? { accountId, period: period.id, ...noFigures },
          today,
          dueYuan: dueFor(contract, period) / contract.accountIds.length,
        });
      }),
    ),
  );
  return results.sort((a, b) => (a.endsOn < b.endsOn ? -1 : Number(a.endsOn > b.endsOn)));
}

/**
 * What each settlement period comes to, newest first: the contract's price by its share of days, less
 * the deductions of the KPIs whose own period ends in it (at most all of it). KPIs without figures
 * take nothing off and are listed, so that payment can wait for them. The dues sum to the price.
 */
export function settlementsOf({ contract, results }: JudgedContract, today: Day): Settlement[] {
  return begunPeriods(contract, contract.settledBy, today, Number.POSITIVE_INFINITY)
    .map((period) => settlementFor(contract, period, results, today))
    .reverse();
}

function settlementFor(
  contract: Contract,
  period: ContractPeriod,
  results: KpiState[],
  today: Day,
): Settlement {
  const kpis = results.filter(({ endsOn }) => endsOn >= period.starts && endsOn <= period.ends);
  const dueYuan = dueFor(contract, period);
  const wanted = kpis.reduce((sum, kpi) => sum + kpi.deductionYuan, 0);
  const deductionYuan = toCents(Math.min(dueYuan, wanted));
  const idsOf = (fits: (kpi: KpiState) => boolean) => [
    ...new Set(kpis.filter(fits).map(({ kpiId }) => kpiId)),
  ];
  return {
    period: period.id,
    from: period.starts,
    to: period.ends,
    over: period.ends < today,
    dueYuan,
    deductionYuan,
    payableYuan: toCents(dueYuan - deductionYuan),
    score: scoreOf(contract, kpis),
    unknownKpis: idsOf(({ state }) => state === 'unknown'),
    disputedKpis: idsOf(({ disputed }) => disputed),
    mayTerminate: kpis.some(({ state }) => state === 'breached'),
    kpis,
  };
}

/** Weighted attainment of what could be judged, 0–100. */
function scoreOf({ kpis }: Contract, states: KpiState[]): number | null {
  const weightOf = new Map(kpis.map(({ id, weight }) => [id, weight]));
  let reached = 0;
  let whole = 0;
  for (const { kpiId, state, attainment } of states) {
    if (attainment === null || state === 'running' || state === 'exempt') continue;
    const weight = weightOf.get(kpiId) ?? 0;
    reached += weight * attainment;
    whole += weight;
  }
  return whole === 0 ? null : Math.round((1000 * reached) / whole) / 10;
}

/** The price up to the period's end less that up to its start, so that no cent is lost between. */
function dueFor(
  { startsOn, endsOn, priceYuan }: Contract,
  { starts, ends }: ContractPeriod,
): number {
  const number = (day: Day) => dayNumber(day) ?? 0;
  const all = number(endsOn) - number(startsOn) + 1;
  const upTo = (days: number) => toCents((priceYuan * days) / all);
  const before = number(starts) - number(startsOn);
  return toCents(upTo(number(ends) - number(startsOn) + 1) - upTo(before));
}

function toCents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
