import { type Database, openDatabase } from './support';

let database: Database;
beforeAll(async () => {
  database = openDatabase();
  await database.fill('sales', [
    { _id: 1, item: 'a', n: 10, tags: ['x', 'y'] },
    { _id: 2, item: 'b', n: 20, tags: [] },
    { _id: 3, item: 'a', n: 5 },
  ]);
  await database.fill('items', [
    { _id: 'a', price: 2, name: '甲' },
    { _id: 'b', price: 3, name: '乙' },
  ]);
});
afterAll(() => database.close());

const pipelines: [string, object[], object[]][] = [
  ['$match and $count', [{ $match: { n: { $gt: 5 } } }, { $count: 'total' }], [{ total: 2 }]],
  [
    '$group with accumulators',
    [
      { $group: { _id: '$item', sum: { $sum: '$n' }, most: { $max: '$n' }, all: { $push: '$n' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', sum: 15, most: 10, all: [10, 5] },
      { _id: 'b', sum: 20, most: 20, all: [20] },
    ],
  ],
  [
    '$unwind leaves out what is empty or missing',
    [{ $unwind: '$tags' }, { $project: { _id: 0, tags: 1 } }],
    [{ tags: 'x' }, { tags: 'y' }],
  ],
  [
    '$bucket: a boundary belongs to the bucket that it starts',
    [{ $bucket: { groupBy: '$n', boundaries: [5, 10, 20], default: 'more' } }],
    [
      { _id: 5, count: 1 },
      { _id: 10, count: 1 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    '$lookup by fields',
    [
      { $match: { _id: 2 } },
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found' } },
      { $project: { found: 1 } },
    ],
    [{ _id: 2, found: [{ _id: 'b', price: 3, name: '乙' }] }],
  ],
  [
    '$lookup by pipeline',
    [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'items',
          let: { item: '$item' },
          pipeline: [
            { $match: { $expr: { $eq: ['$_id', '$$item'] } } },
            { $project: { name: 1, _id: 0 } },
          ],
          as: 'found',
        },
      },
      { $project: { found: 1 } },
    ],
    [{ _id: 1, found: [{ name: '甲' }] }],
  ],
  [
    '$addFields, $sort, $skip, $limit',
    [
      { $addFields: { twice: { $multiply: ['$n', 2] } } },
      { $sort: { n: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { twice: 1 } },
    ],
    [{ _id: 1, twice: 20 }],
  ],
  [
    '$sortByCount',
    [{ $sortByCount: '$item' }],
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  [
    '$replaceRoot',
    [{ $match: { _id: 3 } }, { $replaceRoot: { newRoot: { only: '$n' } } }],
    [{ only: 5 }],
  ],
];

test.each(pipelines)('aggregates by %s', async (_name, stages, expected) => {
  expect(await database.aggregate('sales', stages)).toEqual(expected);
});

test('refuses a stage by name, inside a lookup too', async () => {
  await expect(database.aggregate('sales', [{ $out: 'x' }])).rejects.toThrow(/\$out/);
  const nested = { $lookup: { from: 'items', pipeline: [{ $merge: 'x' }], as: 'found' } };
  await expect(database.aggregate('sales', [nested])).rejects.toThrow(/\$merge/);
});

test('a lookup into a collection that does not exist joins nothing', async () => {
  const stage = { $lookup: { from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' } };
  const [first] = await database.aggregate('sales', [stage]);
  expect(first?.c).toEqual([]);
});
