import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 5 * 1024 * 1024;

/** What a function writes to its console, kept in a file; a full one makes room as `.1`. */
export class FunctionLog {
  #size: number;

  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Appends text; a log that cannot be written costs no invocation. */
  write(text: Buffer | string): void {
    try {
      if (this.#size > largest) {
        renameSync(this.file, `${this.file}.1`);
        this.#size = 0;
      }
      appendFileSync(this.file, text);
      this.#size += text.length;
    } catch (error) {
      console.error(
        `写不进函数日志 ${this.file}：${error instanceof Error ? error.message : error}`,
      );
    }
  }
}
