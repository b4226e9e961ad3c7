/** The index engine's door: schemes as data, one evaluator, and what a score can tell. */
export { findAnomalies, findAnomaliesAmong, peerFiguresOf } from './anomalies';
export { attribute } from './attribution';
export { nextPageSize, type Pace, paceAfter, unknownPace } from './batches';
export { findScheme, listSchemes, schemeInForce, summariseScheme } from './catalogue';
export { inputLabel } from './figures';
export { forecast, isEnoughPast, type PastPeriod, recordSoFar } from './forecast';
export { freshness } from './freshness';
export { longestGap } from './gaps';
export { isPopularity } from './metrics.data';
export { logBucketOf, logIn, type PeersKnown } from './outliers';
export { peerFigureLabel } from './peer-figures.data';
export { groupLabel, leastPeers, type Peer, standing, widening } from './peers';
export {
  nextPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodLabel,
  periodOf,
  previousPeriod,
  type WeekRule,
} from './periods';
export { planOf } from './plan';
export { type RankOptions, rankIntervals, scoreInterval } from './rank-uncertainty';
export type { LeverLimits } from './reach';
export type { Scheme } from './scheme';
export { type BriefScore, briefScore, score } from './score';
export { planTarget } from './target';
export { type Typical, typicalOf } from './typical';
export { type SchemeFault, validateSchemes } from './validate-schemes';
