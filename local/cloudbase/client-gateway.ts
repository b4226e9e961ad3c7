import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environments } from './environments';
import type { Functions } from './functions';
import type { Caller } from './functions/identity';
import { errorOf, sendJson } from './http/answer';
import { readBody } from './http/body';
import { limits } from './limits';
import { isObject } from './parameters';
import { ServiceError } from './service-error';
import { checkedPath, fileIdOf } from './storage/file-id';

/** The AppID that stands in the place of the mini program's own. */
const appid = 'wx0000000000000000';
const openidPattern = /^[\w-]{1,64}$/;
const functionsPath = '/client/functions/';

/**
 * Stands for `wx.cloud` in a preview: calls functions and uploads files in the name of whoever the
 * `x-openid` header says. Documents are out of its reach.
 */
export class ClientGateway {
  constructor(
    private readonly services: {
      functions: Functions;
      environments: Environments;
      defaultEnv: string;
    },
  ) {}

  /** Answers `{ result }`, `{ fileID }` or `{ error: { code, message } }`. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      sendJson(response, 200, await this.#answer(request, url));
    } catch (error) {
      sendJson(response, 200, { error: errorOf(error) });
    }
  }

  async #answer(request: IncomingMessage, { pathname, searchParams }: URL): Promise<unknown> {
    if (pathname.startsWith(functionsPath)) {
      return this.#call(request, pathname.slice(functionsPath.length));
    }
    if (pathname === '/client/files') return this.#upload(request, searchParams.get('path'));
    throw new ServiceError('INVALID_ACTION', `${pathname.slice(0, 80)} is not served here`);
  }

  async #call(request: IncomingMessage, name: string): Promise<{ result: unknown }> {
    const caller = callerOf(request);
    const body = await readBody(request, limits.event);
    if (body.tooLarge) {
      throw new ServiceError('EXCEED_MAX_PAYLOAD_SIZE', `event data is over ${limits.event} bytes`);
    }
    const result = await this.services.functions.invoke({
      envName: this.services.defaultEnv,
      name,
      event: JSON.stringify(eventFor(caller, body.bytes)),
      caller,
    });
    return { result: JSON.parse(result) };
  }

  async #upload(request: IncomingMessage, cloudPath: string | null): Promise<{ fileID: string }> {
    const path = checkedPath(cloudPath);
    const { name, files } = this.services.environments.get(this.services.defaultEnv);
    await files.write(path, request, limits.file);
    return { fileID: fileIdOf(name, path) };
  }
}

function callerOf({ headers }: IncomingMessage): Caller {
  const openid = headers['x-openid'];
  if (openid === undefined) return { identity: null, source: 'wx_client' };
  if (typeof openid !== 'string' || !openidPattern.test(openid)) {
    throw new ServiceError('INVALID_PARAM', 'x-openid is no openid');
  }
  return { identity: { openid, appid }, source: 'wx_client' };
}

/** As in the cloud, `userInfo` is the platform's to fill in: what a client wrote there is dropped. */
function eventFor({ identity }: Caller, bytes: Buffer): unknown {
  const event = parsed(bytes);
  if (!isObject(event)) return event;
  const { userInfo: _, ...rest } = event;
  if (identity === null) return rest;
  return { ...rest, userInfo: { appId: identity.appid, openId: identity.openid } };
}

function parsed(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ServiceError('INVALID_PARAM', 'event data is not JSON');
  }
}
