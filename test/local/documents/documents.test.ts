import { type Database, ejson, openDatabase, temporaryFile } from './support';

let database: Database;
beforeEach(async () => {
  database = openDatabase();
  await database.fill('c', [{ _id: 'a', n: 1 }]);
});
afterEach(() => database.close());

const call = async (action: string, parameters: object) =>
  (await database.service.call(`database.${action}`, { collectionName: 'c', ...parameters })).data;
const insert = (...documents: object[]) => call('insertDocument', { data: documents.map(ejson) });
const texts = async (query: object) => {
  const { list } = (await call('getDocument', { query: ejson(query) })) as { list: string[] };
  return list.map((text) => JSON.parse(text));
};

test('an _id is made where there is none, and stands first', async () => {
  const { insertedIds } = (await insert({ n: 5 }, { n: 6, _id: 7 })) as { insertedIds: unknown[] };
  expect(insertedIds).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 7]);
  expect((await texts({ n: 5 }))[0]).toEqual({ _id: insertedIds[0], n: { $numberInt: '5' } });
});

test('an ObjectId is kept as one, and answered as its hex', async () => {
  const $oid = '5d505646cf6d4fe581014ab2';
  expect(await insert({ _id: { $oid }, of: [{ $oid }] })).toEqual({ insertedIds: [$oid] });
  expect(await texts({ of: { $oid } })).toEqual([{ _id: $oid, of: [$oid] }]);
  expect(await texts({ of: $oid })).toEqual([]);
  expect(await database.count('c', { of: { $type: 'objectId' } })).toBe(1);
});

test.each([
  [{ $numberLong: '9007199254740993' }],
  [{ $numberDecimal: '1.10' }],
  [{ $binary: { base64: 'AQI=', subType: '00' } }],
  [{ $timestamp: { t: 5, i: 1 } }],
  [{ $numberDouble: '-0.0' }],
  [{ $numberDouble: 'NaN' }],
  [{ $regularExpression: { pattern: '^a', options: 'i' } }],
  [{ $date: { $numberLong: '-1' } }],
])('%j comes back as it was stored', async (value) => {
  await call('insertDocument', { data: [`{"_id":"v","v":${JSON.stringify(value)}}`] });
  expect(await texts({ _id: 'v' })).toEqual([{ _id: 'v', v: value }]);
});

test.each([
  ['an _id that is taken', '{"_id":"a"}', 'DATABASE_DUPLICATE_WRITE', /E11000.*c.*_id_.*"a"/],
  ['an _id that is an array', '{"_id":[1]}', 'DATABASE_REQUEST_FAILED', /_id/],
  ['a field that begins with $', '{"b":{"$set":1}}', 'DATABASE_REQUEST_FAILED', /\$set/],
  ['__proto__', '{"b":{"__proto__":{"x":1}}}', 'INVALID_PARAM', /__proto__/],
  ['too deep a nest', `${'{"a":'.repeat(120)}1${'}'.repeat(120)}`, 'INVALID_PARAM', /nested/],
  ['too large a document', `{"a":"${'x'.repeat(600_000)}"}`, 'INVALID_PARAM', /bytes/],
  ['no document', '[1]', 'INVALID_PARAM', /object/],
  ['no EJSON', '{', 'INVALID_PARAM', /EJSON/],
  ['nothing', undefined, 'INVALID_PARAM', /EJSON/],
])('refuses to insert %s', async (_name, data, code, message) => {
  await expect(call('insertDocument', { data })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
  expect(await database.count('c', {})).toBe(1);
});

test('of several inserts those before a refused one stay', async () => {
  await expect(insert({ _id: 'b' }, { _id: 'a' }, { _id: 'c' })).rejects.toThrow(/E11000/);
  expect((await database.find('c', {})).map(({ _id }) => _id)).toEqual(['a', 'b']);
});

test.each([
  ['limit', 0],
  ['limit', 1.5],
  ['limit', '5'],
  ['offset', -1],
  ['order', '{"a":{"$numberInt":"2"}}'],
  ['order', '5'],
  ['projection', '{"a":"yes"}'],
  ['query', '"x"'],
  ['collectionName', 5],
])('refuses %s %j', async (name, value) => {
  await expect(call('getDocument', { [name]: value })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
});

test('collections are made once, under a proper name', async () => {
  await expect(call('addCollection', {})).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_ALREADY_EXIST',
  });
  await expect(call('addCollection', { collectionName: 'a b' })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
  await expect(
    call('insertDocument', { collectionName: 'nowhere', data: ['{}'] }),
  ).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
    message: expect.stringContaining('nowhere'),
  });
});

test('an action that is not served is named', () => {
  expect(() => database.service.call('database.dropCollection', {})).toThrow(
    /database.dropCollection/,
  );
});

test('updated counts what changed; a whole document counts when it is found', async () => {
  expect(await database.update('c', { _id: 'a' }, { $set: { n: 1 } })).toMatchObject({
    updated: 0,
  });
  expect(await database.update('c', {}, { $inc: { n: 1 } })).toMatchObject({ updated: 1 });
  const whole = { merge: false, multi: false };
  expect(await database.update('c', { _id: 'a' }, { n: 2 }, whole)).toMatchObject({ updated: 1 });
  expect(await database.update('c', { _id: 'z' }, { n: 2 }, whole)).toEqual({
    updated: 0,
    upsert_id: null,
  });
});

test('one or all that match are changed and removed', async () => {
  await insert({ n: 1 }, { n: 1 });
  expect(await database.update('c', { n: 1 }, { $set: { m: 1 } }, { multi: false })).toMatchObject({
    updated: 1,
  });
  expect(await database.update('c', { n: 1 }, { $set: { m: 2 } })).toMatchObject({ updated: 3 });
  expect(await call('removeDocument', { query: ejson({ m: 2 }), multi: false })).toEqual({
    deleted: 1,
  });
  expect(await call('removeDocument', { query: ejson({ m: 2 }), multi: true })).toEqual({
    deleted: 2,
  });
});

