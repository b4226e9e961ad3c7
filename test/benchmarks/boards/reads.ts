import type { BoardQuery } from '../../../typings/leaderboards';
import type { Account } from '../../../typings/registry';
import { type BenchCloud, type Percentiles, percentiles } from '../cloud';
import { chance } from '../country';
import type { HandWritten } from './by-hand';
import type { Redis } from './redis';

const rounds = 60;
const warmUp = 8;

/** What stands on each side of the comparison. */
export interface Sides {
  cloud: BenchCloud;
  openid: string;
  sql: HandWritten;
  redis: Redis | null;
  query: BoardQuery;
  accounts: Account[];
}

interface Read {
  measure: string;
  /** each answers with what was found, so that the sides can be held against each other */
  function: (round: number) => Promise<unknown>;
  sql: (round: number) => unknown;
  redis: ((round: number, redis: Redis) => Promise<unknown>) | null;
}

export interface ReadFigures {
  measure: string;
  function: Percentiles;
  sql: Percentiles;
  redis: Percentiles | null;
  toSql: number;
  toRedis: number | null;
}

/** Reads of a provisional board, side by side and round by round; throws where the sides differ. */
export async function* measureReads(sides: Sides): AsyncGenerator<ReadFigures> {
  for (const read of readsOf(sides)) {
    const times = { function: [] as number[], sql: [] as number[], redis: [] as number[] };
    for (let round = -warmUp; round < rounds; round += 1) {
      const own = await timed(() => read.function(round + warmUp));
      const hand = await timed(() => read.sql(round + warmUp));
      const { redis } = sides;
      const other = read.redis;
      const third = redis && other && (await timed(() => other(round + warmUp, redis)));
      for (const side of third ? [hand, third] : [hand]) {
        if (JSON.stringify(side.found) !== JSON.stringify(own.found)) {
          throw new Error(
            `${read.measure}: ${JSON.stringify(own.found)} is not ${JSON.stringify(side.found)}`,
          );
        }
      }
      if (round < 0) continue;
      times.function.push(own.time);
      times.sql.push(hand.time);
      if (third) times.redis.push(third.time);
    }
    const [own, hand] = [percentiles(times.function), percentiles(times.sql)];
    const third = times.redis.length > 0 ? percentiles(times.redis) : null;
    yield {
      measure: read.measure,
      function: own,
      sql: hand,
      redis: third,
      toSql: Math.round((own.p50 / hand.p50) * 10) / 10,
      toRedis: third && Math.round((own.p50 / third.p50) * 10) / 10,
    };
  }
}

/** The way to a function and back: a call that is refused before it reads. */
export async function measureHop({ cloud, openid, query }: Sides): Promise<Percentiles> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const asked = { ...query, fromRank: 0 };
    const { time } = await timed(() => cloud.attempt(openid, 'leaderboards.page', asked));
    if (round >= 0) times.push(time);
  }
  return percentiles(times);
}

function readsOf({ cloud, openid, sql, query, accounts }: Sides): Read[] {
  const { period } = query;
  const deep = Math.floor(accounts.length * 0.75);
  const accountAt = (round: number): Account => {
    const found = accounts[Math.floor(chance(round, 7) * accounts.length)];
    if (!found) throw new Error('no accounts');
    return found;
  };
  const idsOf = ({ rows }: { rows: { accountId: string }[] }) =>
    rows.map(({ accountId }) => accountId);
  const range = async (redis: Redis, key: string, rank: number) =>
    redis.send('ZRANGE', key, rank - 1, rank + 28);
  const filterOf = (round: number) => {
    const { region, department } = accountAt(round).agency;
    return { regionPrefix: region.slice(0, 2), department };
  };
  return [
    {
      measure: 'first page',
      function: async () => idsOf(await cloud.call(openid, 'leaderboards.page', query)),
      sql: () => sql.page(period, 1),
      redis: (_, redis) => range(redis, 'board', 1),
    },
    {
      measure: `page at rank ${deep} and on`,
      function: async (round) =>
        idsOf(await cloud.call(openid, 'leaderboards.page', { ...query, fromRank: deep + round })),
      sql: (round) => sql.page(period, deep + round),
      redis: (round, redis) => range(redis, 'board', deep + round),
    },
    {
      measure: 'page of a province and a department',
      function: async (round) =>
        idsOf(await cloud.call(openid, 'leaderboards.page', { ...query, ...filterOf(round) })),
      sql: (round) => {
        const { regionPrefix, department } = filterOf(round);
        return sql.filtered(period, regionPrefix, department);
      },
      redis: (round, redis) => {
        const { regionPrefix, department } = filterOf(round);
        return range(redis, `board:${regionPrefix}:${department}`, 1);
      },
    },
    {
      measure: 'own rank',
      function: async (round) => {
        const { id } = accountAt(round);
        const page = await cloud.call(openid, 'leaderboards.page', { ...query, around: id });
        return page.rows.find(({ accountId }) => accountId === id)?.rank;
      },
      sql: (round) => sql.rank(period, accountAt(round).id),
      redis: async (round, redis) => {
        const { id } = accountAt(round);
        const value = await redis.send('ZSCORE', 'board', id);
        return Number(await redis.send('ZCOUNT', 'board', '-inf', `(${value}`)) + 1;
      },
    },
    {
      measure: 'search by name, with ranks',
      function: async (round) => {
        const found = await cloud.call(openid, 'leaderboards.search', {
          ...query,
          query: wordsOf(accountAt(round)),
        });
        return idsOf(found).sort();
      },
      sql: (round) => sql.search(period, wordsOf(accountAt(round))).sort(),
      redis: null,
    },
  ];
}

/** County and department, as one would type them: a few accounts share them. */
const wordsOf = ({ name }: Account): string => name.replace(/\d+号$/, '');

async function timed<T>(work: () => T | Promise<T>): Promise<{ found: T; time: number }> {
  const start = performance.now();
  const found = await work();
  return { found, time: performance.now() - start };
}
