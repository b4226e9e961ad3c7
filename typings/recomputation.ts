import type { Instant } from './vocabulary';

/** 换版重算: a scheme's version brought to every submission that was ever filed, piece by piece. */
export interface Recomputation {
  scheme: string;
  version: string;
  state: 'running' | 'finished';
  /** Chinese; each new score revision carries it */
  reason: string;
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
}
