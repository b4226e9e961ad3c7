import type { ModeFacts } from '../../../typings/modes';
import type { Positioning } from '../../../typings/positioning';
import type { AccountKind } from '../../../typings/vocabulary';

/** Assumed where the agency has not said how much it publishes; our own choice. */
const usualPostsPerWeek = 5;

/** One push holds at most this many articles (the platform's limit). */
const articlesAPush = 8;

/** The strictest local floor seen: at least one update in 10 days; the national one is 14. */
const longestGapDays = 10;

/** A service account's quota: 4 pushes a month. */
const servicePushesPerWeek = 0.9;

/** A push rhythm within the kind's quota, which never goes longer without one than inspections allow. */
export function planRhythm(kind: AccountKind, { workload }: ModeFacts): Positioning['rhythm'] {
  const posts = workload?.postsPerWeek ?? usualPostsPerWeek;
  const pushesPerWeek = kind === 'service' ? servicePushesPerWeek : dailyPushes(posts);
  const articlesPerPush = clamp(Math.ceil(posts / pushesPerWeek), 1, articlesAPush);
  const quota = kind === 'service' ? '每月群发 4 次，大约每周一次' : `每周群发 ${pushesPerWeek} 次`;
  return {
    pushesPerWeek,
    articlesPerPush,
    maxGapDays: longestGapDays,
    text: `${quota}，每次约 ${articlesPerPush} 篇；任何时候不超过 ${longestGapDays} 天无更新（全国检查为 14 天）；固定时间发布`,
  };
}

/** One article a push up to five a week, then up to three a push, then every day. */
function dailyPushes(posts: number): number {
  return clamp(Math.max(Math.ceil(posts / 3), Math.min(Math.round(posts), 5)), 1, 7);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
