import type { Acceptance, AcceptanceDecision } from '../../../typings/acceptance';
import type { ApiError } from '../../../typings/answer';
import type { Contract } from '../../../typings/contracts';
import type { Settlement } from '../../../typings/kpis';
import type { Result } from '../../../typings/result';
import type { Instant } from '../../../typings/vocabulary';
import { metricLabel } from './kpi-metrics.data';

/** A settlement as the figures stand, with the checksum that tells its state from another. */
export interface LiveSettlement extends Settlement {
  checksum: string;
}

export interface AskedDecision {
  decision: AcceptanceDecision;
  reason?: string;
  /** checksum of what was looked at */
  seen: string;
  basedOnRevision: number;
}

/**
 * Decides on a settlement: what is paid follows from the KPIs' rules, never from the decision. Once
 * accepted it stands for good; a refused one may be decided again.
 *
 * Errors: `conflict` when somebody decided, or a figure or the contract changed, since it was looked
 * at; `invalid` for a settlement that is not over, a contract without an officer, a decision that the
 * rules do not bear out, or a reason that is due.
 */
export function decideAcceptance(
  contract: Contract,
  settlement: LiveSettlement,
  {
    asked,
    standing,
    instant,
  }: { asked: AskedDecision; standing: Acceptance | null; instant: Instant },
): Result<Acceptance> {
  const { namedOfficer: officer } = contract.duties;
  if (standing && standing.decision !== 'refused') return conflict(alreadyAccepted);
  if ((standing?.revision ?? 0) !== asked.basedOnRevision) return conflict(decidedMeanwhile);
  if (asked.seen !== settlement.checksum) return conflict(changedMeanwhile);
  if (!settlement.over) return invalid('period', '这一期还没有结束，结束后才能验收');
  if (officer === null) {
    return invalid('officer', '合同没有写明经办人员，请先在合同里写明再验收');
  }
  const refusal = contradicted(asked.decision, settlement) ?? lackingReason(asked, settlement);
  if (refusal) return refusal;
  const isRefused = asked.decision === 'refused';
  const { period, dueYuan, deductionYuan, payableYuan, checksum } = settlement;
  return {
    ok: true,
    value: {
      period,
      revision: asked.basedOnRevision + 1,
      decision: asked.decision,
      reason: asked.reason ?? null,
      acceptor: contract.acceptor,
      officer,
      contractRevision: contract.revision,
      dueYuan,
      deductionYuan,
      payableYuan: isRefused ? 0 : payableYuan,
      checksum,
      decidedAt: instant,
    },
  };
}

/** What a decision must say why of, in words; null when none is due. */
export function reasonDue(
  decision: AcceptanceDecision,
  { kpis, unknownKpis, disputedKpis }: Settlement,
): string | null {
  if (decision === 'refused') return '不通过请写明原因';
  const labels = (ids: string[]) => [
    ...new Set(kpis.filter(({ kpiId }) => ids.includes(kpiId)).map(({ metric }) => metric)),
  ];
  const named = (ids: string[]) => labels(ids).map(metricLabel).join('、');
  if (unknownKpis.length > 0) return `${named(unknownKpis)}缺少数据，仍要验收请写明原因`;
  if (disputedKpis.length > 0) return `${named(disputedKpis)}与受托方自报不一致，请写明如何认定`;
  return decision === 'deducted' ? '扣减请写明原因' : null;
}

function contradicted(
  decision: AcceptanceDecision,
  { deductionYuan }: Settlement,
): Result<never> | null {
  if (decision === 'accepted' && deductionYuan > 0) {
    return invalid('decision', `按指标规则应扣减 ${deductionYuan} 元，请选“扣减后通过”`);
  }
  if (decision === 'deducted' && deductionYuan === 0) {
    return invalid('decision', '按指标规则没有扣减，请选“通过”');
  }
  return null;
}

function lackingReason(
  { decision, reason }: AskedDecision,
  settlement: Settlement,
): Result<never> | null {
  const due = reasonDue(decision, settlement);
  return due === null || reason !== undefined ? null : invalid('reason', due);
}

const alreadyAccepted = '这一期已经验收，不能再改。请刷新查看。';
const decidedMeanwhile = '这一期刚刚有人验收过。请刷新看过结论后再决定。';
const changedMeanwhile = '这一期的数据或合同刚刚有更正。请刷新看过新的结果后再验收。';

function conflict(message: string): Result<never> {
  const error: ApiError = { code: 'conflict', message };
  return { ok: false, error };
}

function invalid(field: string, message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { [field]: message } } };
}
