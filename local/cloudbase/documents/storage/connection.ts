import Database from 'libsql';
import { FileLock } from '../../file-lock';

export type Parameter = Buffer | string | number | null;

/** What this module uses of a prepared statement; rows come as arrays of columns. */
interface Statement {
  get(parameters: Parameter[]): unknown[] | undefined;
  all(parameters: Parameter[]): unknown[][];
  iterate(parameters: Parameter[]): IterableIterator<unknown[]>;
  run(parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint };
}

/** One connection to one SQLite file, which no other process may open meanwhile. */
export class Connection {
  private readonly database: InstanceType<typeof Database>;
  private readonly lock: FileLock;
  private readonly statements = new Map<string, Statement[]>();
  private writing = false;

  /**
   * With `durable` false a crash of the machine may lose what was written: for a file that is made anew.
   * @throws Error when another process has the file open
   */
  constructor(file: string, durable: boolean) {
    this.lock = new FileLock(`${file}-lock`, file);
    this.database = new Database(file);
    const synchronous = `synchronous=${durable ? 'FULL' : 'OFF'}`;
    for (const setting of ['journal_mode=WAL', synchronous, 'cache_size=-65536']) {
      this.database.exec(`PRAGMA ${setting}`);
    }
  }

  /** Runs statements that are used once. */
  execute(sql: string): void {
    this.database.exec(sql);
  }

  get(sql: string, ...parameters: Parameter[]): unknown[] | undefined {
    return this.use(sql, (statement) => statement.get(parameters));
  }

  all(sql: string, ...parameters: Parameter[]): unknown[][] {
    return this.use(sql, (statement) => statement.all(parameters));
  }

  /** Answers the row id of an insert. */
  run(sql: string, ...parameters: Parameter[]): number {
    return this.use(sql, (statement) => Number(statement.run(parameters).lastInsertRowid));
  }

  /**
   * Rows one after another, without holding them all. Leaving the loop early gives the statement back
   * by running it to its end with `none`, parameters that match no row: SQLite keeps a read open until then.
   */
  *iterate(sql: string, parameters: Parameter[], none: Parameter[]): Generator<unknown[]> {
    const statement = this.take(sql);
    let finished = false;
    try {
      yield* statement.iterate(parameters);
      finished = true;
    } finally {
      if (!finished) statement.all(none);
      this.give(sql, statement);
    }
  }

  /** Runs writes as one: all of them reach the disk before this returns, or none does. Within others they join them. */
  write<Result>(writes: () => Result): Result {
    if (this.writing) return writes();
    this.database.exec('BEGIN IMMEDIATE');
    this.writing = true;
    try {
      const result = writes();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    } finally {
      this.writing = false;
    }
  }

  /** Like {@link write}, but within others it can fail alone, leaving theirs as they are. */
  attempt<Result>(writes: () => Result): Result {
    if (!this.writing) return this.write(writes);
    this.database.exec('SAVEPOINT attempt');
    try {
      return writes();
    } catch (error) {
      this.database.exec('ROLLBACK TO attempt');
      throw error;
    } finally {
      this.database.exec('RELEASE attempt');
    }
  }

  close(): void {
    this.statements.clear();
    this.database.close();
    this.lock.release();
  }

  private use<Result>(sql: string, action: (statement: Statement) => Result): Result {
    const statement = this.take(sql);
    try {
      return action(statement);
    } finally {
      this.give(sql, statement);
    }
  }

  /** A statement that is being iterated over cannot be run by another: each gets its own. */
  private take(sql: string): Statement {
    const kept = this.statements.get(sql)?.pop();
    if (kept) return kept;
    const statement = this.database.prepare(sql);
    return (statement.reader ? statement.raw() : statement) as unknown as Statement;
  }

  private give(sql: string, statement: Statement): void {
    const kept = this.statements.get(sql);
    if (kept) kept.push(statement);
    else this.statements.set(sql, [statement]);
  }
}
