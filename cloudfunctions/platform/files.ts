import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';
import { app } from './cloudbase';

const maxBytes = 20 * 1024 * 1024;
/** How long a link opens a file. */
export const linkSeconds = 300;
/** What the storage removes in one call. */
const mostRemoved = 50;

const missing: ApiError = {
  code: 'invalid',
  message: '没有找到上传的文件，请重新选择文件。',
};
const large: ApiError = {
  code: 'too-large',
  message: '文件超过 20 MB，不像后台导出的表格。请重新导出后再上传。',
};

/** A stored file's bytes, never more than 20 MB of them. */
export async function readStoredFile(fileId: string): Promise<Result<Uint8Array>> {
  const url = await downloadLink(fileId);
  if (url === null) return { ok: false, error: missing };
  const response = await fetch(url);
  if (!response.ok || response.body === null) return { ok: false, error: missing };

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > maxBytes) return { ok: false, error: large };
    chunks.push(chunk);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

/** A link that anyone holding it may open for five minutes; null when there is no such file. */
export async function downloadLink(fileId: string): Promise<string | null> {
  const { fileList } = await app.getTempFileURL({
    fileList: [{ fileID: fileId, maxAge: linkSeconds }],
  });
  return fileList[0]?.tempFileURL || null;
}

/** Stores bytes under a path of the function's choosing and answers with a link to them. */
export async function publishFile(path: string, bytes: Uint8Array): Promise<string | null> {
  const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) });
  return downloadLink(fileID);
}

/**
 * Stores a file that comes in pieces, by way of the function's disk (512 MB in the cloud), so that it
 * is never whole in memory; answers with a link to it.
 */
export async function publishStream(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'zhengwei-'));
  try {
    const file = join(folder, 'file');
    await pipeline(pieces, createWriteStream(file));
    const { fileID } = await app.uploadFile({
      cloudPath: path,
      fileContent: createReadStream(file),
    });
    return downloadLink(fileID);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Stores bytes under a path, replacing what was there; answers with the file's id. */
export async function storeFile(path: string, bytes: Uint8Array): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) });
  return fileID;
}

/** Removes stored files; those that are gone already are no failure. */
export async function removeFiles(fileIds: string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += mostRemoved) {
    await app.deleteFile({ fileList: fileIds.slice(from, from + mostRemoved) });
  }
}
