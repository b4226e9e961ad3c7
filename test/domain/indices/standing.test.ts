import fc from 'fast-check';
import { type Peer, rankIntervals, standing } from '../../../cloudfunctions/domain/indices';
import { seededRandom } from '../../../scripts/sample-data/random';
import type { PeerTraits } from '../../../typings/indices';
import { schemeOf, thousand, unwrap } from './records';

const traits: PeerTraits = { level: 'county', department: 'health', kind: 'subscription' };
const peers = (count: number, change: Partial<PeerTraits> = {}): Peer[] =>
  Array.from({ length: count }, (_, index) => ({
    traits: { ...traits, ...change },
    value: index + 1,
  }));

describe('the peer group', () => {
  it('is the same level, department and kind when there are twenty', () => {
    const found = standing({ traits, value: 10 }, [
      ...peers(20),
      ...peers(50, { kind: 'service' }),
    ]);
    expect(found).toMatchObject({ size: 20, widened: null, median: 10.5, percentile: 47.5 });
    expect(found.sharedTraits).toEqual(['level', 'department', 'kind']);
  });

  it.each([
    [{ kind: 'service' as const }, ['level', 'department'], '账号类型'],
    [{ department: 'court' as const }, ['level'], '部门系统、账号类型'],
    [{ level: 'central' as const }, [], '级别、部门系统、账号类型'],
  ])('is widened when there are nineteen: %p', (others, shared, dropped) => {
    const found = standing({ traits, value: 10 }, [...peers(19), ...peers(5, others)]);
    expect(found).toMatchObject({ size: 24, sharedTraits: shared });
    expect(found.widened).toBe(`条件全同的账号只有 19 个，不足 20 个，已放宽${dropped}`);
  });

  it('leaves out who has no value, and is everybody when all are few', () => {
    const without: Peer[] = [{ traits, value: null }, ...peers(3)];
    expect(standing({ traits, value: 2 }, without)).toMatchObject({ size: 3, percentile: 50 });
    expect(standing({ traits, value: 2 }, [])).toMatchObject({ size: 0, percentile: null });
    expect(standing({ traits, value: null }, peers(30))).toMatchObject({
      percentile: null,
      nextDecile: null,
      median: 15.5,
    });
  });

  it('names the next tenth above, and none at the top', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 20, maxLength: 60 }),
        fc.nat(100),
        (all, value) => {
          const others = all.map((one) => ({ traits, value: one }));
          const { nextDecile, percentile } = standing({ traits, value }, others);
          if (nextDecile) {
            expect(nextDecile.value).toBeGreaterThan(value);
            expect(nextDecile.distance).toBe(nextDecile.value - value);
          }
          if (all.every((one) => one <= value)) expect(nextDecile).toBeNull();
          expect(percentile).toBeGreaterThanOrEqual(0);
          expect(percentile).toBeLessThanOrEqual(100);
        },
      ),
      thousand,
    );
  });
});

describe('the uncertainty of ranks', () => {
  const record = (reads: number, spread: number) => ({
    days: 30,
    measure: 'times',
    items: Array.from({ length: 12 }, (_, index) => ({
      reads: Math.round(reads * (1 + (spread * (index - 5.5)) / 5.5)),
      likes: 3,
      wows: 2,
      headline: true,
    })),
  });
  const entries = [
    { account: 'far', record: record(50_000, 0.2) },
    { account: 'near', record: record(1000, 0.9) },
    { account: 'nearer', record: record(1020, 0.9) },
  ];
  const intervals = (seed: number) =>
    unwrap(rankIntervals(schemeOf('wci-14.2'), entries, { random: seededRandom(seed).next }));

  it('cannot tell like from like, and tells far from near', () => {
    const [first, second, third] = intervals(1);
    expect(first).toMatchObject({ account: 'far', rank: 1, rankInterval: [1, 1] });
    expect(first?.notDistinguishableFrom).toEqual([]);
    expect(second?.notDistinguishableFrom).toEqual([third?.account]);
    expect(second?.rankInterval).toEqual([2, 3]);
    for (const { value, valueInterval } of intervals(1)) {
      expect(valueInterval[0]).toBeLessThan(value);
      expect(valueInterval[1]).toBeGreaterThan(value);
    }
  });

  it('is the same for the same seed', () => {
    expect(intervals(5)).toEqual(intervals(5));
    expect(intervals(5)).not.toEqual(intervals(6));
  });

  it('leaves out who has no value and refuses a bad record', () => {
    const random = seededRandom(1).next;
    const lacking = [...entries, { account: 'silent', record: { days: 30, articles: 3 } }];
    expect(unwrap(rankIntervals(schemeOf('wci-14.2'), lacking, { random }))).toHaveLength(3);
    const bad = [{ account: 'bad', record: { days: 30, reads: -1 } }];
    expect(rankIntervals(schemeOf('wci-14.2'), bad, { random })).toMatchObject({ ok: false });
  });
});
