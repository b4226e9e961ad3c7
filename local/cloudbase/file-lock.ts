import Database from 'libsql';

/**
 * Holds a file of its own beside what it guards, until it is released or its process ends. SQLite's
 * lock of the guarded database would do, had libsql a way to finalise statements: they keep it
 * locked after a close.
 */
export class FileLock {
  private readonly database: InstanceType<typeof Database>;

  /** @throws Error, naming what is `guarded`, when another process holds it */
  constructor(file: string, guarded: string) {
    this.database = new Database(file);
    try {
      this.database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.database.close();
      throw new Error(`${guarded} is open in another process: ${messageOf(error)}`);
    }
  }

  release(): void {
    this.database.exec('ROLLBACK');
    this.database.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
