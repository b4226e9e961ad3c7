import fc from 'fast-check';
import { trendShape } from '../../client/components/charts/trend-shape';

const box = { width: 620, height: 240 };
const shape = (values: (number | null)[]) =>
  trendShape(
    values.map((value, index) => ({ label: String(index), value })),
    box.width,
    box.height,
  );

it('breaks the line at a missing period', () => {
  const { line, points } = shape([1, 2, null, 3, 4]);
  expect(line.match(/M/g)).toHaveLength(2);
  expect(points[2]?.y).toBeNull();
});

it('draws nothing of nothing, and a dot of one', () => {
  expect(shape([]).points).toEqual([]);
  expect(shape([null, null]).line).toBe('');
  const [only] = shape([58.3]).points;
  expect(only?.x).toBeCloseTo(box.width / 2);
});

it('leaves no room under zero for what is never below it', () => {
  const [lowest] = shape([60, 180, 24, 30]).ticks;
  expect(lowest?.value).toBe(0);
  expect(shape([-60, 180]).ticks[0]?.value).toBeLessThan(0);
});

it('stays in its box, in order of time, larger values higher', () => {
  const figures = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
    minLength: 2,
    maxLength: 24,
  });
  fc.assert(
    fc.property(figures, (values) => {
      const { points, ticks } = shape(values);
      points.forEach(({ x, y }, index) => {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(box.width);
        if (index > 0) expect(x).toBeGreaterThan(points[index - 1]?.x ?? 0);
        if (y === null) return;
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(box.height);
        points.forEach((other, at) => {
          if (other.y !== null && (values[index] ?? 0) > (values[at] ?? 0)) {
            expect(y).toBeLessThanOrEqual(other.y);
          }
        });
      });
      for (const { y } of ticks) expect(y >= 0 && y <= box.height).toBe(true);
    }),
    { numRuns: 300 },
  );
});
