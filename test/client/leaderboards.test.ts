import { autorun, runInAction } from 'mobx';
import { LeaderboardsStore, ownBoard } from '../../client/stores/leaderboards';
import type { BoardQuery, BoardRow, Leaderboard } from '../../typings/leaderboards';
import type { Membership } from '../../typings/membership';
import { failed, fakeCloud, ok } from './fakes';

const query: BoardQuery = { scheme: 'zhengwei-1', period: '2026-10', measure: 'index' };
const row = (id: string, rank = 1): BoardRow => ({
  accountId: id,
  name: `账号${id}`,
  agency: '某区政府',
  region: '350102',
  level: 'county',
  department: 'health',
  rank,
  tied: false,
  value: 61.2,
  forces: {},
  change: null,
  climbed: null,
  rankInterval: null,
  band: null,
  correction: null,
  sample: false,
});
const face = {
  ...query,
  title: '福州市 2026年10月传播指数榜',
  schemeName: '政微三力指数',
  schemeVersion: '1.0',
  purpose: 'research' as const,
  notice: '仅供研究参考，不作考核依据',
  cutOff: '2026-11-02T00:00:00Z',
  size: 3,
  sample: false,
};
const board = (changes: Partial<Leaderboard> = {}): Leaderboard => ({
  ...face,
  id: 'b1',
  state: 'published',
  use: 'reference',
  number: 3,
  publisher: '福州市',
  publishedAt: '2026-11-02T00:00:00Z',
  looked: 3,
  leftOut: {},
  checksum: 'c',
  open: false,
  errata: 0,
  ...changes,
});
const noFile = async () => true;

describe('a provisional board', () => {
  it('adds pages to the rows, and starts over with another question', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'leaderboards.page': ({ cursor, fromRank }) =>
        ok(
          cursor
            ? { face, rows: [row('2', 2)], next: null }
            : { face, rows: [row(fromRank ? '9' : '1')], next: 'after' },
        ),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openLive(query);
    await store.more();
    expect(store.rows.map(({ accountId }) => accountId)).toEqual(['1', '2']);
    expect(store.hasMore).toBe(false);
    await store.more();
    await store.openLive(query, { fromRank: 9 });
    expect(store.rows.map(({ accountId }) => accountId)).toEqual(['9']);
    expect(inputsOf('leaderboards.page')).toEqual([
      query,
      { ...query, cursor: 'after' },
      { ...query, fromRank: 9 },
    ]);
  });

  it('tells observers of a row that changes after the rows were sorted anew', async () => {
    let order = ['1', '2', '3'];
    const { cloud } = fakeCloud({
      'leaderboards.page': () => ok({ face, rows: order.map((id) => row(id)), next: null }),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openLive(query);
    const seen: string[] = [];
    const stop = autorun(() => {
      seen.push(store.rows.map(({ name }) => name).join());
    });
    order = ['3', '1', '2'];
    await store.openLive(query);
    runInAction(() => {
      const [first] = store.rows;
      if (first) first.name = '改了名';
    });
    stop();
    expect(seen).toEqual(['账号1,账号2,账号3', '账号3,账号1,账号2', '改了名,账号1,账号2']);
  });
});

describe('publishing', () => {
  it('calls until the board stands, then shows who is left out', async () => {
    let looked = 0;
    const { cloud, inputsOf } = fakeCloud({
      'leaderboards.prepare': () => ok(board({ state: 'collecting', number: null })),
      'leaderboards.continue': () => {
        looked += 1;
        return ok(board({ state: looked < 3 ? 'collecting' : 'collected', number: null }));
      },
      'leaderboards.leftOut': () =>
        ok({
          items: [
            {
              accountId: '7',
              name: '账号7',
              agency: '某局',
              reason: 'not-filed',
              text: '没有填报',
            },
          ],
          next: null,
        }),
      'leaderboards.publish': () => ok(board()),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.prepare(query);
    expect(inputsOf('leaderboards.continue')).toHaveLength(3);
    expect(store.draft.value?.state).toBe('collected');
    expect(store.omitted.map(({ accountId }) => accountId)).toEqual(['7']);
    await store.publish();
    expect(store.draft.value).toMatchObject({ state: 'published', number: 3 });
  });

  it('sends the same key again after a broken answer', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'leaderboards.continue': () => ok(board({ state: 'collected' })),
      'leaderboards.leftOut': () => ok({ items: [], next: null }),
      'leaderboards.publish': () => failed('unavailable'),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openDraft('b1');
    await store.publish();
    await store.publish();
    const [first, second] = inputsOf('leaderboards.publish');
    expect(first?.requestKey).toBe(second?.requestKey);
    expect(store.draft.error?.code).toBe('unavailable');
  });
});

test('opens the board of one’s own scope, and none without one', () => {
  const membership = (role: Membership['role']): Membership => ({
    id: 'm',
    role,
    scope: { kind: 'region', regionPrefix: '3501', department: 'health' },
    label: '',
    grantedAt: '',
  });
  expect(ownBoard([membership('supervisor')], '2026-10')).toEqual({
    ...query,
    regionPrefix: '3501',
    department: 'health',
  });
  expect(ownBoard([membership('staff')], '2026-10')).toBeNull();
});
