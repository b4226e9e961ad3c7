import type { ApiError } from '../../../typings/answer';
import type { BoardQuery, BoardUse, Leaderboard } from '../../../typings/leaderboards';
import { parsePeriod, previousPeriod } from '../../domain/indices';
import { countedRegions } from '../../domain/leaderboards/cells';
import { startRanking } from '../../domain/leaderboards/ranking';
import { Refusal, unwrap } from '../../handler/refusal';
import { type Moment, now as moment, stopwatch } from '../../platform/clock';
import { collectPage, rankPage } from '../../records/leaderboard-build';
import { removeEntries } from '../../records/leaderboard-entries';
import {
  beginBoard,
  beginning,
  boardId,
  boardsUnderWay,
  confirmBoard,
  discardBoard,
  findBoard,
  type LeaderboardDocument,
  removeBoard,
} from '../../records/leaderboards';
import type { StoredMembership } from '../../records/memberships';
import { tellBoards } from '../../records/tell-boards';
import { faceOf, groundsOf, mayPublish } from './face';
import { shownBoard } from './shown';

/** Milliseconds of work: a person waits for a call; a timer may use most of the function's limit. */
const perCall = 4_000;
const perTimer = 40_000;

/** Who does it, and by which membership. */
interface By {
  who: string;
  by: Pick<StoredMembership, 'label'> | null;
  now: Moment;
}

const researchOnly: ApiError = {
  code: 'invalid',
  message: '研究方案的榜单仅供研究参考，不能作为考核依据。',
  fields: { use: '研究方案只能选“仅供参考”。' },
};
const confirmed: ApiError = { code: 'conflict', message: '这份榜单已经确认，不能再撤回。' };

/** Freezes the figures of a board; nothing is shown to others until it is published. */
export async function prepare(
  input: BoardQuery & { requestKey: string; use: BoardUse },
  query: BoardQuery,
  { who, by, now }: By,
): Promise<Leaderboard> {
  const grounds = unwrap(groundsOf(query, now.today));
  unwrap(mayPublish(grounds, now.today));
  if (input.use === 'assessment' && grounds.scheme.purpose === 'research') {
    throw new Refusal(researchOnly);
  }
  const id = boardId(query);
  const { regionPrefix = '' } = query;
  const board: LeaderboardDocument = {
    _id: id,
    ...faceOf(query, grounds, { cutOff: now.instant, size: 0, sample: false }),
    state: 'collecting',
    use: input.use,
    number: null,
    publisher: by?.label ?? '',
    publishedAt: null,
    looked: 0,
    leftOut: {},
    checksum: null,
    open: false,
    regions: [...new Set([...countedRegions(regionPrefix), regionPrefix])].filter(
      (region) => region.length <= regionPrefix.length,
    ),
    at: beginning(now.instant, id),
    cursor: '',
    ranking: startRanking,
    edges: { lows: {}, highs: {} },
    digest: '',
    previous: null,
    preparedBy: who,
  };
  const { requestKey } = input;
  const request = { who, action: 'leaderboards.prepare', requestKey, asked: input };
  const begun = unwrap(await beginBoard(board, request));
  return takeFurther(begun.id);
}

/** Confirms a prepared board and begins to rank it. */
export async function publish(
  board: LeaderboardDocument,
  requestKey: string,
  { who, by }: By,
): Promise<Leaderboard> {
  const before = previousPeriod(board.period);
  const previous = before.ok
    ? await findBoard(boardId({ ...board, period: before.value.id }))
    : null;
  const asked = { leaderboardId: board._id };
  const request = { who, action: 'leaderboards.publish', requestKey, asked };
  unwrap(
    await confirmBoard(
      board._id,
      {
        publisher: by?.label ?? '',
        publishedAt: null,
        previous: previous?.state === 'published' ? previous._id : null,
      },
      request,
    ),
  );
  return takeFurther(board._id);
}

export async function discard(board: LeaderboardDocument): Promise<{ discarded: true }> {
  const isOpen = ['collecting', 'collected', 'discarded'].includes(board.state);
  if (!isOpen || !(await discardBoard(board))) throw new Refusal(confirmed);
  await removeBoard(board._id);
  return { discarded: true };
}

/** Takes a board as far as one call may, and answers with it as it stands. */
export async function takeFurther(id: string, budget = perCall): Promise<Leaderboard> {
  const elapsed = stopwatch();
  let board = await findBoard(id);
  while (board && isUnderWay(board) && elapsed() < budget) {
    await step(board);
    board = await findBoard(id);
  }
  if (!board) throw new Error(`board ${id} is gone`);
  return shownBoard(board);
}

const isUnderWay = ({ state }: LeaderboardDocument): boolean =>
  state === 'collecting' || state === 'ranking';

async function step(board: LeaderboardDocument): Promise<void> {
  if (board.state === 'collecting') {
    await collectPage(board, unwrap(parsePeriod(board.period)));
    return;
  }
  await rankPage(board, moment().instant);
}

/** What the timer does: boards under way go on, those discarded go, corrections are told. */
export async function goOn(): Promise<void> {
  const elapsed = stopwatch();
  await tellBoards();
  for (const board of await boardsUnderWay()) {
    if (board.state === 'discarded') {
      await removeBoard(board._id);
      continue;
    }
    const { state } = await takeFurther(board._id, Math.max(0, perTimer - elapsed()));
    if (state === 'published') await removeEntries(board._id, true);
  }
}
