import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import Database from 'libsql';
import { openDocuments } from '../../../local/cloudbase/documents';

/**
 * The documents engine beside hand-written SQL, same process, same run, same file system:
 * `npm run bench -- documents`, or `tsx test/benchmarks/documents/run.ts SIZE`.
 */
const size = Number(process.argv[2] ?? 400_000);
const ejson = (value: unknown) => EJSON.stringify(value, { relaxed: false });
const documentOf = (n: number) => ({
  _id: `account-${n}`,
  name: `账号 ${n}`,
  level: n % 5,
  score: (n * 7919) % size,
  figures: { reads: n * 3, likes: n % 100, shares: n % 40 },
});

interface Contest {
  name: string;
  rounds: number;
  engine: (round: number) => Promise<unknown>;
  sql: (round: number) => unknown;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-bench-'));
  const service = openDocuments({
    file: join(folder, 'engine.db'),
    indexes: [
      { collection: 'accounts', fields: [{ field: 'score', direction: 1 }] },
      { collection: 'accounts', fields: [{ field: 'level', direction: 1 }] },
    ],
  });
  const sql = connect(join(folder, 'hand.db'));
  sql.exec(`CREATE TABLE accounts (id TEXT PRIMARY KEY, doc TEXT NOT NULL, score REAL, level REAL) WITHOUT ROWID;
    CREATE INDEX by_score ON accounts (score); CREATE INDEX by_level ON accounts (level)`);
  const insertSql = sql.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?)');

  for (let from = 0; from < size; from += 5000) {
    const documents = Array.from({ length: Math.min(5000, size - from) }, (_, n) =>
      documentOf(from + n),
    );
    await service.call('database.insertDocument', {
      collectionName: 'accounts',
      data: documents.map(ejson),
    });
    sql.exec('BEGIN');
    for (const one of documents) insertSql.run(one._id, JSON.stringify(one), one.score, one.level);
    sql.exec('COMMIT');
  }

  const pageSql = sql.prepare(
    'SELECT doc FROM accounts WHERE score < ? ORDER BY score DESC LIMIT 50',
  );
  const readSql = sql.prepare('SELECT doc FROM accounts WHERE id = ?');
  const updateSql = sql.prepare('UPDATE accounts SET doc = ?, score = ?, level = ? WHERE id = ?');
  const countSql = sql.prepare('SELECT count(*) AS total FROM accounts WHERE level = ?');
  const spread = (round: number) => (round * 104_729) % size;
  const contests: Contest[] = [
    {
      name: 'indexed page of 50',
      rounds: 1000,
      engine: async (round) =>
        service.call('database.getDocument', {
          collectionName: 'accounts',
          query: ejson({ score: { $lt: spread(round) + 100 } }),
          order: ejson({ score: -1 }),
          limit: 50,
        }),
      sql: (round) => pageSql.all(spread(round) + 100),
    },
    {
      name: 'point read',
      rounds: 5000,
      engine: async (round) =>
        service.call('database.getDocument', {
          collectionName: 'accounts',
          query: ejson({ _id: `account-${spread(round)}` }),
          queryType: 'DOC',
        }),
      sql: (round) => readSql.get(`account-${spread(round)}`),
    },
    {
      name: 'durable insert',
      rounds: 500,
      engine: async (round) =>
        service.call('database.insertDocument', {
          collectionName: 'accounts',
          data: [ejson(documentOf(size + round))],
        }),
      sql: (round) => {
        const one = documentOf(size + round);
        return insertSql.run(one._id, JSON.stringify(one), one.score, one.level);
      },
    },
    {
      name: 'durable update',
      rounds: 500,
      engine: async (round) =>
        service.call('database.modifyDocument', {
          collectionName: 'accounts',
          query: ejson({ _id: `account-${spread(round)}` }),
          data: ejson({ $set: { score: round } }),
          merge: true,
        }),
      sql: (round) => {
        const one = JSON.parse((readSql.get(`account-${spread(round)}`) as { doc: string }).doc);
        one.score = round;
        return updateSql.run(JSON.stringify(one), one.score, one.level, one._id);
      },
    },
    {
      name: 'indexed count',
      rounds: 20,
      engine: async (round) =>
        service.call('database.calculateDocument', {
          collectionName: 'accounts',
          query: ejson({ level: round % 5 }),
        }),
      sql: (round) => countSql.get(round % 5),
    },
  ];
  for (const contest of contests) await report(contest);
  service.close();
  sql.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A file of its own, as durable as the engine's. */
function connect(file: string): InstanceType<typeof Database> {
  const connection = new Database(file);
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'cache_size=-65536']) {
    connection.exec(`PRAGMA ${pragma}`);
  }
  return connection;
}

/** Both sides in turn, round by round, so that whatever slows the machine slows both. */
async function report({ name, rounds, engine, sql }: Contest): Promise<void> {
  const times: { engine: number[]; sql: number[] } = { engine: [], sql: [] };
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await engine(round);
    const middle = performance.now();
    sql(round);
    times.engine.push(middle - start);
    times.sql.push(performance.now() - middle);
  }
  const [ours, hand] = [median(times.engine), median(times.sql)];
  const row = {
    benchmark: `documents: ${name}`,
    size,
    engineMs: round4(ours),
    sqlMs: round4(hand),
    ratio: round4(ours / hand),
  };
  console.log(JSON.stringify(row));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

void main();
