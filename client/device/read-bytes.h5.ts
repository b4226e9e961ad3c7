import type { LocalFile } from './local-file';

/** A picked file's bytes. Rejects when the blob is gone. */
export async function readBytes(file: LocalFile): Promise<ArrayBuffer> {
  const reply = await fetch(file.path);
  return reply.arrayBuffer();
}
