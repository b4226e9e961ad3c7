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
