import { autorun, runInAction } from 'mobx';
import { LeaderboardsStore, mostExported, ownBoard } from '../../client/stores/leaderboards';
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

  it('looks on by name where many names are alike, until another question', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'leaderboards.page': () => ok({ face, rows: [row('1', 1)], next: 'after' }),
      'leaderboards.search': ({ cursor }) =>
        ok(cursor ? { rows: [row('8')], next: null } : { rows: [], next: 'on' }),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openLive(query);
    await store.search('发布');
    expect([store.rows, store.words, store.hasMore]).toEqual([[], '发布', true]);
    await store.more();
    expect(store.rows.map(({ accountId }) => accountId)).toEqual(['8']);
    expect(store.hasMore).toBe(false);
    expect(inputsOf('leaderboards.search')).toEqual([
      { ...query, query: '发布', cursor: undefined },
      { ...query, query: '发布', cursor: 'on' },
    ]);
    await store.openLive(query);
    expect([store.words, store.hasMore]).toEqual([null, true]);
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

describe('a published board', () => {
  const published = () =>
    fakeCloud({
      'leaderboards.get': () => ok({ board: board(), errata: [] }),
      'leaderboards.rows': ({ around }) =>
        ok({ rows: around ? [row('8', 8), row('9', 9)] : [row('1')], next: null }),
      'leaderboards.open': () => failed('conflict'),
    });

  it('keeps one’s own line in sight while looking elsewhere, and forgets it with the board', async () => {
    const { cloud } = published();
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openPublished('b1', { around: '9' });
    await store.pin('b1', '9');
    await store.openPublished('b1');
    expect([store.pinned?.rank, store.rows.map(({ rank }) => rank)]).toEqual([9, [1]]);
    await store.pin('b1', 'elsewhere');
    expect(store.pinned).toBeNull();
  });

  it('says why it could not be opened to others, and stays as it was', async () => {
    const { cloud } = published();
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openPublished('b1');
    await store.setOpen(true);
    expect(store.opening.error?.code).toBe('conflict');
    expect(store.published.value?.board.open).toBe(false);
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

describe('exporting', () => {
  const opened = async (size: number) => {
    const { cloud, inputsOf } = fakeCloud({
      'leaderboards.get': () => ok({ board: board({ size }), errata: [] }),
      'leaderboards.rows': () => ok({ rows: [row('1')], next: null }),
      'leaderboards.export': () => ok({ url: 'https://files/1' }),
    });
    const store = new LeaderboardsStore(cloud, noFile);
    await store.openPublished('b1');
    return { store, inputsOf };
  };

  it('asks for one file where one holds the board', async () => {
    const { store, inputsOf } = await opened(mostExported);
    expect(store.exportParts).toEqual([]);
    await store.export();
    expect(inputsOf('leaderboards.export')).toEqual([{ leaderboardId: 'b1', format: 'xlsx' }]);
  });

  it('offers the parts of a longer board, the last one short', async () => {
    const { store, inputsOf } = await opened(2 * mostExported + 1);
    expect(store.exportParts).toEqual([1, 20_001, 40_001]);
    await store.export(40_001);
    expect(inputsOf('leaderboards.export')).toEqual([
      { leaderboardId: 'b1', format: 'xlsx', fromRank: 40_001 },
    ]);
  });
});
