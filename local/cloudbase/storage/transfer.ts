import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Environments } from '../environments';
import { readBody } from '../http/body';
import { formPart } from '../http/form-part';
import { limits } from '../limits';
import { ServiceError } from '../service-error';
import { contentTypes } from './content-types.data';
import type { Links } from './links';

/** The bytes of files, to and fro, at the URLs that the storage actions gave out. */
export class Transfer {
  constructor(
    private readonly links: Links,
    private readonly environments: Environments,
  ) {}

  /** Serves PUT, POST, GET and HEAD of `/files/<token>`; what fails is told in XML, as the cloud does. */
  async handle(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    try {
      if (request.method === 'PUT') await this.#put(request, response, token);
      else if (request.method === 'POST') await this.#post(request, response, token);
      else await this.#get(request, response, token);
    } catch (error) {
      if (response.headersSent || response.destroyed) response.destroy();
      else sendXml(response, error, request.url ?? '');
    }
  }

  async #put(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const { envName, path } = this.#uploadLink(request, token);
    await this.environments.get(envName).files.write(path, request, limits.file);
    response.writeHead(200, { 'content-length': 0 }).end();
  }

  /** An upload by a form, as earlier SDKs and browsers make it: the bytes are its part `file`. */
  async #post(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const { envName, path } = this.#uploadLink(request, token);
    const body = await readBody(request, limits.file + limits.form);
    const contentType = request.headers['content-type'] ?? '';
    const file = body.tooLarge ? Buffer.alloc(0) : formPart(body.bytes, contentType, 'file');
    if (body.tooLarge || (file && file.length > limits.file))
      throw new ServiceError('EXCEED_UPLOAD_MAXFILESIZE', `a file is at most ${limits.file} bytes`);
    if (!file) throw new ServiceError('MalformedPOSTRequest', 'the form has no part named file');
    await this.environments.get(envName).files.write(path, Readable.from([file]), limits.file);
    response.writeHead(204).end();
  }

  #uploadLink(request: IncomingMessage, token: string) {
    const link = this.links.open(token, 'put');
    if (link) return link;
    request.resume();
    throw new ServiceError('AccessDenied', 'the link is not valid or has expired');
  }

  async #get(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const link = this.links.open(token, 'get');
    if (link === null) throw new ServiceError('AccessDenied', 'the link is not valid or expired');
    const { files } = this.environments.get(link.envName);
    const size = await files.size(link.path);
    if (size === null) throw new ServiceError('NoSuchKey', 'the file has been removed');
    const extension = extname(link.path).toLowerCase();
    response.writeHead(200, {
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'content-length': size,
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(files.read(link.path), response);
  }
}

function sendXml(response: ServerResponse, error: unknown, resource: string): void {
  const known = error instanceof ServiceError;
  if (!known) console.error(error);
  const fields = {
    Code: known ? error.code : 'InternalError',
    Message: known ? error.message : 'internal error of the local server',
    Resource: resource,
    RequestId: randomUUID(),
    TraceId: randomUUID(),
  };
  const elements = Object.entries(fields).map(
    ([name, value]) => `<${name}>${escaped(value)}</${name}>`,
  );
  response.writeHead(known ? 403 : 500, { 'content-type': 'application/xml' });
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${elements.join('')}</Error>`);
}

function escaped(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
