import type { AnomalyFlag } from '../../../typings/indices';
import type { ComparedPeers, PeerFigure } from '../../../typings/peers';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf } from './figures';
import { metricFacts } from './metrics.data';
import { peerFigureFacts, peerFigures, peerRateOf } from './peer-figures.data';
import { type Rate, rateOf } from './rate';
import { type Typical, typicalOf } from './typical';

/** Iglewicz & Hoaglin (1993) label modified z-scores beyond 3.5 as potential outliers. */
const outlierZ = 3.5;
/** Logs that never moved would make any change infinite; 5 % counts as no change. */
const leastSpread = 0.05;
const leastHistory = 5;
/** Of peers that are told by their records: who gives them has chosen them. */
const leastRecords = 10;

/** Counts grow by a share of themselves: what is compared is their log, in which 0 has a place. */
const logOf = Math.log1p;

/** Peers, known by where the logs of their figures lie. */
export interface PeersKnown {
  typical: Partial<Record<PeerFigure, Typical>>;
  group?: ComparedPeers;
}

export const watched: MetricName[] = ['reads', 'maxReads', 'likes', 'wows', 'shares', 'comments'];

/** A day, so that a month compares with a week. */
export function dailyRate(figures: Figures, metric: MetricName): Rate | null {
  const days = metric.startsWith('max') ? 1 : figureOf(figures, 'days');
  return rateOf(figureOf(figures, metric), days);
}

/** Figures that lie far from the account's own earlier ones, a day. */
export function ownOutliers(own: Figures, past: readonly Figures[]): AnomalyFlag[] {
  return watched.flatMap((metric) => {
    const rateIn = (figures: Figures) => dailyRate(figures, metric);
    return outlier(rateIn(own), typicalAmong(past, leastHistory, rateIn), {
      code: 'outlier-own-past',
      metric,
      label: metricFacts[metric].label,
      with: '自身以往',
    });
  });
}

/** Figures that lie far from the peers'. */
export function peerOutliers(own: Figures, { typical, group }: PeersKnown): AnomalyFlag[] {
  return peerFigures.flatMap((name) => {
    const { metric, label } = peerFigureFacts[name];
    const found = outlier(peerRateOf(own, name), typical[name] ?? null, {
      code: 'outlier-peers',
      metric,
      label,
      with: '同组账号',
    });
    return found.map((flag) => (group ? { ...flag, peers: group } : flag));
  });
}

/** Where the figures of peers lie that are known by their records. */
export function peersAmong(others: readonly Figures[]): PeersKnown {
  const known = peerFigures.flatMap((name): [PeerFigure, Typical][] => {
    const typical = typicalAmong(others, leastRecords, (one) => peerRateOf(one, name));
    return typical ? [[name, typical]] : [];
  });
  return { typical: Object.fromEntries(known) };
}

function typicalAmong(
  others: readonly Figures[],
  least: number,
  rateIn: (figures: Figures) => Rate | null,
): Typical | null {
  const known = others.flatMap((figures) => rateIn(figures) ?? []);
  return known.length < least ? null : typicalOf(known.map(({ value }) => [logOf(value), 1]));
}

interface Compared extends Pick<AnomalyFlag, 'code' | 'metric'> {
  label: string;
  with: string;
}

/**
 * None or one. A few likes more or less are chance: a count varies by its root (Poisson), its log by one
 * over the root, which comes on top of how the others differ.
 */
function outlier(
  rate: Rate | null,
  typical: Typical | null,
  { code, metric, label, with: others }: Compared,
): AnomalyFlag[] {
  if (rate === null || typical === null) return [];
  const { value, over } = rate;
  const { centre, spread, size } = typical;
  const usual = Math.expm1(centre);
  const chance = 1 / Math.sqrt(Math.max(value * over, usual * over, 1));
  const z = (logOf(value) - centre) / Math.hypot(Math.max(spread, leastSpread), chance);
  if (Math.abs(z) <= outlierZ) return [];
  const severity = Math.abs(z) > 2 * outlierZ ? 'warning' : 'notice';
  const message = `${label}明显${z > 0 ? '高' : '低'}于${others}的一般水平，请核对`;
  const evidence = { label, value, typical: usual, robustZ: z, compared: size };
  return [{ code, severity, metric, message, evidence }];
}

/** A number's place among buckets of logs, wide enough that no single account is seen in it. */
export const logBucketOf = (value: number): string => `b${Math.round(logOf(value) / leastSpread)}`;

/** The log that a bucket stands for, to half of 5 %. */
export const logIn = (bucket: string): number => Number(bucket.slice(1)) * leastSpread;
