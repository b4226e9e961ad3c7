import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EJSON } from 'bson';
import Database from 'libsql';
import { openDocuments } from '../../../local/cloudbase/documents';
import { type Contest, hold, type Outcome } from './contest';

const collectionName = 'accounts';
const ejson = (value: unknown) => EJSON.stringify(value, { relaxed: false });

/** The documents engine beside hand-written SQL: same process, same run, same file system, same indexes. */
export function* compareWithSql(size: number): Generator<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-bench-'));
  const service = openDocuments({
    file: join(folder, 'engine.db'),
    indexes: [
      { collection: collectionName, fields: [{ field: 'score', direction: 1 }] },
      { collection: collectionName, fields: [{ field: 'level', direction: 1 }] },
    ],
  });
  const sql = openByHand(join(folder, 'hand.db'));
  for (let from = 0; from < size; from += 5000) {
    const documents = Array.from({ length: Math.min(5000, size - from) }, (_, n) =>
      documentOf(from + n, size),
    );
    service.call('database.insertDocument', { collectionName, data: documents.map(ejson) });
    sql.exec('BEGIN');
    const insert = sql.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?)');
    for (const one of documents) insert.run(one._id, JSON.stringify(one), one.score, one.level);
    sql.exec('COMMIT');
  }
  for (const contest of contestsOf(sql, size)) yield hold(contest, size, service.call);
  service.close();
  sql.close();
  rmSync(folder, { recursive: true, force: true });
}

function documentOf(n: number, size: number) {
  return {
    _id: `account-${n}`,
    name: `账号 ${n}`,
    level: n % 5,
    score: (n * 7919) % size,
    figures: { reads: n * 3, likes: n % 100, shares: n % 40 },
  };
}

/** A file as durable as the engine's. */
function openByHand(file: string): InstanceType<typeof Database> {
  const connection = new Database(file);
  for (const setting of ['journal_mode=WAL', 'synchronous=FULL', 'cache_size=-65536']) {
    connection.exec(`PRAGMA ${setting}`);
  }
  connection.exec(`CREATE TABLE accounts (id TEXT PRIMARY KEY, doc TEXT NOT NULL, score REAL, level REAL) WITHOUT ROWID;
    CREATE INDEX by_score ON accounts (score); CREATE INDEX by_level ON accounts (level)`);
  return connection;
}

function contestsOf(sql: InstanceType<typeof Database>, size: number): Contest[] {
  const page = sql.prepare('SELECT doc FROM accounts WHERE score < ? ORDER BY score DESC LIMIT 50');
  const read = sql.prepare('SELECT doc FROM accounts WHERE id = ?');
  const insert = sql.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?)');
  const update = sql.prepare('UPDATE accounts SET doc = ?, score = ?, level = ? WHERE id = ?');
  const count = sql.prepare('SELECT count(*) AS total FROM accounts WHERE level = ?');
  const spread = (round: number) => (round * 104_729) % size;
  const idOf = (round: number) => `account-${spread(round)}`;
  return [
    {
      name: 'indexed page of 50',
      rounds: 1000,
      call: (round) => {
        const query = ejson({ score: { $lt: spread(round) + 100 } });
        return [
          'database.getDocument',
          { collectionName, query, order: ejson({ score: -1 }), limit: 50 },
        ];
      },
      sql: (round) => page.all(spread(round) + 100),
    },
    {
      name: 'point read',
      rounds: 5000,
      call: (round) => [
        'database.getDocument',
        { collectionName, query: ejson({ _id: idOf(round) }), queryType: 'DOC' },
      ],
      sql: (round) => read.get(idOf(round)),
    },
    {
      name: 'durable insert',
      rounds: 500,
      call: (round) => [
        'database.insertDocument',
        { collectionName, data: [ejson(documentOf(size + round, size))] },
      ],
      sql: (round) => {
        const one = documentOf(size + round, size);
        return insert.run(one._id, JSON.stringify(one), one.score, one.level);
      },
    },
    {
      name: 'durable update',
      rounds: 500,
      call: (round) => {
        const query = ejson({ _id: idOf(round) });
        return [
          'database.modifyDocument',
          { collectionName, query, data: ejson({ $set: { score: round } }), merge: true },
        ];
      },
      sql: (round) => {
        const { doc } = read.get(idOf(round)) as { doc: string };
        const one = { ...JSON.parse(doc), score: round };
        return update.run(JSON.stringify(one), one.score, one.level, one._id);
      },
    },
    {
      name: 'indexed count',
      rounds: 20,
      call: (round) => [
        'database.calculateDocument',
        { collectionName, query: ejson({ level: round % 5 }) },
      ],
      sql: (round) => count.get(round % 5),
    },
  ];
}

const { values } = parseArgs({ options: { size: { type: 'string', default: '400000' } } });
for (const outcome of compareWithSql(Number(values.size))) console.log(JSON.stringify(outcome));
