/** The formulas written out by hand, without checks or explanation: what the engine is held against. */
export type Figures = Record<
  | 'days'
  | 'articles'
  | 'reads'
  | 'maxReads'
  | 'headlineReads'
  | 'headlineCount'
  | 'shares'
  | 'wows'
  | 'maxWows'
  | 'headlineWows'
  | 'likes'
  | 'maxLikes'
  | 'headlineLikes'
  | 'comments'
  | 'replies'
  | 'medianReplyHours'
  | 'followers'
  | 'lostFollowers'
  | 'messages'
  | 'messageReplies'
  | 'longestGapDays'
  | 'workingServiceEntries'
  | 'serviceUses'
  | 'serviceCompletions'
  | 'satisfactionAnswers'
  | 'satisfied',
  number
>;

function half(value: number, reference: number): number {
  const ratio = Math.sqrt(value / reference);
  return ratio / (1 + ratio);
}

export function bareZhengwei1(r: Figures): number {
  const dissemination =
    0.25 * half(r.reads / r.days, 300) +
    0.25 * half(r.reads / r.articles, 500) +
    0.15 * half(r.headlineReads / r.headlineCount, 800) +
    0.1 * half(r.maxReads, 3000) +
    0.15 * half(r.shares / r.articles, 15) +
    0.1 * half((100 * r.reads) / (r.articles * r.followers), 6);
  const supply = (7 * r.articles) / r.days / 5;
  const entries = r.workingServiceEntries / 4;
  const service =
    0.2 / (1 + (r.longestGapDays / 7) ** 2) +
    (0.15 * supply) / (1 + supply) +
    (0.2 * entries) / (1 + entries) +
    0.15 * half((30_000 * r.serviceUses) / (r.followers * r.days), 20) +
    (0.15 * (r.serviceCompletions + 5)) / (r.serviceUses + 10) +
    (0.15 * (r.satisfied + 10)) / (r.satisfactionAnswers + 20);
  const lost = (30 * r.lostFollowers) / ((r.followers + r.lostFollowers) * r.days);
  const interaction =
    0.2 * half((1000 * r.comments) / (r.reads + 100), 2) +
    (0.2 * (r.replies + 2.5)) / (r.comments + 5) +
    0.15 / (1 + r.medianReplyHours / 24) +
    0.2 * half((1000 * (r.likes + r.wows)) / (r.reads + 100), 10) +
    (0.1 * (r.messageReplies + 2.5)) / (r.messages + 5) +
    0.15 / (1 + lost / 0.02);
  return 30 * dissemination + 35 * service + 35 * interaction;
}

const part = (reads: number, wows: number, likes: number): number =>
  0.85 * Math.log(reads + 1) + 0.09 * Math.log(10 * wows + 1) + 0.06 * Math.log(10 * likes + 1);

export function bareWci142(r: Figures): number {
  const { days, articles } = r;
  const sum =
    0.6 * part(r.reads / days, r.wows / days, r.likes / days) +
    0.2 * part(r.reads / articles, r.wows / articles, r.likes / articles) +
    0.1 * part(r.headlineReads / days, r.headlineWows / days, r.headlineLikes / days) +
    0.1 * part(r.maxReads, r.maxWows, r.maxLikes);
  return 12 * sum * sum;
}
