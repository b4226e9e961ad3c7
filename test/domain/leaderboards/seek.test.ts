import fc from 'fast-check';
import {
  narrowed,
  type Seeking,
  valuesToCount,
} from '../../../cloudfunctions/domain/leaderboards/seek';

/** Looks for a place among values as boards do; tells how many are before it, and the counts it took. */
function found(values: number[], before: number) {
  const from = (value: number, top: number) =>
    values.filter((one) => one <= top && one > value).length;
  let seeking: Seeking = { ...interval, size: values.length, left: before, rounds: 0 };
  let counts = 0;
  for (;;) {
    const { upTo, left } = seeking;
    const asked = valuesToCount(seeking);
    if (asked.length === 0) {
      return { skipped: values.filter((value) => value > upTo).length, left, counts };
    }
    counts += asked.length;
    seeking = narrowed(
      seeking,
      asked.map((value) => ({ value, better: from(value, upTo) })),
    );
  }
}

const interval = { above: 40, upTo: 42 };
const inside = fc.double({ min: 40, minExcluded: true, max: 42, noNaN: true });

test('every rank is found, however the scores lie', () => {
  const lists = fc.array(fc.oneof(inside, fc.constant(41), fc.constant(42)), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(lists, fc.nat(), (values, seed) => {
      const before = seed % values.length;
      const { skipped, left } = found(values, before);
      expect(skipped + left).toBe(before);
    }),
    { numRuns: 300 },
  );
});

test('an interval of thousands takes a few counts, even and uneven', () => {
  for (const shape of [1, 2, 0.5]) {
    const values = Array.from(
      { length: 12_000 },
      (_, index) => 40.001 + 1.999 * (index / 12_000) ** shape,
    );
    for (const before of [0, 17, 3000, 6000, 9100, 11_999]) {
      const { left, counts } = found(values, before);
      expect(left).toBeLessThan(100);
      expect(counts).toBeLessThanOrEqual(24);
    }
  }
});

test('scores of one value are left to be passed over', () => {
  expect(found(new Array<number>(2000).fill(41), 1500).left).toBe(1500);
});
