import type { Contradiction, Question, Reason } from './modes';
import type { OperatingMode } from './vocabulary';

export type CriterionId =
  | 'people'
  | 'skills'
  | 'money'
  | 'content'
  | 'supervision'
  | 'vendors'
  | 'leadership'
  | 'stage'
  | 'lag'
  | 'continuity';

/** Relative weights of the user's own; a criterion left out weighs nothing. */
export type CriterionWeights = { [K in CriterionId]?: number };

export interface Blocker {
  code: string;
  text: string;
  source: string;
}

export interface ModeReason {
  criterion: CriterionId;
  text: string;
  /** weighted lead over the other modes' mean, -1 to 1 */
  contribution: number;
}

export interface RankedMode {
  mode: OperatingMode;
  /** share of samples in which this mode comes first among the feasible ones */
  acceptability: number;
  /** upper bound of the Monte Carlo standard error of `acceptability` */
  acceptabilityError: number;
  /** mean value, 0 to 1 */
  value: number;
  feasible: boolean;
  blockedBy: Blocker[];
  for: ModeReason[];
  against: ModeReason[];
  /** mean of the weight vectors under which this mode comes first; null when there are none */
  centralWeights: Record<CriterionId, number> | null;
}

export interface PricedQuestion extends Question {
  /** expected gain of acceptability of the best mode once this fact is known */
  gain: number;
  /** expected change, up or down, of the best mode's acceptability */
  swing: number;
  /** knowing it could change which mode is first */
  couldChange: boolean;
}

export interface FactChange {
  fact: string;
  from: string | number | boolean | null;
  to: string | number | boolean;
  text: string;
}

export interface Counterfactual {
  changes: FactChange[];
  recommended: OperatingMode;
  acceptability: number;
  text: string;
}

/** The fourth answer: 清理整合 (merge) or 关停注销 (close). */
export interface Disposal {
  leaning: 'merge' | 'close' | null;
  because: (Reason & { source: string })[];
  steps: string[];
}

export interface Recommendation {
  /** version of the model's data */
  model: string;
  seed: number;
  samples: number;
  /** feasible modes first, then by acceptability */
  ranking: RankedMode[];
  /** null when no mode is sure enough, or none is feasible */
  recommended: OperatingMode | null;
  confidence: 'clear' | 'leaning' | 'open';
  /** plain Chinese: what is recommended and how sure that is */
  summary: string;
  askFirst: PricedQuestion[];
  counterfactuals: Counterfactual[];
  contradictions: Contradiction[];
  disposal: Disposal;
  /** what any delegation leaves with the agency; empty unless something is to be bought */
  duties: { code: string; text: string; source: string }[];
  notes: Reason[];
}

/** What a what-if panel shows: the ranking before and after, without reasons in depth. */
export interface WhatIf {
  before: { mode: OperatingMode; acceptability: number; feasible: boolean }[];
  after: { mode: OperatingMode; acceptability: number; feasible: boolean }[];
  recommendedBefore: OperatingMode | null;
  recommendedAfter: OperatingMode | null;
  text: string;
}

export interface WeightSensitivity {
  criterion: CriterionId;
  factor: number;
  recommended: OperatingMode | null;
  /** largest change of any mode's acceptability */
  shift: number;
  changed: boolean;
}

export interface ConstantSensitivity {
  constant: string;
  factor: number;
  recommended: OperatingMode | null;
  shift: number;
  changed: boolean;
}

export interface FactSensitivity {
  fact: string;
  recommended: OperatingMode | null;
  shift: number;
  changed: boolean;
}

export interface SensitivityTable {
  recommended: OperatingMode | null;
  weights: WeightSensitivity[];
  constants: ConstantSensitivity[];
  /** each known fact removed in turn */
  facts: FactSensitivity[];
}

/** One judgement of a pairwise comparison on the 1–9 scale: how much more `over` matters. */
export interface PairwiseJudgement {
  over: CriterionId;
  under: CriterionId;
  ratio: number;
}

export interface PairwiseWeights {
  weights: Record<CriterionId, number>;
  consistencyRatio: number;
  consistent: boolean;
  /** the judgement that disagrees most with the rest, when not consistent */
  reconsider: PairwiseJudgement | null;
}
