import type { IntakeItem } from '../../typings/intake';
import type { Figure, Figures } from '../../typings/submission';
import type { Day, Measure, MetricName } from '../../typings/vocabulary';
import type { AccountSeed } from './named-accounts.data';
import type { Random } from './random';

export interface SampleMonth {
  figures: Figures;
  items: IntakeItem[];
}

const titleOpenings = [
  '通知',
  '提醒',
  '权威发布',
  '一图读懂',
  '便民',
  '关注',
  '喜讯',
  '办事指南',
] as const;
const titleBodies = [
  '本周这些事项有变化',
  '城乡居民医保缴费开始了',
  '降温在即，请注意防范',
  '政策问答，您关心的都在这里',
  '公交线路调整公告',
  '青年志愿者招募',
  '企业开办如何一次办好',
  '周末去哪儿：家门口的好去处',
  '防诈骗提示：这些电话不要接',
  '重点项目建设最新进展',
] as const;

const metricMeasure: Partial<Record<MetricName, Measure>> = {
  reads: 'times',
  maxReads: 'times',
  headlineReads: 'times',
  shares: 'times',
  maxShares: 'times',
  headlineShares: 'times',
  wows: 'times',
  likes: 'times',
};

/**
 * One month of one account, from a model: how often it publishes follows from its care and level,
 * an article's reads are log-normal about a share of the followers, and likes, shares and comments
 * about a share of the reads.
 *
 * @param elapsed how much of the month the days are: 1 for a whole one
 */
export function sampleMonth(
  account: AccountSeed,
  days: Day[],
  followersBefore: number,
  random: Random,
  elapsed = 1,
): SampleMonth {
  const items = articles(account, days, followersBefore, random);
  const sum = (name: 'reads' | 'shares' | 'likes' | 'wows' | 'comments' | 'favourites') =>
    items.reduce((total, item) => total + (item[name] ?? 0), 0);
  const largest = (name: 'reads' | 'shares' | 'likes' | 'wows') =>
    items.reduce((top, item) => Math.max(top, item[name] ?? 0), 0);
  const headlines = items.filter((item) => item.headline);
  const ofHeadlines = (name: 'reads' | 'shares' | 'likes' | 'wows') =>
    headlines.reduce((total, item) => total + (item[name] ?? 0), 0);

  const comments = sum('comments');
  const messages = Math.round(elapsed * followersBefore * 0.002 * random.logNormal(1, 0.5));
  const answered = 0.25 + 0.7 * account.care;
  const serviceEntries = Math.round(9 * account.care * (account.kind === 'service' ? 1 : 0.7));
  const serviceUses = Math.round(
    elapsed * serviceEntries * followersBefore * 0.002 * random.logNormal(1, 0.4),
  );
  const newFollowers = Math.round(elapsed * followersBefore * 0.012 * random.logNormal(1, 0.5));
  const lostFollowers = Math.round(
    elapsed * followersBefore * (0.016 - 0.01 * account.care) * random.logNormal(1, 0.4),
  );
  const satisfactionAnswers = Math.round(elapsed * 20 * account.care * random.logNormal(1, 0.6));

  const values: Partial<Record<MetricName, number>> = {
    articles: items.length,
    pushes: headlines.length,
    reads: sum('reads'),
    maxReads: largest('reads'),
    headlineReads: ofHeadlines('reads'),
    headlineCount: headlines.length,
    wows: sum('wows'),
    maxWows: largest('wows'),
    headlineWows: ofHeadlines('wows'),
    likes: sum('likes'),
    maxLikes: largest('likes'),
    headlineLikes: ofHeadlines('likes'),
    shares: sum('shares'),
    maxShares: largest('shares'),
    headlineShares: ofHeadlines('shares'),
    favourites: sum('favourites'),
    comments,
    replies: part(comments, answered, random),
    medianReplyHours: Math.round(10 * (4 + 60 * (1 - account.care) * random.next())) / 10,
    followers: Math.max(0, followersBefore + newFollowers - lostFollowers),
    newFollowers,
    lostFollowers,
    messages,
    messageReplies: part(messages, answered, random),
    longestGapDays: longestGap(items, days),
    serviceEntries,
    workingServiceEntries: part(serviceEntries, 0.8 + 0.2 * account.care, random),
    serviceUses,
    serviceCompletions: part(serviceUses, 0.5 + 0.4 * account.care, random),
    openFindings: random.chance(0.8) ? 0 : 1,
    interactionAvailable: account.care > 0.08 ? 1 : 0,
    ...(satisfactionAnswers >= 20 && {
      satisfactionAnswers,
      satisfied: part(satisfactionAnswers, 0.5 + 0.4 * account.care, random),
    }),
  };
  return { figures: asFigures(values, days, random.chance(0.06)), items };
}

function articles(
  account: AccountSeed,
  days: Day[],
  followers: number,
  random: Random,
): IntakeItem[] {
  const daily = account.kind === 'subscription';
  const publishes = daily ? 0.1 + 0.85 * account.care : 4 / 30;
  const perPush = 1 + Math.round(3 * account.care);
  const readShare = 0.025 + 0.05 * account.care;
  return days.flatMap((day) => {
    if (!random.chance(publishes)) return [];
    const push = `${(hashOf(account.key) % 900_000) + 100_000}${day.replaceAll('-', '').slice(2)}`;
    return Array.from({ length: random.integer(1, perPush) }, (_, position) => {
      const appeal = position === 0 ? 1 : 0.45;
      const reads = Math.round(followers * readShare * appeal * random.logNormal(1, 0.7));
      return {
        key: `${push}_${position + 1}`,
        title: `${random.pick(titleOpenings)}丨${random.pick(titleBodies)}`,
        publishedAt: day,
        headline: position === 0,
        url: null,
        reads,
        shares: part(reads, 0.03, random),
        likes: part(reads, 0.008, random),
        wows: part(reads, 0.006, random),
        comments: part(reads, 0.0025, random),
        favourites: part(reads, 0.004, random),
      } satisfies IntakeItem;
    });
  });
}

function part(whole: number, share: number, random: Random): number {
  return Math.min(whole, Math.round(whole * share * random.logNormal(1, 0.3)));
}

function longestGap(items: IntakeItem[], days: Day[]): number {
  const published = new Set(items.map((item) => item.publishedAt));
  let longest = 0;
  let gap = 0;
  for (const day of days) {
    gap = published.has(day) ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest;
}

function asFigures(
  values: Partial<Record<MetricName, number>>,
  days: Day[],
  partlyUnknown: boolean,
): Figures {
  const asOf = days.at(-1) ?? '';
  const unknown: MetricName[] = partlyUnknown
    ? ['serviceUses', 'serviceCompletions', 'comments', 'replies']
    : [];
  const entries = Object.entries(values) as [MetricName, number][];
  return Object.fromEntries(
    entries.map(([name, value]): [MetricName, Figure] => [
      name,
      {
        value: unknown.includes(name) ? null : value,
        measure: metricMeasure[name] ?? null,
        source: 'form',
        asOf,
      },
    ]),
  );
}

function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 31;
  return hash;
}
