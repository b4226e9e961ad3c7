import type { PeerFigure } from '../../../typings/peers';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf } from './figures';
import { type Rate, rateOf } from './rate';

interface PeerFigureFacts {
  /** Chinese, as it stands before its value */
  label: string;
  /** what is counted */
  metric: MetricName;
  /** what it is divided by */
  per: MetricName[];
  times: number;
}

const facts: Record<PeerFigure, PeerFigureFacts> = {
  readsPerArticle: { label: '篇均阅读', metric: 'reads', per: ['articles'], times: 1 },
  likesPerArticle: { label: '篇均点赞', metric: 'likes', per: ['articles'], times: 1 },
  wowsPerArticle: { label: '篇均在看', metric: 'wows', per: ['articles'], times: 1 },
  sharesPerArticle: { label: '篇均转发', metric: 'shares', per: ['articles'], times: 1 },
  commentsPerArticle: { label: '篇均留言', metric: 'comments', per: ['articles'], times: 1 },
  likesPerRead: { label: '每千次阅读的点赞', metric: 'likes', per: ['reads'], times: 1000 },
  readsPerFollower: {
    label: '每千粉丝的篇均阅读',
    metric: 'reads',
    per: ['articles', 'followers'],
    times: 1000,
  },
};

export const peerFigures = Object.keys(facts) as PeerFigure[];

export const peerFigureFacts: Readonly<Record<PeerFigure, PeerFigureFacts>> = facts;

/** Chinese: what a figure is called, such as 篇均阅读. */
export const peerFigureLabel = (name: PeerFigure): string => facts[name].label;

/** Busy accounts and quiet ones, large and small, made alike; null when unknown or of nothing. */
export function peerRateOf(figures: Figures, name: PeerFigure): Rate | null {
  const { metric, per, times } = facts[name];
  let over = 1 / times;
  for (const one of per) over *= figureOf(figures, one) ?? 0;
  return rateOf(figureOf(figures, metric), over);
}
