import { type Database, ejson, openDatabase } from './support';

let database: Database;
let now: number;
beforeEach(async () => {
  now = 1_000;
  database = openDatabase({ clock: () => now });
  await database.fill('c', [
    { _id: 'x', n: 1 },
    { _id: 'y', n: 1 },
  ]);
});
afterEach(() => database.close());

const start = async () =>
  String((await database.service.call('database.startTransaction', {})).transactionId);
const end = async (action: 'commit' | 'abort', transactionId: string) =>
  database.service.call(`database.${action}Transaction`, { transactionId });
const set = (id: string, n: number, transactionId?: string) =>
  database.update('c', { _id: id }, { $set: { n } }, { multi: false, transactionId });
const read = async (id: string, transactionId?: string) =>
  (await database.find('c', { _id: id }, { transactionId }))[0]?.n;

test('sees its own writes; others see them after the commit', async () => {
  const id = await start();
  await set('x', 2, id);
  expect(await read('x', id)).toBe(2);
  expect(await read('x')).toBe(1);
  await end('commit', id);
  expect(await read('x')).toBe(2);
});

test('reads what stood when it started', async () => {
  const id = await start();
  await set('x', 5);
  expect(await read('x', id)).toBe(1);
  await end('abort', id);
});

test('an abort leaves nothing', async () => {
  const id = await start();
  await set('x', 2, id);
  await database.service.call('database.insertDocument', {
    collectionName: 'c',
    data: [ejson({ _id: 'z' })],
    transactionId: id,
  });
  await end('abort', id);
  expect(await read('x')).toBe(1);
  expect(await database.count('c', {})).toBe(2);
});

test('a new document and then a change of the newest one stand together', async () => {
  const id = await start();
  await database.service.call('database.insertDocument', {
    collectionName: 'c',
    data: [ejson({ _id: 'z', n: 7 })],
    transactionId: id,
  });
  await set('y', 2, id);
  await end('commit', id);
  expect([await read('y'), await read('z')]).toEqual([2, 7]);
});

test('the second to write one document conflicts at once', async () => {
  const [first, second] = [await start(), await start()];
  await set('x', 2, first);
  await expect(set('x', 3, second)).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  await end('commit', first);
  expect(await read('x')).toBe(2);
});

