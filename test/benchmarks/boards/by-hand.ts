import Database from 'libsql';
import type { KeptScore } from '../../../cloudfunctions/records/scores';
import type { Account } from '../../../typings/registry';
import type { Redis } from './redis';

/** The newest period's board as SQL over one table with the indexes that a board wants, and the names. */
export class HandWritten {
  private readonly connection: InstanceType<typeof Database>;

  constructor(file: string) {
    this.connection = new Database(file);
    for (const setting of ['journal_mode=WAL', 'synchronous=FULL', 'cache_size=-65536']) {
      this.connection.exec(`PRAGMA ${setting}`);
    }
    this.connection.exec(`
      CREATE TABLE scores (period TEXT, account TEXT, province TEXT, department TEXT, value REAL,
        PRIMARY KEY (period, account)) WITHOUT ROWID;
      CREATE INDEX by_value ON scores (period, value DESC, account);
      CREATE INDEX by_filter ON scores (period, province, department, value DESC, account);
      CREATE TABLE accounts (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, agency TEXT);
      CREATE VIRTUAL TABLE names USING fts5(name, content='', tokenize='trigram')`);
  }

  add(period: string, scores: KeptScore[]): void {
    const insert = this.connection.prepare('INSERT INTO scores VALUES (?, ?, ?, ?, ?)');
    this.together(() => {
      for (const { accountId, province, traits, value } of scores) {
        if (value !== null) insert.run(period, accountId, province, traits.department, value);
      }
    });
  }

  addNames(accounts: Account[]): void {
    const account = this.connection.prepare('INSERT INTO accounts VALUES (?, ?, ?, ?)');
    const name = this.connection.prepare('INSERT INTO names (rowid, name) VALUES (?, ?)');
    this.together(() => {
      for (const [index, one] of accounts.entries()) {
        account.run(index, one.id, one.name, one.agency.name);
        name.run(index, `${one.name} ${one.agency.name}`);
      }
    });
  }

  page(period: string, rank: number): string[] {
    return this.ids(
      `SELECT s.account, a.name, a.agency, s.value FROM (SELECT account, value FROM scores
       WHERE period = ? ORDER BY value DESC, account LIMIT 30 OFFSET ?) s
       JOIN accounts a ON a.id = s.account ORDER BY s.value DESC, s.account`,
      [period, rank - 1],
    );
  }

  filtered(period: string, province: string, department: string): string[] {
    return this.ids(
      `SELECT s.account, a.name, a.agency, s.value FROM scores s JOIN accounts a ON a.id = s.account
       WHERE period = ? AND province = ? AND department = ? ORDER BY value DESC, account LIMIT 30`,
      [period, province, department],
    );
  }

  rank(period: string, account: string): number {
    const row = this.connection
      .prepare(
        `SELECT 1 + count(*) AS place FROM scores WHERE period = ? AND value >
         (SELECT value FROM scores WHERE period = ? AND account = ?)`,
      )
      .get(period, period, account) as { place: number };
    return row.place;
  }

  search(period: string, words: string): string[] {
    const found = this.ids(
      `SELECT id AS account FROM accounts WHERE number IN
       (SELECT rowid FROM names WHERE names MATCH ? LIMIT 30)`,
      [`"${words}"`],
    );
    for (const account of found) this.rank(period, account);
    return found;
  }

  close(): void {
    this.connection.close();
  }

  private ids(sql: string, parameters: (string | number)[]): string[] {
    const rows = this.connection.prepare(sql).all(...parameters) as { account: string }[];
    return rows.map(({ account }) => account);
  }

  private together(work: () => void): void {
    this.connection.exec('BEGIN');
    work();
    this.connection.exec('COMMIT');
  }
}

/** Values are negated, so that equal ones stand in the order of their ids here too. */
export async function addToRedis(redis: Redis, key: string, scores: KeptScore[]): Promise<void> {
  const members = scores.flatMap(({ accountId, value }) =>
    value === null ? [] : [-value, accountId],
  );
  for (let from = 0; from < members.length; from += 2000) {
    await redis.send('ZADD', key, ...members.slice(from, from + 2000));
  }
}
