import { randomUUID } from 'node:crypto';
import type { BoardQuery } from '../../../typings/leaderboards';
import type { Account } from '../../../typings/registry';
import {
  accounts,
  expected,
  inFujian,
  last,
  own,
  query,
  type Ranked,
  startBoards,
} from '../support/boards';
import type { TestCloud } from '../support/cloud';

jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startBoards();
}, 60_000);
afterAll(() => cloud.close());

async function allRows(asked: BoardQuery): Promise<Ranked[]> {
  const rows: Ranked[] = [];
  let cursor: string | undefined;
  do {
    const answer = await cloud.call('country', 'leaderboards.page', { ...asked, cursor });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    rows.push(
      ...answer.data.rows.map(({ accountId, value, rank }) => ({ id: accountId, value, rank })),
    );
    cursor = answer.data.next ?? undefined;
  } while (cursor);
  return rows;
}

async function wholePage(asked: BoardQuery): Promise<Ranked[]> {
  return (await allRows(asked)).filter(({ id }) => id !== 'doubtful' && id !== 'thin');
}

describe('a provisional board', () => {
  test.each<[string, Partial<BoardQuery>, (account: Account) => boolean]>([
    ['a province', { regionPrefix: '33' }, ({ agency }) => agency.region.startsWith('33')],
    ['a city', { regionPrefix: '3502' }, ({ agency }) => agency.region.startsWith('3502')],
    ['a county', { regionPrefix: '350103' }, ({ agency }) => agency.region === '350103'],
    ['a level', { levels: ['prefectural'] }, ({ agency }) => agency.level === 'prefectural'],
    ['a department', { department: 'health' }, ({ agency }) => agency.department === 'health'],
    ['a kind', { kind: 'service' }, ({ kind }) => kind === 'service'],
    [
      'all at once',
      { regionPrefix: '35', levels: ['county'], department: 'education', kind: 'subscription' },
      (account) =>
        inFujian(account) &&
        account.agency.level === 'county' &&
        account.agency.department === 'education' &&
        account.kind === 'subscription',
    ],
  ])('of %s holds its accounts in the order of their values', async (_, filter, holds) => {
    expect(await wholePage({ ...query, ...filter })).toEqual(expected(holds));
  });

  test('of the whole country ranks every account that has a value, doubtful ones too', async () => {
    const rows = await allRows(query);
    const ids = rows.map(({ id }) => id).filter((id) => id !== 'thin');
    expect(ids.sort()).toEqual([...accounts.map(({ id }) => id), 'doubtful'].sort());
    const better = (value: number) => rows.filter((other) => other.value > value).length;
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ value }) => 1 + better(value)));
  });

  test('gives equal values the same rank, and the next one skips', async () => {
    const rows = await wholePage({ ...query, regionPrefix: '3501', levels: ['county'] });
    const pair = rows.filter(({ id }) => id === 'a04' || id === 'a08');
    expect(new Set(pair.map(({ rank }) => rank)).size).toBe(1);
    const next = rows[rows.findIndex(({ id }) => id === 'a08') + 1];
    expect(next?.rank).toBe((pair[0]?.rank ?? 0) + 2);
  });

  test('states its period, size, scheme and that it is for research', async () => {
    const answer = await cloud.call('fujian', 'leaderboards.page', own);
    expect(answer).toMatchObject({
      ok: true,
      data: {
        face: {
          title: expect.stringMatching(/^福建省 .*月传播指数榜$/),
          notice: '仅供研究参考，不作考核依据',
          size: accounts.filter(inFujian).length + 1,
          period: last,
        },
      },
    });
  });

  test('opens around an account, and at a rank, with the same ranks', async () => {
    const all = await wholePage(query);
    const target = all[33];
    const around = await cloud.call('country', 'leaderboards.page', {
      ...query,
      around: target?.id,
    });
    const found = around.ok && around.data.rows.find(({ accountId }) => accountId === target?.id);
    expect(found).toMatchObject({ rank: (target?.rank ?? 0) + 0 });
    const at = await cloud.call('country', 'leaderboards.page', { ...query, fromRank: 30 });
    expect(at.ok && at.data.rows[0]?.rank).toBe(30);
  });

  test('finds accounts by name with their ranks', async () => {
    const [first] = expected(inFujian);
    const answer = await cloud.call('fujian', 'leaderboards.search', {
      ...own,
      query: `测试账号 ${first?.id}`,
    });
    expect(answer).toMatchObject({ ok: true, data: { rows: [{ accountId: first?.id, rank: 1 }] } });
  });

  test('orders by a force and by growth', async () => {
    for (const measure of ['dissemination', 'service', 'interaction', 'growth'] as const) {
      const rows = await wholePage({ ...query, measure });
      const values = rows.map(({ value }) => value);
      expect([measure, values]).toEqual([measure, [...values].sort((a, b) => b - a)]);
      expect(rows).toHaveLength(40);
    }
  });

  test('follows an account that moves, and its counts with it', async () => {
    const moved = accounts[2];
    if (!moved) throw new Error('no account');
    const { id, status, closedOn, sample, revision, updatedAt, agency, ...input } = moved;
    const { id: _, ...office } = agency;
    const save = (region: string) =>
      cloud.call('country', 'accounts.save', {
        requestKey: randomUUID(),
        accountId: id,
        account: { ...input, agency: { ...office, region } },
      });
    const sizeOf = async (regionPrefix: string) => {
      const page = await cloud.call('country', 'leaderboards.page', { ...query, regionPrefix });
      return page.ok && page.data.face.size;
    };
    const was = [await sizeOf('3502'), await sizeOf('33')];
    expect((await save('330103')).ok).toBe(true);
    expect([await sizeOf('3502'), await sizeOf('33')]).toEqual([
      Number(was[0]) - 1,
      Number(was[1]) + 1,
    ]);
    expect((await save(agency.region)).ok).toBe(true);
    expect([await sizeOf('3502'), await sizeOf('33')]).toEqual(was);
  });
});

