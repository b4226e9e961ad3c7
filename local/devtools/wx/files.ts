import { posix } from 'node:path';
import { type Options, textOption, WxFailure, type WxHost, type WxModule } from './host';

/** Where a program may write, as `wx.env.USER_DATA_PATH` says. */
export const USER_DATA_PATH = 'wxfile://usr';

type Content = Buffer<ArrayBufferLike>;

/** The program's files: those it writes, and those of its own package to read. */
export class FileStore {
  private readonly files = new Map<string, Content>();

  constructor(private readonly host: WxHost) {}

  write(path: string, content: Content): void {
    if (!path.includes('://')) throw new WxFailure(`permission denied, open "${path}"`);
    this.files.set(path, content);
  }

  read(path: string): Content {
    const content = this.files.get(path);
    if (content) return content;
    const own = posix.join('/', path).slice(1);
    if (!path.includes('://') && this.host.project.has(own)) {
      return Buffer.from(this.host.project.read(own));
    }
    throw new WxFailure(`no such file or directory, open '${path}'`);
  }

  remove(path: string): void {
    this.read(path);
    this.files.delete(path);
  }

  /** Names of the entries right under a folder. */
  list(folder: string): string[] {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const names = [...this.files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split('/')[0] ?? '');
    return [...new Set(names)];
  }
}

/** wx.getFileSystemManager() and the pickers of files, which find nothing unless mocked. */
export function files(host: WxHost, store: FileStore): WxModule {
  const operations: Record<string, (options: Options) => unknown> = {
    readFile: ({ filePath, encoding }) => ({
      data: decode(store.read(String(filePath)), encoding),
    }),
    writeFile: ({ filePath, data, encoding }) =>
      store.write(String(filePath), encode(data, encoding)),
    access: (options) => {
      store.read(textOption(options, 'path'));
    },
    unlink: (options) => store.remove(textOption(options, 'filePath')),
    getFileInfo: (options) => ({ size: store.read(textOption(options, 'filePath')).length }),
    copyFile: (options) =>
      store.write(textOption(options, 'destPath'), store.read(textOption(options, 'srcPath'))),
    readdir: (options) => ({ files: store.list(textOption(options, 'dirPath')) }),
    mkdir: () => undefined,
  };
  const positions: Record<string, string[]> = {
    readFile: ['filePath', 'encoding'],
    writeFile: ['filePath', 'data', 'encoding'],
    access: ['path'],
    unlink: ['filePath'],
    copyFile: ['srcPath', 'destPath'],
    readdir: ['dirPath'],
    mkdir: ['dirPath'],
  };
  const answers: Record<string, string> = { readFile: 'data', readdir: 'files' };

  const sync = (name: string, keys: string[]) => {
    return (...args: unknown[]): unknown => {
      const options = Object.fromEntries(keys.map((key, index) => [key, args[index]]));
      try {
        const result = operations[name]?.(options);
        const answer = answers[name];
        return answer ? host.realm.adopt((result as Options)[answer]) : undefined;
      } catch (reason) {
        throw host.realm.error(`${name}Sync:fail ${(reason as Error).message}`);
      }
    };
  };

  return {
    async: {
      ...Object.fromEntries(
        Object.entries(operations).map(([name, run]) => [`fileSystemManager.${name}`, run]),
      ),
      chooseMessageFile: () => cancelled(),
      chooseMedia: () => cancelled(),
      chooseImage: () => cancelled(),
      openDocument: () => undefined,
      saveImageToPhotosAlbum: () => undefined,
    },
    sync: Object.fromEntries(
      Object.entries(positions).map(([name, keys]) => [
        `fileSystemManager.${name}Sync`,
        sync(name, keys),
      ]),
    ),
    values: { env: { USER_DATA_PATH } },
  };
}

function cancelled(): never {
  throw new WxFailure('cancel');
}

function decode(content: Content, encoding: unknown): unknown {
  if (encoding === undefined || encoding === null) return new Uint8Array(content);
  return content.toString(encoding as BufferEncoding);
}

function encode(data: unknown, encoding: unknown): Content {
  if (typeof data === 'string') return Buffer.from(data, (encoding ?? 'utf8') as BufferEncoding);
  return Buffer.from(data as ArrayBuffer);
}
