import type { ServerResponse } from 'node:http';
import { ServiceError } from '../service-error';

/** The SDK tells JSON from image bytes by exactly this type. */
const jsonType = 'application/json; charset=utf-8';

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendBytes(response, status, jsonType, Buffer.from(JSON.stringify(value)));
}

/** Answers with bytes of a stated type. */
export function sendBytes(
  response: ServerResponse,
  status: number,
  contentType: string,
  bytes: Buffer,
): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length });
  response.end(bytes);
}

/** Bytes that are the whole answer, outside the JSON envelope. */
export class BinaryAnswer {
  constructor(
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {}
}

/**
 * The code and message of an error, as the service words them; what nobody foresaw is written to
 * the server's own console and answered without its details.
 */
export function errorOf(error: unknown): { code: string; message: string } {
  if (error instanceof ServiceError) return { code: error.code, message: error.message };
  console.error(error);
  return { code: 'SYS_ERR', message: 'internal error of the local server' };
}
