import fc from 'fast-check';
import {
  addToChecksum,
  allocate,
  commitmentOf,
  draw,
  type FrameEntry,
  planFaults,
  stratumOf,
} from '../../../cloudfunctions/domain/inspections';
import { digest } from './made';

const seed = { seed: 'kept secret until the draw', witness: '08 12 15 21 30 33' };
const frame = (size: number, strata = 3): FrameEntry[] =>
  Array.from({ length: size }, (_, index) => ({
    id: `account-${index}`,
    stratum: `county|education|35010${index % strata}`,
    recheck: index % 17 === 3,
  }));
const idsOf = (entries: FrameEntry[]) => entries.map(({ id }) => id);

test('anyone with frame, seed, witness and share finds the same list, in whatever order the frame comes', () => {
  const first = draw(frame(200), seed, 0.1, digest);
  expect(draw(frame(200).reverse(), seed, 0.1, digest)).toEqual(first);
  expect(idsOf(first.entries)).toMatchInlineSnapshot(`
[
  "account-105",
  "account-122",
  "account-139",
  "account-156",
  "account-173",
  "account-190",
  "account-20",
  "account-3",
  "account-37",
  "account-54",
  "account-71",
  "account-88",
  "account-123",
  "account-60",
  "account-27",
  "account-48",
  "account-186",
  "account-192",
  "account-30",
  "account-112",
  "account-61",
  "account-124",
  "account-100",
  "account-157",
  "account-58",
  "account-59",
  "account-77",
  "account-65",
  "account-140",
  "account-95",
  "account-92",
]
`);
});

test('another seed or witness gives another list', () => {
  const own = idsOf(draw(frame(200), seed, 0.1, digest).entries);
  for (const changes of [{ seed: 'other' }, { witness: 'other' }]) {
    expect(idsOf(draw(frame(200), { ...seed, ...changes }, 0.1, digest).entries)).not.toEqual(own);
  }
});

test('the commitment tells seeds apart and the checksum tells frames apart', () => {
  expect(commitmentOf('a', digest)).not.toBe(commitmentOf('b', digest));
  const whole = addToChecksum('', frame(10), digest);
  expect(
    addToChecksum(addToChecksum('', frame(10).slice(0, 4), digest), frame(10).slice(4), digest),
  ).toBe(whole);
  expect(addToChecksum('', frame(9), digest)).not.toBe(whole);
  expect(addToChecksum('', frame(10).reverse(), digest)).not.toBe(whole);
});

test('every stratum gives its share within one account, and the shares add up', () => {
  const sizes = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 5000 }));
  fc.assert(
    fc.property(sizes, fc.double({ min: 0.001, max: 1, noNaN: true }), (given, share) => {
      const strata = new Map(Object.entries(given));
      const total = [...strata.values()].reduce((sum, size) => sum + size, 0);
      const dealt = allocate(strata, share);
      const wanted = Math.min(total, Math.ceil(Number((share * total).toFixed(9))));
      expect([...dealt.values()].reduce((sum, count) => sum + count, 0)).toBe(wanted);
      for (const [stratum, size] of strata) {
        const count = dealt.get(stratum) ?? 0;
        expect(count).toBeLessThanOrEqual(size);
        expect(Math.abs(count - (wanted * size) / Math.max(total, 1))).toBeLessThan(1);
      }
    }),
  );
});

test('what failed last time is taken first, beside the share', () => {
  const { entries } = draw(frame(170), seed, 0.05, digest);
  expect(entries.slice(0, 10).every(({ recheck }) => recheck)).toBe(true);
  expect(entries.slice(10).some(({ recheck }) => recheck)).toBe(false);
  expect(entries).toHaveLength(10 + 8);
});

test.each([
  ['none', 0, 0.5, 0],
  ['one', 1, 0.02, 1],
  ['all', 40, 1, 40],
])('a frame of %s', (_, size, share, drawn) => {
  const plain = frame(size).map((entry) => ({ ...entry, recheck: false }));
  expect(draw(plain, seed, share, digest).entries).toHaveLength(drawn);
});

test('over many seeds every account has the same chance', () => {
  const accounts = frame(40, 2).map((entry) => ({ ...entry, recheck: false }));
  const hits = new Map<string, number>();
  const rounds = 2000;
  for (let round = 0; round < rounds; round += 1) {
    for (const { id } of draw(accounts, { seed: `s${round}`, witness: '' }, 0.2, digest).entries) {
      hits.set(id, (hits.get(id) ?? 0) + 1);
    }
  }
  const expected = rounds * 0.2;
  const chiSquare = accounts.reduce(
    (sum, { id }) => sum + ((hits.get(id) ?? 0) - expected) ** 2 / (expected * 0.8),
    0,
  );
  // 38 degrees of freedom: 1 in 10 000 lies above 78.
  expect(chiSquare).toBeLessThan(78);
});

test('strata are one region step below the scope', () => {
  const place = { level: 'county', department: 'health', region: '350102' } as const;
  expect(['', '35', '3501', '350102'].map((prefix) => stratumOf(place, prefix))).toEqual([
    'county|health|35',
    'county|health|3501',
    'county|health|350102',
    'county|health|350102',
  ]);
});

test.each<[string, object, boolean]>([
  ['a share of none', { share: 0 }, false],
  ['a share over all', { share: 1.01 }, false],
  ['all', { share: 1 }, true],
  ['yesterday', { inspectionDay: '2026-11-24' }, false],
  ['next year', { inspectionDay: '2027-11-24' }, false],
  ['the rules of another region', { ruleSetId: 'zhaoqing-2019' }, false],
  ['rules that nobody wrote', { ruleSetId: 'none' }, false],
  ['the rules of its region', { ruleSetId: 'fujian-sample' }, true],
])('a plan with %s', (_, changes, stands) => {
  const plan = {
    ruleSetId: 'national-2019',
    scope: { kind: 'region' as const, regionPrefix: '3501' },
    inspectionDay: '2026-11-25',
    share: 0.3,
    ...changes,
  };
  expect(planFaults(plan, '2026-11-25') === null).toBe(stands);
});
