import fc from 'fast-check';
import { findScheme, type Scheme, score } from '../../../cloudfunctions/domain/indices';
import { shortestGap } from '../../../cloudfunctions/domain/indices/gaps';
import type { ExplanationNode, Score, ScoringRecord } from '../../../typings/indices';
import type { Result } from '../../../typings/result';

export function schemeOf(id: string): Scheme {
  return unwrap(findScheme(id));
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.message} ${JSON.stringify(result.error.fields)}`);
  return result.value;
}

export function scored(id: string, record: unknown): Score {
  return unwrap(score(schemeOf(id), record));
}

export function indexOf(id: string, record: unknown): number {
  return scored(id, record).value ?? Number.NaN;
}

/** The terms of an explanation. */
export function leaves(node: ExplanationNode): ExplanationNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

const part = (whole: number, share: number): number => Math.floor(whole * share);

/** Even in 0–1, which `fc.double` is not: it favours the tiny. */
const share = fc.integer({ min: 0, max: 10_000 }).map((tenThousandths) => tenThousandths / 10_000);

/** A count from nothing to `most`, as often small as large. */
const count = (most: number): fc.Arbitrary<number> =>
  share.map((log) => Math.min(most, Math.floor((most + 1) ** log - 1 + 1e-9)));

const readers = (articles: number, headlineCount: number) =>
  fc
    .record({ total: count(1e7), headline: share, peak: share })
    .map(({ total, headline, peak }) => {
      const mean = Math.ceil(total / articles);
      return {
        total,
        maximum: mean + part(total - mean, peak),
        headline: headlineCount === 0 ? 0 : part(total, headline),
      };
    });

/** A record with every figure known and all of them consistent. */
export const fullRecord: fc.Arbitrary<ScoringRecord & Record<string, unknown>> = fc
  .record({
    days: fc.integer({ min: 1, max: 366 }),
    articles: fc.integer({ min: 1, max: 400 }),
    heads: share,
  })
  .chain(({ days, articles, heads }) => {
    const headlineCount = part(articles, heads);
    const figures = readers(articles, headlineCount);
    return fc
      .record({
        reads: figures,
        wows: figures,
        likes: figures,
        shares: figures,
        comments: count(1e5),
        replied: share,
        medianReplyHours: share.map((log) => 1001 ** log - 1),
        followers: count(1e7),
        lost: share,
        gained: share,
        messages: count(1e5),
        answered: share,
        gap: share,
        serviceEntries: fc.integer({ min: 0, max: 40 }),
        working: share,
        serviceUses: count(1e6),
        completed: share,
        answers: count(1e4),
        content: share,
        openFindings: fc.integer({ min: 0, max: 50 }),
        interactionAvailable: fc.integer({ min: 0, max: 1 }),
      })
      .map((drawn) => {
        const reads = Math.max(1, drawn.reads.total);
        const maxReads = Math.max(1, drawn.reads.maximum);
        const followers = Math.max(1, drawn.followers);
        const leastGap = shortestGap(articles, days);
        return {
          days,
          articles,
          headlineCount,
          measure: 'times' as const,
          reads,
          maxReads,
          headlineReads: drawn.reads.headline,
          wows: drawn.wows.total,
          maxWows: drawn.wows.maximum,
          headlineWows: drawn.wows.headline,
          likes: drawn.likes.total,
          maxLikes: drawn.likes.maximum,
          headlineLikes: drawn.likes.headline,
          shares: drawn.shares.total,
          maxShares: drawn.shares.maximum,
          headlineShares: drawn.shares.headline,
          comments: drawn.comments,
          replies: part(drawn.comments, drawn.replied),
          medianReplyHours: drawn.medianReplyHours,
          followers,
          lostFollowers: part(followers, drawn.lost),
          newFollowers: part(followers, drawn.gained),
          messages: drawn.messages,
          messageReplies: part(drawn.messages, drawn.answered),
          longestGapDays: leastGap + part(days - 1 - leastGap, drawn.gap),
          serviceEntries: drawn.serviceEntries,
          workingServiceEntries: part(drawn.serviceEntries, drawn.working),
          serviceUses: drawn.serviceUses,
          serviceCompletions: part(drawn.serviceUses, drawn.completed),
          satisfactionAnswers: drawn.answers,
          satisfied: part(drawn.answers, drawn.content),
          openFindings: drawn.openFindings,
          interactionAvailable: drawn.interactionAvailable,
          dissemination: 100 * drawn.replied,
          service: 100 * drawn.gap,
          interaction: 100 * drawn.lost,
        };
      });
  });

/** The same with some figures unknown. */
export const patchyRecord = fc
  .tuple(fullRecord, fc.infiniteStream(fc.boolean()))
  .map(([record, stream]) => {
    const kept = Object.entries(record).map(([name, value]) => {
      const unknown =
        stream.next().value === true && !['days', 'articles', 'measure'].includes(name);
      return [name, unknown ? null : value];
    });
    return Object.fromEntries(kept) as typeof record;
  });

export const schemeIds = [
  'wci-2.0',
  'wci-11',
  'wci-12.0',
  'wci-13.0',
  'wci-14.2',
  'wci-14.2-shares',
  'nri',
  'city-competitiveness',
  'zhengwei-1',
  'zhengwei-assess-1',
  'zhengwei-assess-1-satisfaction',
];

export const anyScheme = fc.constantFrom(...schemeIds);

/** Runs a thousand cases with a fixed seed, so that a failure is the same everywhere. */
export const thousand: fc.Parameters<unknown> = { numRuns: 1000, seed: 20_261_124 };