describe('what is asked wrongly', () => {
  test.each<[string, string | null, BoardQuery, string]>([
    ['a wider region', 'fuzhou', own, 'forbidden'],
    ['a sibling region', 'fuzhou', { ...query, regionPrefix: '3502' }, 'forbidden'],
    ['the country', 'fujian', query, 'forbidden'],
    ['staff', 'staff', { ...query, regionPrefix: '350103' }, 'forbidden'],
    ['nobody', null, own, 'unauthenticated'],
    ['a scheme that is not kept', 'country', { ...query, scheme: 'wci-2.0' }, 'invalid'],
    [
      'a force that the scheme has not',
      'country',
      { ...query, scheme: 'wci-14.2', measure: 'service' },
      'invalid',
    ],
    ['no period', 'country', { ...query, period: '2026-13' }, 'invalid'],
    ['a period to come', 'country', { ...query, period: '2199' }, 'invalid'],
  ])('%s is refused', async (_, who, asked, code) => {
    const answer = await cloud.call(who, 'leaderboards.page', asked);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/size/);
  });

  test('a filter that holds nothing is an empty board', async () => {
    const answer = await cloud.call('country', 'leaderboards.page', {
      ...query,
      department: 'court',
    });
    expect(answer).toMatchObject({ ok: true, data: { rows: [], next: null, face: { size: 0 } } });
  });

  test.each(['x', '~', '9', 'ffffffffffffffff', '0000000000000000-a~99999999'])(
    'the cursor %s is refused',
    async (cursor) => {
      const answer = await cloud.call('country', 'leaderboards.page', { ...query, cursor });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    },
  );

  test('a rank beyond the end is an empty page', async () => {
    const answer = await cloud.call('country', 'leaderboards.page', { ...query, fromRank: 900 });
    expect(answer).toMatchObject({ ok: true, data: { rows: [], next: null } });
  });
});
