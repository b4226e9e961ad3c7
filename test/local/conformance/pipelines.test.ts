import { sdk, startedServer } from '../started';
import type { Database } from './database';
import { cases, others, sales } from './pipelines.data';

const server = startedServer();
let db: Database;

beforeAll(async () => {
  db = sdk(server.it).database();
  for (const name of ['s', 'o']) await db.createCollection(name);
  await db.collection('s').add(sales);
  await db.collection('o').add(others);
});

test('every stage of a pipeline', async () => {
  for (const [name, pipeline, answer] of cases(db))
    expect([name, (await pipeline.end()).data]).toEqual([name, answer]);
});
