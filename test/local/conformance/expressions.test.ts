import { sdk, startedServer } from '../started';
import type { Database } from './database';
import { cases, document, refusals } from './expressions.data';

const server = startedServer();
let db: Database;

beforeAll(async () => {
  db = sdk(server.it).database();
  await db.createCollection('one');
  await db.collection('one').add(document);
});

const evaluate = async (expression: object) => {
  const { data } = await db
    .collection('one')
    .aggregate()
    .project({ _id: 0, value: expression })
    .end();
  return data[0].value;
};

test('every operator of an expression', async () => {
  for (const [name, expression, value] of cases(db))
    expect([name, await evaluate(expression)]).toEqual([name, value]);
});

test('what an operator cannot work on is refused', async () => {
  for (const [name, expression] of refusals(db))
    expect([name, await evaluate(expression).catch(({ code }) => code)]).toEqual([
      name,
      'DATABASE_REQUEST_FAILED',
    ]);
});
