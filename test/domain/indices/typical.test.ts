import fc from 'fast-check';
import { medianAbsoluteDeviation, median as medianOf } from 'simple-statistics';
import { type Typical, typicalOf } from '../../../cloudfunctions/domain/indices';

const told = (numbers: number[]): Typical => {
  const typical = typicalOf(numbers.map((value) => [value, 1]));
  if (!typical) throw new Error('of nothing');
  return typical;
};
const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });

test.each<[string, number[], Typical]>([
  ['one number alone', [3], { centre: 3, spread: 0, size: 1 }],
  ['an even number of them', [1, 2, 4, 9], { centre: 3, spread: 1.5 * 1.4826, size: 4 }],
  ['more than half alike', [0, 0, 0, 4], { centre: 0, spread: 1.2533, size: 4 }],
  ['all alike', [5, 5, 5], { centre: 5, spread: 0, size: 3 }],
])('%s', (_, list, expected) => {
  const { centre, spread, size } = told(list);
  expect([centre, size]).toEqual([expected.centre, expected.size]);
  expect(spread).toBeCloseTo(expected.spread, 12);
});

test('nothing is typical of no number', () => {
  expect(typicalOf([])).toBeNull();
});

test('median and deviation are those of the published definitions', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const { centre, spread } = told(list);
      const deviation = medianAbsoluteDeviation(list);
      expect(centre).toBe(medianOf(list));
      if (deviation > 0) expect(spread).toBeCloseTo(deviation * 1.4826, 12);
    }),
  );
});

test('numbers counted together are the numbers one by one, in any order', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const counts = new Map<number, number>();
      for (const value of [...list].reverse()) counts.set(value, (counts.get(value) ?? 0) + 1);
      const { centre, spread, size } = told(list);
      const counted = typicalOf([...counts]);
      expect([counted?.centre, counted?.size]).toEqual([centre, size]);
      expect(counted?.spread).toBeCloseTo(spread, 9);
    }),
  );
});
