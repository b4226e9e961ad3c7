import type { IncomingMessage } from 'node:http';

/** What came of reading a body: the bytes, or the news that there were more than allowed. */
export type Body = { tooLarge: false; bytes: Buffer } | { tooLarge: true };

/**
 * Reads a request's body up to `limit` bytes.
 *
 * A longer one is read to its end all the same and thrown away: a client that is still sending
 * would see a broken connection instead of the answer.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > limit ? { tooLarge: true } : { tooLarge: false, bytes: Buffer.concat(chunks) };
}
