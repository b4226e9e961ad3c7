import type { Instant, PeriodId } from './vocabulary';

/** `stopping`: called off, while what it has written is being counted. */
export type RecomputationState = 'running' | 'stopping' | 'stopped' | 'finished';

/** 换版重算: a scheme's version brought to every submission that was ever filed, piece by piece. */
export interface Recomputation {
  scheme: string;
  version: string;
  state: RecomputationState;
  /** Chinese; each new score revision carries it */
  reason: string;
  /** the period that it has come to; null at the start */
  period: PeriodId | null;
  /** submissions looked at so far */
  done: number;
  /** score revisions written */
  written: number;
  /** scores that had this version and revision of the figures already */
  unchanged: number;
  /** submissions whose figures the scheme refuses, such as those in another 口径 */
  refused: number;
  orderedAt: Instant;
  finishedAt: Instant | null;
  /** when and why it was called off; null unless it was */
  stopped: { at: Instant; reason: string } | null;
}

/** A scheme whose scores are kept, and how far its present version is brought to what was filed. */
export interface SchemeRecomputation {
  scheme: string;
  version: string;
  /** Chinese */
  name: string;
  /** what everything that shows a research scheme says, else null */
  notice: string | null;
  /** null when none was ever ordered for the present version */
  recomputation: Recomputation | null;
}
