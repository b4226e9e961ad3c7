import type { InputName } from './indices';
import type { PeerTraits } from './peers';
import type { MetricName } from './vocabulary';

/** One term's share of the difference between two scores. */
export interface AttributionTerm {
  key: string;
  label: string;
  /** key of the part that it belongs to */
  part: string;
  /** the transformed quantity */
  from: number | null;
  to: number | null;
  /** before its transform, in `unit` as an explanation has it */
  quantity: { from: number | null; to: number | null; unit: string | null };
  /** in the value's unit */
  effect: number;
  /** 估算: one of the two rests on an estimate */
  estimated?: true;
}

/** `difference` is the sum of the terms' effects, left to right, plus `coverageEffect`, exactly. */
export interface Attribution {
  scheme: string;
  from: number;
  to: number;
  /** `to − from`; where every effect is many times as large, up to the last place of the largest */
  difference: number;
  /** largest effect first */
  terms: AttributionTerm[];
  /** what came from terms that only one of the two has, and from the weights that moved with them */
  coverageEffect: number;
  notes: string[];
}

export interface PeerStanding {
  /** traits that the group shares, after widening */
  sharedTraits: (keyof PeerTraits)[];
  /** Chinese: what the group is */
  label: string;
  /** Chinese: which traits were dropped and why; null when none */
  widened: string | null;
  size: number;
  /** share of peers strictly below, ties counted half, 0–100; null in a group of none */
  percentile: number | null;
  median: number | null;
  quartiles: [number, number] | null;
  /** lowest value of the next tenth of the group and the distance to it; null at the top */
  nextDecile: { value: number; distance: number } | null;
}

/** 秩次 with its uncertainty: 90 % interval unless `level` says otherwise. */
export interface RankInterval {
  account: string;
  rank: number;
  value: number;
  valueInterval: [number, number];
  rankInterval: [number, number];
  /** accounts whose intervals overlap with this one's */
  notDistinguishableFrom: string[];
}

/**
 * 名次区间: one's own place among peers and how sure it is. Nobody else is named; the nearest peers
 * are ranked anew in every draw, those farther off keep their side.
 */
export interface RankUncertainty {
  /** Chinese: who the peers are */
  label: string;
  /** accounts ranked, the own one among them */
  size: number;
  rank: number;
  /** under resampled articles and varied weights together */
  rankInterval: [number, number];
  /** under resampled articles alone; null without articles of one's own to draw from */
  byArticles: [number, number] | null;
  /** under varied weights alone */
  byWeights: [number, number];
  value: number;
  valueInterval: [number, number];
  /** of the intervals */
  level: number;
  draws: number;
  /** each weight varies within ± this share */
  weightRange: number;
  /** nearest peers that were ranked anew */
  compared: number;
  /** those among them whose intervals overlap */
  indistinguishable: number;
  /** where the group's median lies in regard to the value's interval */
  median: { value: number; place: 'below' | 'within' | 'above' } | null;
  /** articles that the own value's interval was drawn from; under 2 it tells of weights alone */
  articles: number;
}

/** What would move one lever alone far enough. */
export interface LeverChange {
  metric: MetricName;
  label: string;
  from: number;
  /** null when this lever alone cannot reach the target within its limits */
  to: number | null;
  change: number | null;
  /** the best that the lever alone reaches */
  reaches: number;
  /** Chinese: how it is done, honestly */
  advice: string;
  /** the record's figures that it changes, those that move alongside among them; null with `to` */
  figures: PlannedFigures | null;
}

/** Figures as a plan makes them: put in their record, they give what the plan promises. */
export type PlannedFigures = Partial<Record<InputName, number>>;

export interface TargetPlan {
  scheme: string;
  current: number;
  target: number;
  reached: boolean;
  /** each lever alone, cheapest first */
  single: LeverChange[];
  /** the best mix under the limits; empty when reached already */
  mix: { metric: MetricName; label: string; from: number; to: number }[];
  mixReaches: number;
  /** the record's figures that the mix changes */
  mixFigures: PlannedFigures;
  /** today's value of every figure that a lever or the mix changes */
  standing: PlannedFigures;
  /** Chinese: levers that invite gaming, never offered */
  withheld: string[];
  /** Chinese: why nothing is offered, where nothing is */
  note: string | null;
}

/** Of the running period's final value. */
export interface Forecast {
  value: number;
  interval: [number, number];
  /** nominal coverage of the interval */
  level: number;
  /** past periods that the interval was calibrated on */
  calibratedOn: number;
  /** those among them that are peers' */
  borrowed: number;
}
