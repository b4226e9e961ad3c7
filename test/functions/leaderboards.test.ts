import { randomUUID } from 'node:crypto';
import { parsePeriod } from '../../cloudfunctions/domain/indices';
import { scoresOf } from '../../cloudfunctions/domain/submissions/scoring';
import { checksumOf } from '../../scripts/commands/checksum';
import type { BoardQuery, Leaderboard } from '../../typings/leaderboards';
import type { Account } from '../../typings/registry';
import type { Figures, Submission } from '../../typings/submission';
import type { Department, Level, MetricName, PeriodId } from '../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './support/cloud';
import { dayOf, monthBefore } from './support/exports';
import { breakAt } from './support/requests';
import { madeAccount } from './support/sample';

const last = monthBefore(1);
const before = monthBefore(2);
const scheme = 'zhengwei-1';

function figures(reads: number, asOf: string, without: MetricName[] = []): Figures {
  const values: Partial<Record<MetricName, number>> = {
    articles: 20,
    reads,
    maxReads: Math.round(reads / 4),
    headlineReads: Math.round(reads / 2),
    headlineCount: 12,
    shares: Math.round(reads / 50),
    likes: Math.round(reads / 100),
    wows: Math.round(reads / 120),
    comments: 20,
    replies: 15,
    medianReplyHours: 6,
    followers: 20_000,
    lostFollowers: 60,
    messages: 30,
    messageReplies: 24,
    longestGapDays: 3,
    workingServiceEntries: 3,
    serviceUses: 300,
    serviceCompletions: 200,
  };
  const readers = /reads|shares|likes|wows/i;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !without.some((one) => one === name))
      .map(([name, value]) => [
        name,
        { value, measure: readers.test(name) ? 'times' : null, source: 'form', asOf },
      ]),
  );
}

function submission(accountId: string, period: PeriodId, filed: Figures): Submission {
  return {
    accountId,
    period,
    revision: 1,
    figures: filed,
    items: [],
    enteredBy: 'test',
    enteredAt: `${dayOf(period, 28)}T00:00:00.000Z`,
    sample: false,
  };
}

interface Made {
  region: string;
  level: Level;
  department: Department;
}

/** 40 accounts in three cities of two provinces; two of them have equal figures. */
const regions = ['350102', '350103', '350203', '330102'];
const accounts: Account[] = Array.from({ length: 40 }, (_, index) => {
  const made: Made = {
    region: regions[index % 4] ?? '',
    level: index % 5 === 0 ? 'prefectural' : 'county',
    department: index % 3 === 0 ? 'health' : 'education',
  };
  return madeAccount(`a${String(index).padStart(2, '0')}`, {
    kind: index % 7 === 0 ? 'service' : 'subscription',
    agency: made,
  });
});
const closed = madeAccount('gone', { status: 'closed', closedOn: dayOf(before, 10) });
const silent = madeAccount('silent');
const doubtful = madeAccount('doubtful');
const thin = madeAccount('thin');
const everyone = [...accounts, closed, silent, doubtful, thin];
const readsOf = (index: number): number => (index === 8 ? 4000 + 4 * 700 : 4000 + index * 700);

const query: BoardQuery = { scheme, period: last, measure: 'index' };
const own = { ...query, regionPrefix: '35' };

jest.setTimeout(30_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(everyone);
  const asOf = dayOf(last, 28);
  const filed = accounts.flatMap(({ id }, index) => [
    submission(id, last, figures(readsOf(index), asOf)),
    submission(id, before, figures(readsOf((index + 3) % 40), dayOf(before, 28))),
  ]);
  const odd = { ...figures(9000, asOf), likes: figures(400_000, asOf).likes };
  filed.push(submission('doubtful', last, odd as Figures));
  filed.push(
    submission('thin', last, { articles: figures(1, asOf).articles } as Figures),
    submission('gone', before, figures(3000, dayOf(before, 5))),
  );
  await cloud.recordHistory(everyone, filed);
  await cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' });
  await cloud.grant('fujian', 'supervisor', { kind: 'region', regionPrefix: '35' });
  await cloud.grant('fuzhou', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-a05' });
  await cloud.grant('stranger', 'staff', { kind: 'agency', agencyId: 'agency-a03' });
}, 30_000);
afterAll(() => cloud.close());

const worthOf = (index: number): number => {
  const scored = scoresOf(last, figures(readsOf(index), dayOf(last, 28)));
  return (scored.ok && scored.value[0]?.value) || 0;
};

type Ranked = { id: string; value: number; rank: number };
/** The whole board as it should be, from the values themselves. */
function expected(holds: (account: Account) => boolean): Ranked[] {
  const all = accounts.flatMap((account, index) =>
    holds(account) ? [{ id: account.id, value: worthOf(index) }] : [],
  );
  all.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return all.map((row) => ({ ...row, rank: 1 + all.filter((o) => o.value > row.value).length }));
}

async function wholePage(asked: BoardQuery): Promise<Ranked[]> {
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
  return rows.filter(({ id }) => id !== 'doubtful' && id !== 'thin');
}

const inFujian = ({ agency }: Account) => agency.region.startsWith('35');

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
    ['a wider region', 'fuzhou', own, 'not-found'],
    ['a sibling region', 'fuzhou', { ...query, regionPrefix: '3502' }, 'not-found'],
    ['the country', 'fujian', query, 'not-found'],
    ['staff', 'staff', { ...query, regionPrefix: '350103' }, 'not-found'],
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
      'not-found',
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

  test('killed at any request, with or without its answer, it comes to the same checksum', async () => {
    const records = await import('../../cloudfunctions/records/leaderboards');
    const { collectPage, rankPage } = await import(
      '../../cloudfunctions/records/leaderboard-build'
    );
    const { startRanking } = await import('../../cloudfunctions/domain/leaderboards/ranking');
    const parsed = parsePeriod(before);
    const stood = await records.findBoard(published.before?.id ?? '');
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
});
