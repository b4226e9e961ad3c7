import fc from 'fast-check';
import { type Database, ejson, openDatabase } from './support';

const people = [
  {
    _id: 'a',
    name: '王',
    age: 30,
    tags: ['x', 'y'],
    home: { city: '福州' },
    born: new Date('1996-01-01'),
  },
  {
    _id: 'b',
    name: '李',
    age: 20,
    tags: ['y'],
    home: { city: '厦门' },
    scores: [
      { n: 1, s: 5 },
      { n: 2, s: 9 },
    ],
  },
  { _id: 'c', name: '陈', age: 40, tags: [], home: null, scores: [{ n: 1, s: 9 }] },
  { _id: 'd', name: 'Zhao', age: null, born: new Date('2000-06-01') },
  { _id: 'e', age: '30' },
];

let database: Database;
beforeAll(async () => {
  database = openDatabase();
  await database.fill('people', people);
});
afterAll(() => database.close());

const matching: [string, object, string[]][] = [
  ['equality', { age: 30 }, ['a']],
  ['equality keeps types apart', { age: '30' }, ['e']],
  ['null matches null and missing', { age: null }, ['d']],
  ['null matches a missing field', { born: null }, ['b', 'c', 'e']],
  ['a nested field', { 'home.city': '福州' }, ['a']],
  ['an element of an array', { tags: 'y' }, ['a', 'b']],
  ['a whole array', { tags: ['y'] }, ['b']],
  ['$ne takes in what is missing', { age: { $ne: 30 } }, ['b', 'c', 'd', 'e']],
  ['$gt stays within the type', { age: { $gt: 20 } }, ['a', 'c']],
  ['$gte and $lt', { age: { $gte: 20, $lt: 40 } }, ['a', 'b']],
  ['$in', { age: { $in: [20, 40] } }, ['b', 'c']],
  ['$in with null', { born: { $in: [null] } }, ['b', 'c', 'e']],
  ['$nin', { age: { $nin: [20, 40] } }, ['a', 'd', 'e']],
  ['$exists', { age: { $exists: true } }, ['a', 'b', 'c', 'd', 'e']],
  ['$exists false', { born: { $exists: false } }, ['b', 'c', 'e']],
  ['$size', { tags: { $size: 0 } }, ['c']],
  ['$all', { tags: { $all: ['x', 'y'] } }, ['a']],
  ['$mod', { age: { $mod: [20, 0] } }, ['b', 'c']],
  [
    '$elemMatch holds both on one element',
    { scores: { $elemMatch: { n: 1, s: { $gt: 6 } } } },
    ['c'],
  ],
  ['two paths may hold on two elements', { 'scores.n': 1, 'scores.s': { $gt: 6 } }, ['b', 'c']],
  ['$not', { age: { $not: { $gt: 20 } } }, ['b', 'd', 'e']],
  ['$or', { $or: [{ age: 20 }, { name: 'Zhao' }] }, ['b', 'd']],
  ['$and', { $and: [{ age: { $gt: 10 } }, { tags: 'x' }] }, ['a']],
  ['$nor', { $nor: [{ age: 30 }, { tags: 'y' }] }, ['c', 'd', 'e']],
  [
    'a regular expression',
    { name: { $regularExpression: { pattern: '^z', options: 'i' } } },
    ['d'],
  ],
  ['a date range', { born: { $gt: new Date('1999-01-01') } }, ['d']],
  ['$expr', { $expr: { $eq: ['$age', '30'] } }, ['e']],
];

test.each(matching)('finds by %s', async (_name, query, ids) => {
  const found = await database.find('people', query);
  expect(found.map(({ _id }) => _id)).toEqual(ids);
  expect(await database.count('people', query)).toBe(ids.length);
});

test.each([
  [{ age: { $foo: 1 } }, '$foo'],
  [{ $where: 'true' }, '$where'],
  [{ place: { $near: [1, 2] } }, '$near'],
  [{ $and: [{ a: { $text: 'x' } }] }, '$text'],
])('refuses %j by name', async (query, operator) => {
  await expect(database.find('people', query)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining(operator),
  });
});

test('sorts by type first: null and missing, numbers, strings', async () => {
  const found = await database.find('people', {}, { order: ejson({ age: 1 }) });
  expect(found.map(({ _id }) => _id)).toEqual(['d', 'b', 'a', 'c', 'e']);
});

test('projects by inclusion and by exclusion', async () => {
  const [included] = await database.find(
    'people',
    { _id: 'a' },
    { projection: ejson({ name: 1 }) },
  );
  expect(included).toEqual({ _id: 'a', name: '王' });
  const [excluded] = await database.find('people', { _id: 'e' }, { projection: ejson({ age: 0 }) });
  expect(excluded).toEqual({ _id: 'e' });
});

test('gives 100 documents unless told, and never more than 1 000', async () => {
  await database.fill(
    'many',
    Array.from({ length: 1200 }, (_, n) => ({ n })),
  );
  expect(await database.find('many', {})).toHaveLength(100);
  expect(await database.find('many', {}, { limit: 5000 })).toHaveLength(1000);
  expect(await database.find('many', {}, { limit: 10, offset: 1195 })).toHaveLength(5);
});

test('names a collection that does not exist', async () => {
  await expect(database.find('nowhere', {})).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  });
});

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'b', '中', '\u{1f600}', '\uffff'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -2, max: 2 }).map((days) => new Date(days * 86_400_000)),
);
const field = fc.oneof({ weight: 6, arbitrary: scalar }, fc.array(scalar, { maxLength: 2 }));
const condition = fc.oneof(
  scalar,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
);

test('an index never changes an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ a: field, b: scalar }, { requiredKeys: [] }), {
        minLength: 1,
        maxLength: 25,
      }),
      condition,
      fc.constantFrom(1, -1),
      async (documents, asked, direction) => {
        const fields = [
          { field: 'a', direction: 1 as const },
          { field: 'b', direction: 1 as const },
        ];
        const indexed = openDatabase({ indexes: [{ collection: 'c', fields }] });
        const plain = openDatabase();
        try {
          const numbered = documents.map((document, n) => ({ _id: n, ...document }));
          for (const one of [indexed, plain]) await one.fill('c', numbered);
          const order = ejson({ a: direction, _id: 1 });
          const query = { a: asked };
          const [left, right] = await Promise.all([
            indexed.find('c', query, { order }),
            plain.find('c', query, { order }),
          ]);
          expect(left).toEqual(right);
          expect(await indexed.count('c', query)).toBe(await plain.count('c', query));
        } finally {
          indexed.close();
          plain.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});
