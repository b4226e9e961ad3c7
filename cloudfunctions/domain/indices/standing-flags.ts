import type { AnomalyFlag } from '../../../typings/indices';
import { at, type Figures, placeOf } from './figures';

/** Reads that WeChat displays as 「10万+」 and that some sources store as this number. */
const pinnedReads = 100_001;

const place = {
  reads: placeOf('reads'),
  maxReads: placeOf('maxReads'),
  likes: placeOf('likes'),
  wows: placeOf('wows'),
  followers: placeOf('followers'),
  articles: placeOf('articles'),
};

/** More than this share of readers leaving a mark is rare. The product's own choice. */
const highLikeShare = 0.3;
/** Reads an article beyond this many times the followers are rare. The product's own choice. */
const highReachTimes = 20;
const enoughReads = 200;

interface StandingRule {
  applies(figures: Figures): boolean;
  flag(figures: Figures): AnomalyFlag;
}

const rules: StandingRule[] = [
  {
    applies: (figures) => {
      const most = at(figures, place.maxReads);
      return most === pinnedReads || most === pinnedReads - 1;
    },
    flag: (figures) => ({
      code: 'reads-pinned',
      severity: 'notice',
      metric: 'maxReads',
      message: '最高阅读数正好停在“10万+”的计数上限，真实阅读数可能更高',
      evidence: { maxReads: at(figures, place.maxReads) },
    }),
  },
  {
    applies: (figures) => {
      const reads = at(figures, place.reads);
      return reads >= enoughReads && at(figures, place.likes) > highLikeShare * reads;
    },
    flag: (figures) => {
      const likes = at(figures, place.likes);
      const reads = at(figures, place.reads);
      return {
        code: 'like-read-ratio',
        severity: 'warning',
        metric: 'likes',
        message: `点赞数达到阅读数的 ${Math.round((likes / reads) * 100)}%，请核对是否有组织点赞`,
        evidence: { likes, reads, ratio: likes / reads },
      };
    },
  },
  {
    applies: (figures) => {
      const reach = at(figures, place.reads) / at(figures, place.articles);
      return (
        at(figures, place.reads) >= enoughReads &&
        reach > highReachTimes * at(figures, place.followers)
      );
    },
    flag: (figures) => {
      const followers = at(figures, place.followers);
      const perArticle = at(figures, place.reads) / at(figures, place.articles);
      return {
        code: 'read-follower-ratio',
        severity: 'notice',
        metric: 'reads',
        message: `篇均阅读数是关注人数的 ${Math.round(perArticle / Math.max(followers, 1))} 倍，请核对阅读来源`,
        evidence: { readsPerArticle: perArticle, followers },
      };
    },
  },
];

/** Flags that one record alone raises; they inform a reviewer and never change a score. */
export function standingFlags(figures: Figures): AnomalyFlag[] {
  const flags: AnomalyFlag[] = [];
  for (const rule of rules) if (rule.applies(figures)) flags.push(rule.flag(figures));
  return flags;
}
