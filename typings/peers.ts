import type { AccountKind, Department, Level, PeriodId } from './vocabulary';

/** Who an account is compared with. */
export interface PeerTraits {
  level: Level;
  department: Department;
  kind: AccountKind;
}

/** What accounts of a group are compared by, whatever their number of articles, reads or followers. */
export type PeerFigure =
  | 'readsPerArticle'
  | 'likesPerArticle'
  | 'wowsPerArticle'
  | 'sharesPerArticle'
  | 'commentsPerArticle'
  | 'likesPerRead'
  | 'readsPerFollower';

/** The accounts that a figure was held against: never fewer than 20, none of them named. */
export interface ComparedPeers {
  /** traits that the group shares, after widening */
  sharedTraits: (keyof PeerTraits)[];
  /** Chinese: what the group is */
  label: string;
  /** the peers' period; the one before where too few had filed the same */
  period: PeriodId;
}

/** Which of an account's figures its peers can be held against; labels are Chinese. */
export interface PeerComparison {
  /** null where too few peers are known to compare anything */
  group: ComparedPeers | null;
  /** figures that were held against the peers' */
  compared: string[];
  /** figures that were not, since fewer than `least` peers are known to have them */
  tooFew: string[];
  least: number;
}
