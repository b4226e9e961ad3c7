import { randomUUID } from 'node:crypto';
import type { BoardQuery } from '../../../typings/leaderboards';
import { own, query, startBoards } from '../support/boards';
import type { TestCloud } from '../support/cloud';

jest.setTimeout(60_000);

let cloud: TestCloud;
let leaderboardId = '';

beforeAll(async () => {
  cloud = await startBoards();
  await cloud.grant('researcher', 'researcher', { kind: 'datasets' });
  await cloud.grant('vendor', 'vendor', { kind: 'vendor', vendorId: 'v1' });
  await cloud.grant('idle-vendor', 'vendor', { kind: 'vendor', vendorId: 'v2' });
  await cloud.change('accounts', { _id: 'a05' }, { vendorIds: ['v1'] });
  await cloud.change('accounts', { _id: 'a03' }, { vendorIds: ['v2'] });
  const asked = { ...own, requestKey: randomUUID(), use: 'reference' } as const;
  const prepared = await cloud.call('fujian', 'leaderboards.prepare', asked);
  leaderboardId = prepared.ok ? prepared.data.id : '';
}, 60_000);
afterAll(() => cloud.close());

test('those left out are listed by the reason that is asked for', async () => {
  const reasons = async (reason?: 'under-review' | 'closed' | 'low-coverage') => {
    const answer = await cloud.call('fujian', 'leaderboards.leftOut', { leaderboardId, reason });
    return answer.ok && answer.data.items.map((one) => `${one.reason} ${one.accountId}`).sort();
  };
  expect(await reasons('under-review')).toEqual(['under-review doubtful']);
  expect(await reasons('closed')).toEqual(['closed gone']);
  expect(await reasons('low-coverage')).toEqual([]);
  expect(await reasons()).toHaveLength(4);
});

describe('a published board', () => {
  const readers = ['staff', 'vendor', 'researcher'] as const;
  const opened = async (who: string) => {
    const answer = await cloud.call(who, 'leaderboards.opened', {});
    return answer.ok && answer.data.items.map(({ id }) => id);
  };
  const reads = async (who: string) => {
    const answers = await Promise.all([
      cloud.call(who, 'leaderboards.get', { leaderboardId }),
      cloud.call(who, 'leaderboards.rows', { leaderboardId }),
    ]);
    return answers.map((answer) => answer.ok || answer.error.code);
  };
  beforeAll(async () => {
    const asked = { leaderboardId, requestKey: randomUUID() };
    expect(await cloud.call('fujian', 'leaderboards.publish', asked)).toMatchObject({ ok: true });
  });

  test('is read by nobody else before it is opened', async () => {
    for (const who of [...readers, 'stranger', 'idle-vendor']) {
      expect([who, await opened(who), await reads(who)]).toEqual([
        who,
        [],
        ['not-found', 'not-found'],
      ]);
    }
  });

  test('once open is read by researchers and by who runs an account on it, and changed by none', async () => {
    await cloud.call('fujian', 'leaderboards.open', { leaderboardId, open: true });
    for (const who of readers) {
      expect([who, await opened(who), await reads(who)]).toEqual([
        who,
        [leaderboardId],
        [true, true],
      ]);
      const changed = await Promise.all([
        cloud.call(who, 'leaderboards.open', { leaderboardId, open: false }),
        cloud.call(who, 'leaderboards.leftOut', { leaderboardId }),
        cloud.call(who, 'leaderboards.export', { leaderboardId, format: 'xlsx' }),
      ]);
      expect([who, ...changed.map((answer) => answer.ok || answer.error.code)]).toEqual([
        who,
        'not-found',
        'not-found',
        'not-found',
      ]);
    }
    for (const who of ['stranger', 'idle-vendor']) {
      expect([who, await opened(who), await reads(who)]).toEqual([
        who,
        [],
        ['not-found', 'not-found'],
      ]);
    }
    const supervisor = await cloud.call('fuzhou', 'leaderboards.opened', {});
    expect(supervisor).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test('of 100 000 rows is not exported in one file, but in the parts that the refusal names', async () => {
    await cloud.change('leaderboards', { _id: leaderboardId }, { size: 100_000 });
    for (const format of ['xlsx', 'jsonl'] as const) {
      const asked = { leaderboardId, format };
      expect(await cloud.call('fujian', 'leaderboards.export', asked)).toMatchObject({
        ok: false,
        error: { code: 'too-large', message: expect.stringContaining('分 5 份导出') },
      });
      const part = await cloud.call('fujian', 'leaderboards.export', { ...asked, fromRank: 21 });
      expect(part.ok).toBe(true);
    }
  });
});

describe('what a supervisor may not see', () => {
  const refused = async (asked: BoardQuery): Promise<string> => {
    const event = { action: 'page', input: asked };
    return cloud.send('fuzhou', 'leaderboards', event);
  };

  test('is refused with the same bytes, whatever there is', async () => {
    const answers = await Promise.all(
      [
        own,
        query,
        { ...query, regionPrefix: '3502' },
        { ...query, regionPrefix: '33' },
        { ...query, regionPrefix: '99' },
        { ...query, regionPrefix: '3502', department: 'court' as const },
      ].map(refused),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('forbidden');
  });

  test('is neither prepared nor searched, and tells nothing either', async () => {
    const send = (action: string, input: object) =>
      cloud.send('fuzhou', 'leaderboards', { action, input });
    const wide = { ...own, requestKey: randomUUID(), use: 'reference' };
    const nowhere = { ...query, regionPrefix: '99', requestKey: randomUUID(), use: 'reference' };
    expect(await send('prepare', wide)).toBe(await send('prepare', nowhere));
    const words = { query: '测试账号' };
    expect(await send('search', { ...own, ...words })).toBe(
      await send('search', { ...query, regionPrefix: '99', ...words }),
    );
    expect(await send('rows', { leaderboardId })).toBe(
      await send('rows', { leaderboardId: 'nothing' }),
    );
  });
});

test('a filter that holds one account shows it, alone and first', async () => {
  const one: BoardQuery = { ...query, regionPrefix: '330102', levels: ['prefectural'] };
  const page = await cloud.call('country', 'leaderboards.page', {
    ...one,
    department: 'health',
    kind: 'subscription',
  });
  expect(page).toMatchObject({
    ok: true,
    data: { face: { size: 1 }, rows: [{ rank: 1, tied: false }], next: null },
  });
});
