import fc from 'fast-check';
import { valueKey } from '../../../cloudfunctions/domain/leaderboards/rank-key';
import { placeOfRank } from '../../../cloudfunctions/domain/leaderboards/seek';

/** Keys of values in their order, and how many counts were asked for. */
function ordered(values: number[]) {
  const keys = values.map(valueKey).sort();
  let counts = 0;
  const countBetween = async (from: string, before: string) => {
    counts += 1;
    return keys.filter((key) => key >= from && key < before).length;
  };
  return { keys, countBetween, asked: () => counts };
}

const interval = { above: 40, upTo: 42 };
const inside = fc.double({ min: 40, minExcluded: true, max: 42, noNaN: true });

test('every rank is found, however the scores lie', async () => {
  const lists = fc.array(fc.oneof(inside, fc.constant(41), fc.constant(42)), {
    minLength: 1,
    maxLength: 300,
  });
  await fc.assert(
    fc.asyncProperty(lists, fc.nat(), async (values, seed) => {
      const { keys, countBetween } = ordered(values);
      const before = seed % keys.length;
      const found = await placeOfRank({ ...interval, size: keys.length }, before, countBetween);
      const skipped = keys.filter((key) => key < found.place).length;
      expect(skipped + found.left).toBe(before);
    }),
    { numRuns: 300 },
  );
});

test('an interval of thousands takes a few counts, even and uneven', async () => {
  for (const shape of [1, 2, 0.5]) {
    const values = Array.from(
      { length: 12_000 },
      (_, index) => 40.001 + 1.999 * (index / 12_000) ** shape,
    );
    for (const before of [0, 17, 3000, 6000, 9100, 11_999]) {
      const { countBetween, asked } = ordered(values);
      const found = await placeOfRank({ ...interval, size: values.length }, before, countBetween);
      expect(found.left).toBeLessThan(100);
      expect(asked()).toBeLessThanOrEqual(24);
    }
  }
});

test('scores of one value are left to be passed over', async () => {
  const { countBetween } = ordered(new Array<number>(2000).fill(41));
  const found = await placeOfRank({ ...interval, size: 2000 }, 1500, countBetween);
  expect(found.left).toBe(1500);
});
