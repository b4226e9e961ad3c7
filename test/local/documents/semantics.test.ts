import { type Database, openDatabase } from './support';

let database: Database;
beforeEach(() => {
  database = openDatabase();
});
afterEach(() => database.close());

/** One document and one query each: whether MongoDB finds it. */
const cases: [document: object, query: object, found: boolean][] = [
  // null, missing, arrays
  [{ a: [] }, { a: null }, false],
  [{ a: [null] }, { a: null }, true],
  [{ a: [{ b: 1 }, { c: 1 }] }, { 'a.b': null }, true],
  [{ a: [] }, { 'a.b': { $exists: false } }, true],
  [{ a: 5 }, { 'a.b': null }, true],
  [{ a: null }, { a: { $exists: true } }, true],
  [{ a: null }, { a: { $gte: null } }, true],
  [{}, { a: { $gt: null } }, false],
  // arrays and their elements
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: [[1, 2], 3] }, { a: [1, 2] }, true],
  [{ a: [[1, 2]] }, { a: 1 }, false],
  [{ a: [0, 6] }, { a: { $gt: 1, $lt: 5 } }, true],
  [{ a: [0, 6] }, { a: { $elemMatch: { $gt: 1, $lt: 5 } } }, false],
  [{ a: [1, 2] }, { a: { $ne: 1 } }, false],
  [{ a: [1, 2] }, { a: { $nin: [3] } }, true],
  [{ a: [5, 6] }, { 'a.1': 6 }, true],
  // an element that a path names by its place is not gone into
  [{ a: [[5, 6]] }, { 'a.0': 6 }, false],
  [{ a: [[5, 6]] }, { 'a.0': [5, 6] }, true],
  [{ a: [[5, 6]] }, { 'a.0': { $size: 2 } }, true],
  [{ a: { 0: [5, 6] } }, { 'a.0': 6 }, true],
  [{ a: [{ b: [1, 2] }] }, { 'a.b': 2 }, true],
  [{ a: [{ b: [1, 2] }] }, { 'a.0.b.1': 2 }, true],
  [
    {
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 2 },
      ],
    },
    { a: { $elemMatch: { b: 1, c: 2 } } },
    false,
  ],
  [
    {
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 2 },
      ],
    },
    { 'a.b': 1, 'a.c': 2 },
    true,
  ],
  [{ a: [[1, 2, 3]] }, { a: { $elemMatch: { $size: 3 } } }, true],
  [{ a: [['x']] }, { a: { $elemMatch: { $elemMatch: { $eq: 'x' } } } }, true],
  [{ a: [[5]] }, { a: { $elemMatch: { $gt: 1 } } }, false],
  [{ a: [{ b: 1 }] }, { a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, true],
  [{ a: 1 }, { a: { $elemMatch: { $eq: 1 } } }, false],
  [{ a: [1, 2] }, { a: { $size: 2 } }, true],
  [{ a: [1, 2, 3] }, { a: { $all: [3, 1] } }, true],
  [{ a: 1 }, { a: { $all: [1] } }, true],
  [{ a: [1] }, { a: { $all: [] } }, false],
  [
    { a: [{ b: 1 }, { b: 2 }] },
    { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
    true,
  ],
  // embedded documents are equal as they stand, fields in order
  [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
  [{ a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
  [{ a: { x: 1, y: 2 } }, { a: { x: 1 } }, false],
  [{ a: {} }, { a: {} }, true],
  // types stay apart in comparisons
  [{ a: '5' }, { a: { $gt: 1 } }, false],
  [{ a: true }, { a: { $gt: 0 } }, false],
  [{ a: 5 }, { a: { $lt: new Date() } }, false],
  [{ a: 1 }, { a: 1.0 }, true],
  [{ a: 1 }, { a: true }, false],
  [{ a: Number.NaN }, { a: { $lt: 5 } }, false],
  [{ a: Number.NaN }, { a: Number.NaN }, true],
  [{ a: new Date(5) }, { a: { $gte: new Date(5), $lte: new Date(5) } }, true],
  [{ a: 'b' }, { a: { $gte: 'a', $lt: 'c' } }, true],
  // $type, $mod, bits
  [{ a: [1] }, { a: { $type: 'array' } }, true],
  [{ a: ['x'] }, { a: { $type: 'string' } }, true],
  [{ a: 1.5 }, { a: { $type: 'number' } }, true],
  [{ a: 1 }, { a: { $type: ['string', 16] } }, true],
  [{}, { a: { $type: 'null' } }, false],
  [{ a: 7.9 }, { a: { $mod: [4, 3] } }, true],
  [{ a: -5 }, { a: { $mod: [4, -1] } }, true],
  [{ a: 54 }, { a: { $bitsAllSet: [1, 5] } }, true],
  [{ a: 54 }, { a: { $bitsAnyClear: 6 } }, false],
  // regular expressions
  [{ a: ['xyz', 'b'] }, { a: { $regex: '^XY', $options: 'i' } }, true],
  [{ a: 'one\ntwo' }, { a: { $regex: '^two', $options: 'm' } }, true],
  [{ a: 'ab' }, { a: { $in: [{ $regularExpression: { pattern: 'B', options: 'i' } }, 5] } }, true],
  [{ a: 'x' }, { a: { $not: { $regularExpression: { pattern: '^x', options: '' } } } }, false],
  [{}, { a: { $not: { $regex: '^x' } } }, true],
  [{ a: '佛山发布' }, { a: { $regex: '^佛.发' } }, true],
  [{ a: '😀' }, { a: { $regex: '^.$' } }, true],
  [{ a: 'x' }, { a: { $regex: '(?i)^X' } }, true],
  // logic
  [{ a: 1 }, { a: { $not: { $gt: 5, $lt: 9 } } }, true],
  [{ a: 1, b: 1 }, { $or: [{ a: 2 }, { $and: [{ a: 1 }, { b: 1 }] }] }, true],
  [{ a: 1 }, { $nor: [{ a: 1 }, { b: 1 }] }, false],
  [{ spent: 5, budget: 3 }, { $expr: { $gt: ['$spent', '$budget'] } }, true],
  [{ a: 1 }, { a: 1, $comment: 'why' }, true],
  // $jsonSchema
  [
    { a: 'x' },
    { $jsonSchema: { required: ['a'], properties: { a: { bsonType: 'string', minLength: 1 } } } },
    true,
  ],
  [{ a: 5 }, { $jsonSchema: { properties: { a: { bsonType: 'int', maximum: 4 } } } }, false],
  [{ a: [1, 1] }, { $jsonSchema: { properties: { a: { uniqueItems: true } } } }, false],
  [
    { a: 1, b: 2 },
    { $jsonSchema: { properties: { a: {}, _id: {} }, additionalProperties: false } },
    false,
  ],
];

const indexes = ['a', 'a.b', 'a.0'].map((field) => ({
  collection: 'c',
  fields: [{ field, direction: 1 as const }],
}));

describe.each([
  ['a scan', []],
  ['indexes', indexes],
])('by %s', (_name, declared) => {
  test.each(cases)('%j against %j: %s', async (document, query, found) => {
    const own = openDatabase({ indexes: declared });
    await own.fill('c', [document]);
    expect(await own.count('c', query)).toBe(Number(found));
    expect(await own.find('c', query)).toHaveLength(Number(found));
    own.close();
  });
});

const refusals: [query: object, named: string][] = [
  [{ $text: { $search: 'x' } }, '$text'],
  [{ $search: 'x' }, '$search'],
  [{ $where: '1' }, '$where'],
  [{ a: { $foo: 1 } }, '$foo'],
  [{ a: { $gt: 1, b: 2 } }, 'b'],
  [{ $or: [] }, '$or'],
  [{ $or: {} }, '$or'],
  [{ $and: [{ a: { $elemMatch: { b: { $foo: 1 } } } }] }, '$foo'],
  [{ a: { $in: 1 } }, '$in'],
  [{ a: { $in: [{ $gt: 1 }] } }, '$gt'],
  [{ a: { $all: 1 } }, '$all'],
  [{ a: { $size: -1 } }, '$size'],
  [{ a: { $size: 'x' } }, '$size'],
  [{ a: { $mod: [0, 1] } }, 'divisor'],
  [{ a: { $mod: [2] } }, 'mod'],
  [{ a: { $type: 'nothing' } }, 'nothing'],
  [{ a: { $not: 5 } }, '$not'],
  [{ a: { $regex: '(' } }, 'invalid'],
  [{ a: { $regex: 'a', $options: 'x' } }, 'options'],
  [{ a: { $options: 'i' } }, '$regex'],
  [{ a: { $gt: { $regularExpression: { pattern: 'a', options: '' } } } }, 'RegEx'],
  [{ $expr: { $bogus: 1 } }, '$bogus'],
  [{ $jsonSchema: { foo: 1 } }, 'foo'],
  [
    {
      a: {
        $geoWithin: {
          $box: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    },
    '$box',
  ],
];

test.each(refusals)(
  'refuses %j and names %s, even of an empty collection',
  async (query, named) => {
    await database.fill('c', [{ _id: 1 }]);
    await database.service.call('database.removeDocument', { collectionName: 'c', multi: true });
    await expect(database.count('c', query)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(named),
    });
  },
);

test.each([
  ['{"a":', 'EJSON'],
  ['[]', 'object'],
  [5, 'EJSON'],
  ['{"a":{"__proto__":1}}', '__proto__'],
  [`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 'nested'],
  [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, ''],
  ['{"a":{"$oid":"xyz"}}', '$oid'],
  ['{"a":{"$date":"never"}}', '$date'],
  ['{"a":{"$numberInt":"ten"}}', '$numberInt'],
])('a query that is none is an invalid parameter: %.40s', async (query, named) => {
  await database.fill('c', [{ _id: 1 }]);
  const call = async () =>
    database.service.call('database.getDocument', { collectionName: 'c', query });
  await expect(call()).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(named),
  });
});
