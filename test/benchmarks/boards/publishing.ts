import { setTimeout as pause } from 'node:timers/promises';
import { EJSON } from 'bson';
import type { BoardQuery, Leaderboard } from '../../../typings/leaderboards';
import type { BenchCloud } from '../cloud';

export interface PublishFigures {
  rows: number;
  seconds: number;
  serverPeakMB: number;
  functionPeakMB: number;
  /** the longest call that a person waits for */
  longestCallSeconds: number;
  checksum: string;
  kills: number;
  sameAfterKills: boolean;
}

interface Driving {
  cloud: BenchCloud;
  openid: string;
  id: string;
  /** seconds of work after which the server is killed and started anew */
  killAt: number[];
}

/** Publishes a board at once, then again with the server killed at random points of the work. */
export async function measurePublishing(
  cloud: BenchCloud,
  openid: string,
  query: BoardQuery,
  kills: number,
): Promise<PublishFigures> {
  const requestKey = `bench-${query.period}`;
  const start = performance.now();
  const prepared = await cloud.call(openid, 'leaderboards.prepare', {
    ...query,
    requestKey,
    use: 'reference',
  });
  const first = (performance.now() - start) / 1000;
  const { id } = prepared;
  const whole = await drive({ cloud, openid, id, killAt: [] });
  const seconds = first + whole.seconds;
  cloud.notePeaks();
  const { server, functions } = cloud.peaks;
  await cloud.stop();
  startOver(cloud, id);
  await cloud.start();
  const killAt = Array.from({ length: kills }, () => Math.random() * seconds).sort((a, b) => a - b);
  const broken = await drive({ cloud, openid, id, killAt });
  return {
    rows: whole.board.size,
    seconds: Math.round(seconds * 10) / 10,
    serverPeakMB: server,
    functionPeakMB: functions,
    longestCallSeconds: Math.round(Math.max(first, whole.longest) * 10) / 10,
    checksum: whole.board.checksum ?? '',
    kills: broken.kills,
    sameAfterKills: broken.board.checksum === whole.board.checksum,
  };
}

/** Calls until the board is published, as the screen does; kills on the way where that is asked for. */
async function drive({ cloud, openid, id, killAt }: Driving) {
  const waiting = [...killAt];
  let seconds = 0;
  let longest = 0;
  let board: Leaderboard | null = null;
  while (board?.state !== 'published') {
    const start = performance.now();
    const dying = waiting[0] !== undefined && seconds >= waiting[0];
    const call = step(cloud, openid, id, board);
    if (dying) {
      waiting.shift();
      await pause(Math.random() * 3000);
      await cloud.stop('SIGKILL');
    }
    board = (await call) ?? board;
    const took = (performance.now() - start) / 1000;
    seconds += took;
    longest = Math.max(longest, took);
    cloud.notePeaks();
    if (dying) await cloud.start();
  }
  return { board, seconds, longest, kills: killAt.length - waiting.length };
}

async function step(
  cloud: BenchCloud,
  openid: string,
  leaderboardId: string,
  board: Leaderboard | null,
): Promise<Leaderboard | null> {
  const requestKey = `bench-${leaderboardId}`;
  const answer =
    board?.state === 'collected'
      ? await cloud.attempt(openid, 'leaderboards.publish', { leaderboardId, requestKey })
      : await cloud.attempt(openid, 'leaderboards.continue', { leaderboardId });
  if (answer && !answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer?.ok ? answer.data : null;
}

/** Takes away what came of a board, so that the same board, with its cut-off, is made once more. */
function startOver(cloud: BenchCloud, id: string): void {
  const documents = cloud.open();
  const ejson = (value: object) => EJSON.stringify(value, { relaxed: false });
  const remove = (collectionName: string, query: object) =>
    documents.call('database.removeDocument', { collectionName, query: ejson(query), multi: true });
  remove('leaderboard-entries', { board: id });
  remove('leaderboard-rows', { board: id });
  remove('leaderboard-series', {});
  remove('requests', {});
  documents.call('database.modifyDocument', {
    collectionName: 'leaderboards',
    query: ejson({ _id: id }),
    data: ejson({
      $set: {
        state: 'collecting',
        number: null,
        publishedAt: null,
        looked: 0,
        size: 0,
        leftOut: {},
        checksum: null,
        cursor: '',
        edges: { lows: {}, highs: {} },
      },
    }),
    merge: true,
  });
  documents.close();
}
