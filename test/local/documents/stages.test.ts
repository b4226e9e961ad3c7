import { cases, refusals } from './stages.data';
import { type Database, openDatabase } from './support';

let database: Database;
beforeAll(async () => {
  database = openDatabase();
  await database.fill('c', [
    { _id: 1, k: 'a', n: 1, tags: ['x', 'y'], deep: { v: 1, w: [{ z: 1 }, { z: 2 }] } },
    { _id: 2, k: 'b', n: 2, tags: [], deep: { v: 2, w: [] } },
    { _id: 3, k: 'a', n: 3, tags: null },
    { _id: 4, n: 4, tags: 'x' },
  ]);
  await database.fill('other', [
    { _id: 'p', k: 'a', n: 2 },
    { _id: 'q', k: 'a', n: 9 },
    { _id: 'r', n: 1, list: ['a', 'b'] },
  ]);
  await database.fill('artwork', [
    { _id: 1, year: 1926 },
    { _id: 2, year: 1902 },
    { _id: 3, year: 1925 },
    { _id: 4 },
    { _id: 5, year: 1932 },
    { _id: 6, year: 1893 },
    { _id: 7, year: 1918 },
  ]);
});
afterAll(() => database.close());

test.each(cases)('%s', async (_name, collection, stages, answer) => {
  expect(await database.aggregate(collection, stages)).toEqual(answer);
});

test('$sample gives as many as are asked for, each once', async () => {
  const found = await database.aggregate('artwork', [{ $sample: { size: 5 } }]);
  expect(new Set(found.map(({ _id }) => _id)).size).toBe(5);
  expect(await database.aggregate('artwork', [{ $sample: { size: 50 } }])).toHaveLength(7);
});

test.each(refusals)('refuses %j', async (stages, named) => {
  await expect(database.aggregate('c', stages)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(named),
  });
});
