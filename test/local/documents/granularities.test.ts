import { type Database, openDatabase } from './support';

let database: Database;
beforeAll(async () => {
  database = openDatabase();
  await database.fill(
    'hundred',
    Array.from({ length: 100 }, (_, _id) => ({ _id, tenth: _id / 10, zero: _id < 25 ? 0 : _id })),
  );
});
afterAll(() => database.close());

async function buckets(groupBy: string, count: number, granularity: string) {
  const stage = { groupBy, buckets: count, granularity };
  const found = await database.aggregate('hundred', [{ $bucketAuto: stage }]);
  return found.map(({ _id, count: size }) => [...Object.values(_id as object), size]);
}

// The example of MongoDB's manual: 0 to 99 in five buckets.
test.each<[granularity: string, ...[min: number, max: number, count: number][]]>([
  ['R20', [0, 20, 20], [20, 40, 20], [40, 63, 23], [63, 90, 27], [90, 100, 10]],
  ['E24', [0, 20, 20], [20, 43, 23], [43, 68, 25], [68, 91, 23], [91, 100, 9]],
  ['1-2-5', [0, 20, 20], [20, 50, 30], [50, 100, 50]],
  ['POWERSOF2', [0, 32, 32], [32, 64, 32], [64, 128, 36]],
  ['R5', [0, 25, 25], [25, 63, 38], [63, 100, 37]],
])('bounds buckets by numbers of %s', async (granularity, ...expected) => {
  expect(await buckets('$_id', 5, granularity)).toEqual(expected);
});

test('goes on into decades below one, and takes the last bucket to the end', async () => {
  expect(await buckets('$tenth', 2, '1-2-5')).toEqual([
    [0, 5, 50],
    [5, 10, 50],
  ]);
  expect(await buckets('$tenth', 20, '1-2-5')).toEqual([
    [0, 0.5, 5],
    [0.5, 1, 5],
    [1, 2, 10],
    [2, 5, 30],
    [5, 10, 50],
  ]);
});

test('a bucket of zeros ends below the next value', async () => {
  expect(await buckets('$zero', 4, '1-2-5')).toEqual([
    [0, 20, 25],
    [20, 50, 25],
    [50, 100, 50],
  ]);
});