test('a write that came since the start conflicts', async () => {
  const id = await start();
  await set('x', 9);
  await expect(set('x', 2, id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
});

test('writes to other documents do not conflict', async () => {
  const [first, second] = [await start(), await start()];
  await set('x', 2, first);
  await set('y', 3, second);
  await end('commit', first);
  await end('commit', second);
  expect([await read('x'), await read('y')]).toEqual([2, 3]);
});

test('a write outside waits for the transaction that holds the document', async () => {
  const id = await start();
  await set('x', 2, id);
  const outside = database.update('c', { _id: 'x' }, { $inc: { n: 10 } });
  await end('commit', id);
  await outside;
  expect(await read('x')).toBe(12);
});

test('an idle transaction ends, and lets go of what it held', async () => {
  const id = await start();
  await set('x', 2, id);
  now += 31_000;
  await set('x', 7);
  await expect(end('commit', id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect(await read('x')).toBe(7);
});

const insert = (document: object, transactionId?: string) =>
  (async () =>
    database.service.call('database.insertDocument', {
      collectionName: 'c',
      data: [ejson(document)],
      transactionId,
    }))();

test('queries, counts and pipelines within it see its own writes in their places', async () => {
  const id = await start();
  await set('x', 9, id);
  await insert({ _id: 'z', n: 5 }, id);
  await database.service.call('database.removeDocument', {
    collectionName: 'c',
    query: ejson({ _id: 'y' }),
    transactionId: id,
  });
  const rest = { order: ejson({ n: -1 }), transactionId: id };
  expect(await database.find('c', { n: { $gt: 1 } }, rest)).toEqual([
    { _id: 'x', n: 9 },
    { _id: 'z', n: 5 },
  ]);
  expect(await database.find('c', {}, { ...rest, offset: 1, limit: 1 })).toMatchObject([
    { _id: 'z' },
  ]);
  const { data } = await database.service.call('database.aggregateDocuments', {
    collectionName: 'c',
    stages: [{ stageKey: '$group', stageValue: '{"_id":null,"sum":{"$sum":"$n"}}' }],
    transactionId: id,
  });
  expect(data).toEqual({ list: ['{"_id":null,"sum":{"$numberInt":"14"}}'] });
  expect(await database.find('c', {})).toEqual([
    { _id: 'x', n: 1 },
    { _id: 'y', n: 1 },
  ]);
  await end('commit', id);
  expect(await database.find('c', {})).toEqual([
    { _id: 'x', n: 9 },
    { _id: 'z', n: 5 },
  ]);
});

test('what others insert, change and remove meanwhile is not seen', async () => {
  const id = await start();
  await insert({ _id: 'new', n: 1 });
  await set('x', 5);
  await database.service.call('database.removeDocument', {
    collectionName: 'c',
    query: ejson({ _id: 'y' }),
  });
  expect(await database.find('c', {}, { transactionId: id })).toEqual([
    { _id: 'x', n: 1 },
    { _id: 'y', n: 1 },
  ]);
  expect(await database.find('c', { n: 1 }, { limit: 1, transactionId: id })).toMatchObject([
    { _id: 'x' },
  ]);
  await end('abort', id);
  expect((await database.find('c', {})).map(({ _id }) => _id)).toEqual(['x', 'new']);
});

test('a conflict ends the transaction: nothing of it remains, and it is gone', async () => {
  const id = await start();
  await set('y', 7, id);
  await set('x', 9);
  await expect(set('x', 2, id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  await expect(end('abort', id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect([await read('x'), await read('y')]).toEqual([9, 1]);
});

test('a refused insert ends the transaction too', async () => {
  const id = await start();
  await expect(insert({ _id: 'x' }, id)).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  await expect(read('x', id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
});

test('a failed write outside leaves no trace that conflicts', async () => {
  const id = await start();
  await expect(database.update('c', { _id: 'x' }, { $push: { n: 1 } })).rejects.toThrow();
  await set('x', 2, id);
  await end('commit', id);
  expect(await read('x')).toBe(2);
});

test('two that insert one _id: the second conflicts', async () => {
  const [first, second] = [await start(), await start()];
  await insert({ _id: 'z', n: 1 }, first);
  await expect(insert({ _id: 'z', n: 2 }, second)).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  await end('commit', first);
  expect(await read('z')).toBe(1);
});

test('a document inserted and removed within it was never there', async () => {
  const id = await start();
  await insert({ _id: 'z', n: 1 }, id);
  await database.service.call('database.removeDocument', {
    collectionName: 'c',
    query: ejson({ _id: 'z' }),
    transactionId: id,
  });
  expect(await read('z', id)).toBeUndefined();
  await insert({ _id: 'z', n: 2 }, id);
  await end('commit', id);
  expect(await read('z')).toBe(2);
});

describe('with a unique index', () => {
  let unique: Database;
  beforeEach(async () => {
    const fields = [{ field: 'email', direction: 1 as const }];
    unique = openDatabase({
      indexes: [{ collection: 'u', name: 'by_email', fields, unique: true }],
    });
    await unique.fill('u', [
      { _id: 1, email: 'a' },
      { _id: 2, email: 'b' },
    ]);
  });
  afterEach(() => unique.close());

  const begin = async () =>
    String((await unique.service.call('database.startTransaction', {})).transactionId);
  const rename = (_id: number, email: string, transactionId?: string) =>
    unique.update('u', { _id }, { $set: { email } }, { multi: false, transactionId });
  const commit = async (transactionId: string) =>
    unique.service.call('database.commitTransaction', { transactionId });

  test('a key that is taken is refused at once', async () => {
    const id = await begin();
    await expect(rename(1, 'b', id)).rejects.toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
      message: expect.stringContaining('by_email'),
    });
  });

  test('a key can pass from one to another within a transaction', async () => {
    const id = await begin();
    await rename(2, 'c', id);
    await rename(1, 'b', id);
    await rename(2, 'a', id);
    await commit(id);
    expect(await unique.find('u', {}, { order: ejson({ email: 1 }) })).toEqual([
      { _id: 2, email: 'a' },
      { _id: 1, email: 'b' },
    ]);
  });

  test('a key that another took meanwhile conflicts at the commit', async () => {
    const id = await begin();
    await rename(1, 'z', id);
    await rename(2, 'z');
    await expect(commit(id)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect(await unique.find('u', { _id: 1 })).toEqual([{ _id: 1, email: 'a' }]);
  });
});

test('a transaction that is not there is named as the service does', async () => {
  await expect(end('commit', 'nobody')).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
    message: expect.stringContaining('TransactionNotExist'),
  });
});
