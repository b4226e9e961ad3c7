import { randomUUID } from 'node:crypto';
import { parsePeriod } from '../../../cloudfunctions/domain/indices';
import { before, own, startBoards } from '../support/boards';
import type { TestCloud } from '../support/cloud';
import { breakAt } from '../support/requests';

jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startBoards();
}, 60_000);
afterAll(() => cloud.close());

test('killed at any request, with or without its answer, it comes to the same checksum', async () => {
  const records = await import('../../../cloudfunctions/records/leaderboards');
  const { collectPage, rankPage } = await import(
    '../../../cloudfunctions/records/leaderboard-build'
  );
  const { startRanking } = await import('../../../cloudfunctions/domain/leaderboards/ranking');
  const parsed = parsePeriod(before);
  const asked = { ...own, period: before, requestKey: randomUUID(), use: 'reference' } as const;
  const prepared = await cloud.call('fujian', 'leaderboards.prepare', asked);
  const stood = await records.findBoard(prepared.ok ? prepared.data.id : '');
  if (!parsed.ok || !stood) throw new Error('no board');
  const _id = 'killed';
  const drive = async (): Promise<string | null> => {
    for (;;) {
      const board = await records.findBoard(_id);
      if (board?.state === 'collecting') await collectPage(board, parsed.value, 11);
      else if (board?.state === 'collected') {
        const changes = { cursor: '', ranking: startRanking, digest: 'head' };
        await records.moveBoard(board, { ...changes, state: 'ranking' });
      } else if (board?.state === 'ranking') await rankPage(board, '2026-11-25T00:00:00Z', 11);
      else return board?.checksum ?? null;
    }
  };
  const startOver = async () => {
    for (const name of ['leaderboard-entries', 'leaderboard-rows'] as const) {
      await cloud.remove(name, { board: _id });
    }
    await cloud.remove('leaderboards', { _id });
    const empty = { size: 0, looked: 0, leftOut: {}, edges: { lows: {}, highs: {} } };
    const begun = { ...stood, ...empty, _id, cursor: '', state: 'collecting' as const };
    const asked = { who: 'test', action: 'drive', requestKey: randomUUID(), asked: {} };
    await records.beginBoard({ ...begun, checksum: null, ranking: startRanking }, asked);
  };
  await startOver();
  const whole = await drive();
  expect(whole).toMatch(/^[0-9a-f]{64}$/);
  const rows = await cloud.documents('leaderboard-rows', { board: _id });
  const byPlace = (list: typeof rows) =>
    list.sort((a, b) => Number(a.position) - Number(b.position));
  for (const when of ['before', 'after'] as const) {
    for (let request = 2; request <= 45; request += 4) {
      await startOver();
      const mend = await breakAt(request, when);
      await drive().catch(() => null);
      mend();
      const state = await records.findBoard(_id);
      expect([when, request, await drive()]).toEqual([when, request, whole]);
      const again = await cloud.documents('leaderboard-rows', { board: _id });
      expect([state?._id, byPlace(again)]).toEqual([_id, byPlace(rows)]);
    }
  }
}, 180_000);
