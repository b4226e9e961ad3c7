import type { KpiFigures } from '../../../typings/kpis';
import type { Day } from '../../../typings/vocabulary';
import {
  composeFigures,
  figuresNeeded,
  type JudgedContract,
  kpiResults,
  type NeededFigures,
} from '../../domain/contracts';
import { reportsOf, type StoredReport } from '../../records/contract-reports';
import type { StoredContract } from '../../records/contracts';
import { headId, headsOf, type SubmissionHead } from '../../records/submissions';

/** Contracts with the results of the newest periods of each KPI, from what was filed and reported. */
export async function judged(
  contracts: StoredContract[],
  today: Day,
  newest: number,
): Promise<JudgedContract[]> {
  const needs = contracts.map((contract) => figuresNeeded(contract, today, newest));
  const [heads, reports] = await Promise.all([
    headsOf(needs.flat().flatMap(periodsIn)),
    reportsOf(contracts.map(({ id }) => id)),
  ]);
  const filed = new Map(heads.map((head) => [head._id, head]));
  return contracts.map((contract, index) => {
    const own = reports.filter(({ contractId }) => contractId === contract.id);
    const figures = (needs[index] ?? []).map((need) => figuresFor(need, filed, own));
    return { contract, results: kpiResults(contract, figures, today, newest) };
  });
}

function periodsIn({ accountId, period, months }: NeededFigures) {
  return [period, ...months].map((id) => ({ accountId, period: id }));
}

function figuresFor(
  { accountId, period, months }: NeededFigures,
  filed: Map<string, SubmissionHead>,
  reports: StoredReport[],
): KpiFigures {
  const headOf = (id: string) => filed.get(headId(accountId, id));
  const whole = headOf(period);
  const parts = months.map(headOf);
  const used = whole ? [whole] : parts.flatMap((part) => part ?? []);
  const composed = () => composeFigures(parts.map((part) => part?.figures ?? {}));
  return {
    accountId,
    period,
    synced: whole ? whole.figures : used.length > 0 ? composed() : null,
    through: whole?.through,
    submissions: used.map(({ period: id, revision }) => ({ period: id, revision })),
    reported:
      reports.find((one) => one.accountId === accountId && one.period === period)?.figures ?? {},
  };
}
