import { type Database, ejson, openDatabase } from './support';

let database: Database;
beforeEach(() => {
  database = openDatabase();
});
afterEach(() => database.close());

const elements = { o: [{ a: 1 }, { a: 2 }, { a: 2 }] };

const updates: [name: string, before: object, query: object, update: object, after: object][] = [
  ['a value', { n: [1, 2, 2] }, { n: 2 }, { $inc: { 'n.$': 5 } }, { n: [1, 7, 2] }],
  ['a range', { n: [80, 85] }, { n: { $gte: 81 } }, { $set: { 'n.$': 0 } }, { n: [80, 0] }],
  [
    'a regular expression',
    { n: ['a', 'Bc'] },
    { n: { $regex: '^b', $options: 'i' } },
    { $set: { 'n.$': 'z' } },
    { n: ['a', 'z'] },
  ],
  ['one of a list', { n: [1, 2] }, { n: { $in: [2, 9] } }, { $set: { 'n.$': 0 } }, { n: [1, 0] }],
  [
    'the last of all',
    { n: [1, 2] },
    { n: { $all: [1, 2] } },
    { $set: { 'n.$': 0 } },
    { n: [1, 0] },
  ],
  [
    'a field',
    elements,
    { 'o.a': 2 },
    { $set: { 'o.$.b': 9 } },
    { o: [{ a: 1 }, { a: 2, b: 9 }, { a: 2 }] },
  ],
  [
    '$elemMatch, in an object',
    { x: elements },
    { 'x.o': { $elemMatch: { a: { $gt: 1 } } } },
    { $push: { 'x.o.$.t': 5 } },
    { x: { o: [{ a: 1 }, { a: 2, t: [5] }, { a: 2 }] } },
  ],
  [
    '$and and the first $or that matches',
    { n: [80, 85, 90], z: 1 },
    { $and: [{ z: 1 }, { $or: [{ n: 7 }, { n: 90 }] }] },
    { $set: { 'n.$': 0 } },
    { n: [80, 85, 0], z: 1 },
  ],
  ['each', { n: [1, 2] }, {}, { $inc: { 'n.$[]': 1 } }, { n: [2, 3] }],
  [
    'each of each',
    { o: [{ a: [1] }, { a: [2, 3] }] },
    {},
    { $mul: { 'o.$[].a.$[]': 2 } },
    { o: [{ a: [2] }, { a: [4, 6] }] },
  ],
];

test.each(updates)(
  'an update finds the element by %s',
  async (_name, before, query, update, after) => {
    await database.fill('c', [{ _id: 1, ...before }]);
    await database.update('c', query, update);
    expect(await database.find('c', {})).toEqual([{ _id: 1, ...after }]);
  },
);

test.each([
  [{}, { 'n.$': 0 }, /did not find the match/],
  [{ n: { $ne: 7 } }, { 'n.$': 0 }, /did not find the match/],
  [{ n: { $exists: true } }, { 'n.$': 0 }, /did not find the match/],
  [{ 'n.1': 2 }, { 'n.$': 0 }, /did not find the match/],
  [{ n: 1 }, { '$.n': 0 }, /first position/],
  [{ n: 1 }, { 'n.$.$': 0 }, /Too many positional/],
  [{}, { 'n.$[x]': 0 }, /'x'/],
  [{}, { 'n.$x': 0 }, /\$x/],
  [{}, { 'm.$[]': 0 }, /must exist/],
  [{}, { 'z.$[]': 0 }, /non-array/],
])('refuses, found by %j, to set %j', async (query, fields, message) => {
  await database.fill('c', [{ _id: 1, n: [1, 2], z: 5 }]);
  await expect(database.update('c', query, { $set: fields })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  });
  expect(await database.find('c', {})).toEqual([{ _id: 1, n: [1, 2], z: 5 }]);
});

test('several documents are each changed where they matched', async () => {
  await database.fill('c', [
    { _id: 1, n: [1, 2] },
    { _id: 2, n: [2, 1] },
  ]);
  await database.update('c', { n: 2 }, { $set: { 'n.$': 0 } });
  expect(await database.find('c', {})).toEqual([
    { _id: 1, n: [1, 0] },
    { _id: 2, n: [0, 1] },
  ]);
});

test('a projection takes the element that matched', async () => {
  await database.fill('c', [{ _id: 1, ...elements, z: 5 }]);
  const projection = ejson({ 'o.$': 1 });
  expect(await database.find('c', { 'o.a': 2 }, { projection })).toEqual([
    { _id: 1, o: [{ a: 2 }] },
  ]);
  await expect(database.find('c', {}, { projection })).rejects.toThrow(/o\.\$/);
});

test('a projection names nested fields by objects', async () => {
  await database.fill('c', [{ _id: 1, a: { b: 1, c: 2 } }]);
  const fields = async (spec: object) => database.find('c', {}, { projection: ejson(spec) });
  expect(await fields({ a: { b: 1 } })).toEqual([{ _id: 1, a: { b: 1 } }]);
  expect(await fields({ a: { b: 0 } })).toEqual([{ _id: 1, a: { c: 2 } }]);
});
