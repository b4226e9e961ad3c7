import type { Instant } from '../../typings/vocabulary';
import type { Period } from '../domain/indices';
import { rowLine } from '../domain/leaderboards/canonical';
import { whyLeftOut } from '../domain/leaderboards/eligibility';
import { countEdges, placeNext, rankIntervals } from '../domain/leaderboards/ranking';
import { digestOf } from '../platform/random';
import { accountsOfBoard, type StoredAccount } from './accounts';
import { isDuplicate } from './failures';
import { boardValues } from './kept-score';
import { type EntryDocument, entriesFrom, keepEntries } from './leaderboard-entries';
import {
  keepRows,
  type LeaderboardDocument,
  moveBoard,
  type RowDocument,
  rowId,
  rowsOf,
} from './leaderboards';
import { placeKey } from './places';
import { reviewsOf, type ScoreReview } from './score-reviews';
import { type KeptScore, scoreHeadId, scoresOfPeriod } from './scores';

const page = 500;

/**
 * Looks at the next accounts of a board's scope: each brings its score or the reason that it has no
 * place. Entries have the ids of their accounts and are kept as they were first written, so that a
 * page that was broken off is the same when it is done again. False when another call moved the board.
 */
export async function collectPage(
  board: LeaderboardDocument,
  period: Period,
  size = page,
): Promise<boolean> {
  const found = await accountsOfBoard(board, board.cursor, size);
  const scores = await scoresOfPeriod(
    found.map(({ id }) => id),
    board.period,
    board.scheme,
  );
  const byAccount = new Map(scores.map((score) => [score.accountId, score]));
  const doubtful = scores.filter(({ doubts }) => doubts.length > 0);
  const reviews = await reviewsOf(doubtful.map(({ _id }) => _id));
  const kept = await onceMore(() =>
    keepEntries(
      found.map((account) => {
        const score = byAccount.get(account.id) ?? null;
        return entryOf(board, period, { account, score, reviews });
      }),
    ),
  );
  const leftOut = { ...board.leftOut };
  const { edges } = board;
  for (const entry of kept) {
    if (entry.reason) leftOut[entry.reason] = (leftOut[entry.reason] ?? 0) + 1;
    else countEdges(edges, board.scheme, entry);
  }
  const last = found.at(-1);
  return moveBoard(board, {
    cursor: last ? placeKey(last.agency.region, last.id) : board.cursor,
    state: found.length < size ? 'collected' : 'collecting',
    looked: board.looked + found.length,
    size: board.size + kept.filter(({ reason }) => !reason).length,
    sample: board.sample || kept.some(({ sample }) => sample),
    leftOut,
    edges,
  });
}

/** Two calls at work on one page write the same documents: what one finds taken is what it wanted. */
async function onceMore<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (failure) {
    if (!isDuplicate(failure)) throw failure;
    return write();
  }
}

interface Brought {
  account: StoredAccount;
  score: KeptScore | null;
  reviews: ScoreReview[];
}

function entryOf(
  { _id: board, measure, scheme, period: id }: LeaderboardDocument,
  period: Period,
  { account, score, reviews }: Brought,
): EntryDocument {
  const { region, level, department } = account.agency;
  const value = score && boardValues(score)[measure];
  const review = reviews.find(({ _id }) => _id === scoreHeadId(account.id, id, scheme));
  const why = whyLeftOut(
    {
      account,
      score: score && { value, index: score.value, coverage: score.coverage, doubts: score.doubts },
      review: review?.scoreRevision === score?.revision ? (review?.verdict ?? null) : null,
    },
    period,
    measure,
  );
  const { dissemination, service, interaction } = score?.parts ?? {};
  const isIndex = measure === 'index';
  return {
    _id: rowId(board, account.id),
    board,
    accountId: account.id,
    name: account.name,
    agency: account.agency.name,
    traits: { region, level, department, kind: account.kind, mode: account.operation.mode },
    sample: account.sample,
    value: value ?? 0,
    interval: isIndex ? (score?.interval ?? null) : null,
    forces: { dissemination, service, interaction },
    change: isIndex ? (score?.growth ?? null) : null,
    submissionRevision: score?.submissionRevision ?? 0,
    scoreRevision: score?.revision ?? 0,
    ...(why
      ? { ...why, leftOutAt: placeKey(region, account.id) }
      : { key: score?.order[measure] ?? '' }),
  };
}

/**
 * Ranks the next entries, best first, and publishes the board with the last of them. The checksum
 * takes each row in after those before it, so that it is the same however the work was cut up.
 */
export async function rankPage(
  board: LeaderboardDocument,
  now: Instant,
  size = page,
): Promise<boolean> {
  const found = await entriesFrom(board._id, board.cursor, size + 1);
  const ranked = found.slice(0, size);
  const before = board.previous
    ? await rowsOf(
        board.previous,
        ranked.map(({ accountId }) => accountId),
      )
    : [];
  const byAccount = new Map(before.map((row) => [row.accountId, row]));
  const intervalOf = rankIntervals(board.scheme, board.edges);
  let { ranking, digest } = board;
  const rows = ranked.map((entry, index): RowDocument => {
    const { state, placing } = placeNext(ranking, entry, found[index + 1] ?? null);
    ranking = state;
    const row = rowOf(board, entry, {
      ...placing,
      rankInterval: intervalOf(entry),
      previous: byAccount.get(entry.accountId) ?? null,
    });
    digest = digestOf(`${digest}\n${rowLine(row)}`);
    return row;
  });
  await onceMore(() => keepRows(rows));
  const isLast = found.length <= size;
  return moveBoard(board, {
    cursor: ranked.at(-1)?.key ?? board.cursor,
    ranking,
    digest,
    ...(isLast ? { state: 'published', checksum: digest, publishedAt: now } : {}),
  });
}

interface Placed extends Pick<RowDocument, 'position' | 'rank' | 'tied' | 'rankInterval'> {
  band: number;
  previous: RowDocument | null;
}

function rowOf(
  { _id: board, scheme, period, at, measure }: LeaderboardDocument,
  entry: EntryDocument,
  { previous, band, ...placed }: Placed,
): RowDocument {
  const { _id, accountId, name, agency, traits, sample, value, forces } = entry;
  const { submissionRevision, scoreRevision } = entry;
  const climbed = previous && previous.rank - placed.rank;
  return {
    _id,
    board,
    scheme,
    period,
    at,
    accountId,
    name,
    agency,
    traits,
    sample,
    value,
    forces,
    change: entry.change ?? (previous && value - previous.value),
    climbed,
    ...placed,
    band: measure === 'index' ? band : null,
    correction: null,
    submissionRevision,
    scoreRevision,
  };
}
