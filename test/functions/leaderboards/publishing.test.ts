import { randomUUID } from 'node:crypto';
import { checksumOf } from '../../../scripts/commands/checksum';
import type { BoardQuery, Leaderboard } from '../../../typings/leaderboards';
import {
  accounts,
  before,
  expected,
  inFujian,
  last,
  own,
  scheme,
  startBoards,
  worthOf,
} from '../support/boards';
import type { TestCloud } from '../support/cloud';
import { monthBefore } from '../support/exports';

jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startBoards();
}, 60_000);
afterAll(() => cloud.close());

describe('publishing', () => {
  const prepare = (who: string, asked: BoardQuery, use: 'reference' | 'assessment' = 'reference') =>
    cloud.call(who, 'leaderboards.prepare', { requestKey: randomUUID(), ...asked, use });
  const publish = (who: string, leaderboardId: string) =>
    cloud.call(who, 'leaderboards.publish', { requestKey: randomUUID(), leaderboardId });
  const published: { before?: Leaderboard; last?: Leaderboard } = {};

  async function made(asked: BoardQuery): Promise<Leaderboard> {
    const prepared = await prepare('fujian', asked);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    const answer = await publish('fujian', prepared.data.id);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.data;
  }

  test('refuses a running period, a scheme not in force, and research as assessment', async () => {
    const running = await prepare('fujian', { ...own, period: monthBefore(0) });
    const early = await prepare('fujian', { ...own, period: '2015-03', scheme: 'wci-14.2' });
    const assessing = await prepare('fujian', own, 'assessment');
    const outside = await prepare('fuzhou', own);
    expect([running, early, assessing, outside].map((one) => one.ok || one.error.code)).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'forbidden',
    ]);
  });

  test('says who is left out and why, before anything is shown', async () => {
    published.before = await made({ ...own, period: before });
    const prepared = await prepare('fujian', own);
    expect(prepared).toMatchObject({
      ok: true,
      data: {
        state: 'collected',
        size: accounts.filter(inFujian).length,
        leftOut: { closed: 1, 'not-filed': 1, 'under-review': 1, insufficient: 1 },
        number: null,
      },
    });
    const id = prepared.ok ? prepared.data.id : '';
    const left = await cloud.call('fujian', 'leaderboards.leftOut', { leaderboardId: id });
    expect(left.ok && left.data.items.map(({ accountId }) => accountId).sort()).toEqual([
      'doubtful',
      'gone',
      'silent',
      'thin',
    ]);
    const hidden = await cloud.call('staff', 'leaderboards.get', { leaderboardId: id });
    expect(hidden).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await cloud.call('fujian', 'leaderboards.discard', { leaderboardId: id })).ok).toBe(
      true,
    );
  });

  test('lets a doubtful score in once a person has looked at it', async () => {
    const review = await cloud.call('fujian', 'leaderboards.review', {
      requestKey: randomUUID(),
      accountId: 'doubtful',
      period: last,
      scheme,
      verdict: 'excluded',
      note: '组织点赞，已约谈',
    });
    expect(review.ok).toBe(true);
    const prepared = await prepare('fujian', own);
    expect(prepared).toMatchObject({ ok: true, data: { leftOut: { excluded: 1 } } });
  });

  test('of two at once one wins, and of two preparing too', async () => {
    const again = await prepare('fujian', own);
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const list = await cloud.call('fujian', 'leaderboards.list', {});
    const id = (list.ok && list.data.items.find(({ state }) => state === 'collected')?.id) || '';
    const both = await Promise.all([publish('fujian', id), publish('fujian', id)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'conflict' } });
    const winner = both.find((answer) => answer.ok);
    expect(winner).toMatchObject({ data: { number: 2, state: 'published' } });
    published.last = winner?.ok ? winner.data : undefined;
  });

  test('keeps ranks, ties and what changed since the board before', async () => {
    const board = published.last;
    const answer = await cloud.call('fujian', 'leaderboards.rows', {
      leaderboardId: board?.id ?? '',
    });
    const rows = answer.ok ? answer.data.rows : [];
    expect(rows.map(({ accountId, value, rank }) => ({ id: accountId, value, rank }))).toEqual(
      expected(inFujian),
    );
    const earlier = await cloud.call('fujian', 'leaderboards.rows', {
      leaderboardId: published.before?.id ?? '',
    });
    for (const row of rows) {
      const was = earlier.ok
        ? earlier.data.rows.find(({ accountId }) => accountId === row.accountId)
        : undefined;
      expect([row.accountId, row.climbed]).toEqual([row.accountId, (was?.rank ?? 0) - row.rank]);
      expect(row.change).toBeCloseTo(row.value - (was?.value ?? 0), 9);
    }
  });

  test('is seen by those on it once it is open, and by nobody else', async () => {
    const leaderboardId = published.last?.id ?? '';
    const seen = async (who: string) =>
      (await cloud.call(who, 'leaderboards.rows', { leaderboardId })).ok;
    expect([await seen('staff'), await seen('stranger'), await seen('fuzhou')]).toEqual([
      false,
      false,
      false,
    ]);
    await cloud.call('fujian', 'leaderboards.open', { leaderboardId, open: true });
    expect([await seen('staff'), await seen('stranger'), await seen('fuzhou')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a later correction is an erratum, and the row and the checksum stay', async () => {
    const board = published.last;
    const leaderboardId = board?.id ?? '';
    await cloud.grant('editor', 'staff', { kind: 'agency', agencyId: 'agency-a05' });
    const corrected = await cloud.call('editor', 'submissions.submit', {
      requestKey: randomUUID(),
      accountId: 'a05',
      period: last,
      fileIds: [],
      form: { reads: 30_000 },
      basedOnRevision: 1,
      reason: '阅读数抄错',
    });
    expect(corrected.ok).toBe(true);
    await cloud.passHours(1);
    const answer = await cloud.call('fujian', 'leaderboards.get', { leaderboardId });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        board: { errata: 1, checksum: board?.checksum },
        errata: [{ accountId: 'a05', from: worthOf(5), reason: '阅读数抄错' }],
      },
    });
    const rows = await cloud.call('fujian', 'leaderboards.rows', { leaderboardId, query: 'a05' });
    expect(rows).toMatchObject({
      ok: true,
      data: {
        rows: [{ accountId: 'a05', value: worthOf(5), correction: { value: expect.any(Number) } }],
      },
    });
  });

  test('staff see their own line and the step ahead, and no one else’s', async () => {
    const answer = await cloud.call('staff', 'leaderboards.own', {
      accountId: 'a05',
      period: before,
    });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        groups: expect.arrayContaining([
          expect.objectContaining({
            ahead: { rank: expect.any(Number), distance: expect.any(Number) },
          }),
        ]),
        published: [{ row: { accountId: 'a05' } }, { row: { accountId: 'a05' } }],
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/测试账号 a(?!05)/);
  });

  test('exports rows as a workbook, and lines that give the checksum again', async () => {
    const leaderboardId = published.last?.id ?? '';
    for (const format of ['xlsx', 'jsonl'] as const) {
      const answer = await cloud.call('fujian', 'leaderboards.export', { leaderboardId, format });
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      const bytes = Buffer.from(await (await fetch(answer.data.url)).arrayBuffer());
      if (format === 'jsonl') expect(checksumOf(bytes.toString())).toBe(published.last?.checksum);
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
  });
});
