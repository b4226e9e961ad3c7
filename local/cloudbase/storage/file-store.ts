import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, type ReadStream, readdirSync, rmSync } from 'node:fs';
import { copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../service-error';

const unfinished = '.part';

/**
 * The files of one environment. A file is named by the hash of its cloud path, so that no path
 * leads out of the folder, and `a` and `a/b` can stand side by side as they do in the cloud.
 */
export class FileStore {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (name.endsWith(unfinished)) rmSync(join(folder, name));
    }
  }

  /**
   * Writes a file whole: it appears, or replaces the old one, once its last byte is on the disk.
   *
   * @throws ServiceError EXCEED_UPLOAD_MAXFILESIZE beyond `limit` bytes; the rest is read all the
   * same, so that the sender lives to see the answer.
   */
  async write(path: string, content: AsyncIterable<Buffer>, limit: number): Promise<void> {
    const part = this.#partFile();
    try {
      const file = await open(part, 'wx');
      let size = 0;
      try {
        for await (const chunk of content) {
          size += chunk.length;
          if (size <= limit) await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (size > limit) {
        throw new ServiceError('EXCEED_UPLOAD_MAXFILESIZE', `a file is at most ${limit} bytes`);
      }
      await rename(part, this.#fileOf(path));
    } finally {
      await rm(part, { force: true });
    }
  }

  /** A file's size in bytes, or nothing if there is none. */
  async size(path: string): Promise<number | null> {
    try {
      return (await stat(this.#fileOf(path))).size;
    } catch {
      return null;
    }
  }

  /** The bytes of a file that is there. */
  read(path: string): ReadStream {
    return createReadStream(this.#fileOf(path));
  }

  /** Copies a file that is there. */
  async copy(from: string, to: string): Promise<void> {
    const part = this.#partFile();
    try {
      await copyFile(this.#fileOf(from), part);
      await rename(part, this.#fileOf(to));
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Removes a file; tells whether there was one. */
  async remove(path: string): Promise<boolean> {
    const existed = (await this.size(path)) !== null;
    await rm(this.#fileOf(path), { force: true });
    return existed;
  }

  #fileOf(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'));
  }

  #partFile(): string {
    return join(this.folder, `${randomUUID()}${unfinished}`);
  }
}