test('updateAndReturn answers what the document became', async () => {
  const change = { query: ejson({ _id: 'a' }), data: ejson({ $inc: { n: 4 } }) };
  expect(await call('modifyAndReturnDoc', change)).toEqual({
    updated: 1,
    doc: '{"_id":"a","n":{"$numberInt":"5"}}',
  });
  const missing = { ...change, query: ejson({ _id: 'z' }) };
  expect(await call('modifyAndReturnDoc', missing)).toEqual({ updated: 0, doc: null });
});

test('an upsert of operators takes the equalities of its query', async () => {
  const data = { $set: { x: 1 }, $setOnInsert: { y: 2 } };
  const query = { k: 'v', 'deep.er': { $eq: 3 }, n: { $gt: 5 } };
  expect(await database.update('c', query, data, { upsert: true, multi: false })).toMatchObject({
    updated: 0,
  });
  expect(await database.find('c', { k: 'v' })).toMatchObject([
    { k: 'v', deep: { er: 3 }, x: 1, y: 2 },
  ]);
});

test.each([
  [{}, 'INVALID_PARAM', ''],
  [{ n: 1 }, 'INVALID_PARAM', 'n'],
  [{ $set: { a: 1 }, $inc: { a: 1 } }, 'DATABASE_REQUEST_FAILED', "'a'"],
  [{ $set: { a: 1, 'a.b': 1 } }, 'DATABASE_REQUEST_FAILED', "'a.b'"],
  [{ $set: { 'a.$.b': 1 } }, 'DATABASE_REQUEST_FAILED', 'positional'],
  [{ $set: { 'a..b': 1 } }, 'DATABASE_REQUEST_FAILED', 'a..b'],
  [{ $set: { 'l.900000000': 1 } }, 'DATABASE_REQUEST_FAILED', '900000000'],
  [{ $push: { n: 1 } }, 'DATABASE_REQUEST_FAILED', 'array'],
  [{ $push: { l: { $each: 1 } } }, 'DATABASE_REQUEST_FAILED', '$each'],
  [{ $push: { l: { $each: [], $foo: 1 } } }, 'DATABASE_REQUEST_FAILED', '$foo'],
  [{ $pop: { l: 2 } }, 'DATABASE_REQUEST_FAILED', '$pop'],
  [{ $pullAll: { l: 1 } }, 'DATABASE_REQUEST_FAILED', '$pullAll'],
  [{ $addToSet: { l: { $each: 1 } } }, 'DATABASE_REQUEST_FAILED', '$each'],
  [{ $rename: { n: 'n' } }, 'DATABASE_REQUEST_FAILED', 'differ'],
  [{ $bit: { n: { nand: 1 } } }, 'DATABASE_REQUEST_FAILED', 'nand'],
  [{ $mul: { n: 'x' } }, 'DATABASE_REQUEST_FAILED', '$mul'],
])('refuses the update %j', async (data, code, named) => {
  await insert({ l: [1] });
  await expect(database.update('c', {}, data)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(named),
  });
  expect(await database.find('c', { _id: 'a' })).toEqual([{ _id: 'a', n: 1 }]);
});

test('an element taken away leaves null in its place', async () => {
  await insert({ _id: 'l', list: [{ x: 1, y: 1 }, 2, 3] });
  await database.update('c', { _id: 'l' }, { $unset: { 'list.0.x': '', 'list.1': '' } });
  expect(await database.find('c', { _id: 'l' })).toEqual([{ _id: 'l', list: [{ y: 1 }, null, 3] }]);
});

const full = {
  _id: 'f',
  a: { b: 1, c: 2 },
  list: [1, 2, 3, 4],
  docs: [
    { n: 1, m: 1 },
    { n: 2, m: 2 },
  ],
  z: 0,
};

test.each([
  [{ 'a.b': 1 }, { _id: 'f', a: { b: 1 } }],
  [{ _id: 0, 'docs.n': 1 }, { docs: [{ n: 1 }, { n: 2 }] }],
  [
    { 'a.b': 0, docs: 0, list: 0 },
    { _id: 'f', a: { c: 2 }, z: 0 },
  ],
  [{ _id: 0 }, { a: full.a, list: full.list, docs: full.docs, z: 0 }],
  [{ _id: 1 }, { _id: 'f' }],
  [
    { z: 1, list: { $slice: -1 } },
    { _id: 'f', list: [4], z: 0 },
  ],
  [
    { z: 0, docs: 0, a: 0, list: { $slice: [1, 2] } },
    { _id: 'f', list: [2, 3] },
  ],
  [{ docs: { $elemMatch: { n: { $gt: 1 } } } }, { _id: 'f', docs: [{ n: 2, m: 2 }] }],
  [
    { list: { $elemMatch: { $gt: 9 } }, z: 1 },
    { _id: 'f', z: 0 },
  ],
])('the projection %j', async (projection, answer) => {
  await insert(full);
  expect(await database.find('c', { _id: 'f' }, { projection: ejson(projection) })).toEqual([
    answer,
  ]);
});

test.each([[{ a: 1, z: 0 }], [{ a: { $foo: 1 } }], [{ list: { $slice: [1, -1] } }]])(
  'refuses the projection %j',
  async (projection) => {
    await expect(database.find('c', {}, { projection: ejson(projection) })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  },
);

test('one file is open in one place at a time', () => {
  const file = temporaryFile();
  const first = openDatabase({ file });
  expect(() => openDatabase({ file })).toThrow(/open in another process/);
  first.close();
  openDatabase({ file }).close();
});
