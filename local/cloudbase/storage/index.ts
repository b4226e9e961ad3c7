import { createHash } from 'node:crypto';
import type { Environment } from '../environments';
import { isObject, type Parameters, text } from '../parameters';
import { ServiceError } from '../service-error';
import { checkedPath, fileIdOf, pathOf } from './file-id';
import type { Links } from './links';

const uploadMinutes = 15;
const defaultMaxAge = 2 * 60 * 60;
const mostFiles = 50;

type Item = Record<string, unknown>;

/** The storage actions of the admin endpoint. */
export class Storage {
  constructor(
    private readonly links: Links,
    private readonly options: { url: string; clock: () => number },
  ) {}

  /** Where and how to PUT a file's bytes. */
  uploadMetadata({ name }: Environment, parameters: Parameters) {
    const path = checkedPath(parameters.path);
    const expires = this.options.clock() + uploadMinutes * 60_000;
    const fileId = fileIdOf(name, path);
    const url = this.#url(this.links.sign({ use: 'put', envName: name, path, expires }));
    // The SDK sends this one in a header, where a path in Chinese could not stand.
    const cosFileId = createHash('sha256').update(fileId).digest('hex');
    return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId } };
  }

  /** A link to each file that is there, good for `max_age` seconds. */
  async downloadUrls(environment: Environment, parameters: Parameters) {
    const items = listOf(parameters, 'file_list');
    const list = items.map((item) => this.#downloadUrl(environment, item));
    return { data: { download_list: await Promise.all(list) } };
  }

  /** Deletes files, and answers for each by itself. */
  async deleteFiles({ name, files }: Environment, parameters: Parameters) {
    const list = listOf(parameters, 'fileid_list').map(async (fileID) => {
      const path = pathOf(name, fileID);
      const removed = path !== null && (await files.remove(path));
      return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
    });
    return { data: { delete_list: await Promise.all(list) } };
  }

  /** Copies or moves files one after another, and answers for each by itself. */
  async copyFiles(environment: Environment, parameters: Parameters) {
    const list: Item[] = [];
    for (const item of listOf(parameters, 'file_list')) {
      list.push(await copyOne(environment, objectOf(item)));
    }
    return { data: { copy_list: list } };
  }

  async #downloadUrl({ name, files }: Environment, item: unknown): Promise<Item> {
    const { fileid: fileID, max_age: maxAge = defaultMaxAge } = objectOf(item);
    if (typeof maxAge !== 'number' || !(maxAge > 0)) {
      throw new ServiceError('INVALID_PARAM', 'maxAge must be a number of seconds above 0');
    }
    const path = pathOf(name, fileID);
    if (path === null || (await files.size(path)) === null) {
      return { fileID, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' };
    }
    const expires = this.options.clock() + maxAge * 1000;
    const tempFileURL = this.#url(this.links.sign({ use: 'get', envName: name, path, expires }));
    return { fileID, tempFileURL, code: 'SUCCESS' };
  }

  #url(token: string): string {
    return `${this.options.url}/files/${token}`;
  }
}

async function copyOne({ name, files }: Environment, item: Item): Promise<Item> {
  const from = checkedPath(pathOf(name, item.src_path) ?? text(item, 'src_path'));
  const to = checkedPath(text(item, 'dst_path'));
  if ((await files.size(from)) === null) {
    return { code: 'STORAGE_FILE_NONEXIST', message: `${from} does not exist` };
  }
  if (item.overwrite === false && (await files.size(to)) !== null) {
    return { code: 'STORAGE_FILE_PATH_CONFLICT', message: `${to} exists` };
  }
  await files.copy(from, to);
  if (item.remove_original === true) await files.remove(from);
  return { fileId: fileIdOf(name, to), code: 'SUCCESS' };
}

function listOf(parameters: Parameters, name: string): unknown[] {
  const list = parameters[name];
  if (!Array.isArray(list) || list.length > mostFiles) {
    throw new ServiceError('INVALID_PARAM', `${name} must be a list of at most ${mostFiles}`);
  }
  return list;
}

function objectOf(value: unknown): Item {
  if (!isObject(value)) throw new ServiceError('INVALID_PARAM', 'a list of objects is expected');
  return value;
}
