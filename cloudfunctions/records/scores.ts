import type { Score } from '../../typings/indices';
import type { BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { Day, Instant, PeriodId } from '../../typings/vocabulary';
import type { FigureBuckets } from '../domain/submissions/peer-figures';
import { collection, command, type Document } from './collection';

/**
 * A score as kept. Its explanation is not: the submission's revision and the scheme's version give it
 * again to the last digit, and `value` proves it.
 */
export interface KeptScore extends Document {
  accountId: string;
  period: PeriodId;
  kind: string;
  /** last day of the period */
  to: Day;
  scheme: string;
  version: string;
  value: number | null;
  coverage: number;
  /** value of each part, by key */
  parts: Record<string, number | null>;
  submissionRevision: number;
  /** of the score itself; 1 for the first */
  revision: number;
  reason?: string;
  computedAt: Instant;
  /** the value less that of the period before, by the same version; null when that one has none */
  growth: number | null;
  /** 90 % interval of the value by its articles; null when fewer than two are known */
  interval: [number, number] | null;
  /** codes of warnings that a person is to look at before the score enters a published board */
  doubts: string[];
  /** the account as it was when the score was placed */
  traits: BoardTraits;
  /** scheme and period */
  board: string;
  /** of `traits`, as boards look for them */
  cell: string;
  province: string;
  city: string;
  county: string;
  /** its place in the order of each measure that it has a value of */
  order: Partial<Record<BoardMeasure, string>>;
  /** the bucket that the counters count it in, by measure */
  counted: Partial<Record<BoardMeasure, string>>;
  /** the bucket that each of the account's figures is counted in for its peers; of the default scheme */
  figures?: FigureBuckets;
}

const scores = collection<KeptScore>('scores');
const heads = collection<KeptScore>('score-heads');

const maxRevisions = 100;

export const scoreHeadId = (accountId: string, period: PeriodId, scheme: string): string =>
  `${accountId}:${period}:${scheme}`;

export function findScoreHead(
  accountId: string,
  period: PeriodId,
  scheme: string,
): Promise<KeptScore | null> {
  return heads.find(scoreHeadId(accountId, period, scheme));
}

export function findScoreRevision(
  accountId: string,
  period: PeriodId,
  scheme: string,
  revision: number,
): Promise<KeptScore | null> {
  return scores.find(`${scoreHeadId(accountId, period, scheme)}:${revision}`);
}

/** The newest scores of periods of a kind that end no later than a day, newest first. */
export function recentScores(
  { accountId, scheme, kind }: { accountId: string; scheme: string; kind: string },
  to: Day,
  limit: number,
): Promise<KeptScore[]> {
  const filter = { accountId, scheme, kind, to: command.lte(to) };
  return heads.list(filter, { limit, order: ['to', 'desc'] });
}

/** The newest scores of some accounts in one period, in no order. */
export function scoresOfPeriod(
  accountIds: string[],
  period: PeriodId,
  scheme: string,
): Promise<KeptScore[]> {
  return heads.listIn(
    '_id',
    accountIds.map((id) => scoreHeadId(id, period, scheme)),
  );
}

/** What the newest scores of some accounts in some periods came to, in no order. */
export function valuesOfPeriods(
  accountIds: string[],
  periods: PeriodId[],
  scheme: string,
): Promise<Pick<KeptScore, 'accountId' | 'period' | 'value' | 'doubts'>[]> {
  const ids = periods.flatMap((period) => accountIds.map((id) => scoreHeadId(id, period, scheme)));
  return heads.listIn('_id', ids, ['accountId', 'period', 'value', 'doubts']);
}

/** The scores next to one in the order of its board, better and worse, within some cells. */
export async function scoresBeside(
  { board, order }: Pick<KeptScore, 'board' | 'order'>,
  cells: string[],
  each: number,
): Promise<KeptScore[]> {
  const { index } = order;
  if (index === undefined) return [];
  const within = { board, cell: command.in(cells) };
  const sides = await Promise.all([
    heads.list(
      { ...within, 'order.index': command.lt(index) },
      { limit: each, order: ['order.index', 'desc'] },
    ),
    heads.list(
      { ...within, 'order.index': command.gt(index) },
      { limit: each, order: ['order.index', 'asc'] },
    ),
  ]);
  return sides.flat();
}

/** Every revision of one score, newest first. */
export function scoreRevisions(
  accountId: string,
  period: PeriodId,
  scheme: string,
): Promise<KeptScore[]> {
  return scores.list(
    { accountId, scheme, period },
    { limit: maxRevisions, order: ['revision', 'desc'] },
  );
}

/** The values of a score's parts, by key. */
export function partValues({ parts }: Pick<Score, 'parts'>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(parts).map(([key, { value }]) => [key, value]));
}
