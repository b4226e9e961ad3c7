import type { Settlement } from './kpis';
import type { Instant, PeriodId } from './vocabulary';

/** 验收结论：通过 / 扣减后通过 / 不通过 */
export type AcceptanceDecision = 'accepted' | 'deducted' | 'refused';

/** 验收: what the principal decided on one settlement. A refused one may be decided again. */
export interface Acceptance {
  period: PeriodId;
  /** 1 for the first; each decision after a refusal adds one */
  revision: number;
  decision: AcceptanceDecision;
  /** null where none was needed */
  reason: string | null;
  /** the office that accepts and the officer in charge, as the contract named them */
  acceptor: string;
  officer: string;
  contractRevision: number;
  dueYuan: number;
  deductionYuan: number;
  /** 0 when refused */
  payableYuan: number;
  /** SHA-256 of the settlement that was decided on */
  checksum: string;
  decidedAt: Instant;
}

/** A settlement with its decision: once accepted, as it was then; until then as the figures stand. */
export interface DecidedSettlement extends Settlement {
  checksum: string;
  acceptance: Acceptance | null;
  /** what an accepted one would come to now that figures were corrected; null when it is the same */
  corrected: { deductionYuan: number; payableYuan: number } | null;
}
