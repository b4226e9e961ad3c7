import type { DecidedSettlement } from '../../../typings/acceptance';
import type { Contract } from '../../../typings/contracts';
import type { Settlement } from '../../../typings/kpis';
import type { LiveSettlement } from '../../domain/contracts';
import { sha256 } from '../../platform/digest';
import type { StoredAcceptance } from '../../records/acceptances';

/**
 * A settlement with the checksum of all that a decision on it rests on: the contract's revision, what
 * each KPI came to, and the revisions that its figures come from.
 */
export function live(contract: Contract, settlement: Settlement): LiveSettlement {
  const { period, dueYuan, deductionYuan, payableYuan } = settlement;
  const kpis = settlement.kpis.map((kpi) => ({
    kpi: [kpi.kpiId, kpi.metric, kpi.accountId, kpi.period],
    came: [kpi.target, kpi.actual, kpi.state, kpi.deductionPercent, kpi.deductionYuan],
    reported: kpi.reported,
    from: kpi.evidence.map(({ metric, value, submissions }) => [metric, value, submissions]),
  }));
  const text = JSON.stringify({
    contract: [contract.id, contract.revision],
    period,
    yuan: [dueYuan, deductionYuan, payableYuan],
    kpis,
  });
  return { ...settlement, checksum: sha256(text) };
}

/** Settlements with the decisions on them, newest first: what was accepted is shown as it was then. */
export function decided(
  settlements: LiveSettlement[],
  acceptances: StoredAcceptance[],
): DecidedSettlement[] {
  const byPeriod = new Map(acceptances.map((one) => [one.period, one]));
  const periods = new Set(settlements.map(({ period }) => period));
  const shown = settlements.map((settlement) => shownWith(settlement, byPeriod));
  // accepted under terms that the contract no longer has
  const former = acceptances.filter(({ period }) => !periods.has(period)).map(frozen);
  return [...shown, ...former].sort((a, b) => (a.to < b.to ? 1 : -1));
}

function shownWith(
  settlement: LiveSettlement,
  byPeriod: ReadonlyMap<string, StoredAcceptance>,
): DecidedSettlement {
  const acceptance = byPeriod.get(settlement.period);
  if (!acceptance) return { ...settlement, acceptance: null, corrected: null };
  const then = frozen(acceptance);
  if (acceptance.decision === 'refused') return { ...settlement, ...decisionOf(then) };
  const { deductionYuan, payableYuan } = settlement;
  const isSame = deductionYuan === then.deductionYuan && payableYuan === then.payableYuan;
  return { ...then, corrected: isSame ? null : { deductionYuan, payableYuan } };
}

function decisionOf({ acceptance }: DecidedSettlement) {
  return { acceptance, corrected: null };
}

function frozen(stored: StoredAcceptance): DecidedSettlement {
  const { contractId, to, settlement, decidedBy, ...acceptance } = stored;
  return { ...settlement, checksum: acceptance.checksum, acceptance, corrected: null };
}
