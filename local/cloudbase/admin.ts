import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Action, Answer } from './actions';
import type { Environments } from './environments';
import { BinaryAnswer, errorOf, sendBytes, sendJson } from './http/answer';
import { readBody } from './http/body';
import { limits } from './limits';
import { isObject, type Parameters } from './parameters';
import { ServiceError } from './service-error';

/** The endpoint that the server-side SDK speaks to: one POST a call, always answered with 200. */
export class Admin {
  constructor(
    private readonly services: {
      environments: Environments;
      actions: ReadonlyMap<string, Action>;
      defaultEnv: string;
    },
  ) {}

  /** Answers one call. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const answer = await this.#answer(await parametersOf(request));
      if (answer instanceof BinaryAnswer) {
        sendBytes(response, 200, answer.contentType, answer.bytes);
      } else {
        sendJson(response, 200, { requestId, ...answer });
      }
    } catch (error) {
      sendJson(response, 200, { requestId, ...errorOf(error) });
    }
  }

  async #answer(parameters: Parameters): Promise<Answer> {
    const { action, envName } = parameters;
    if (typeof action !== 'string') throw new ServiceError('INVALID_PARAM', 'action is missing');
    const { environments, actions, defaultEnv } = this.services;
    const run = actions.get(action);
    const environment = environments.get(
      typeof envName === 'string' && envName !== '' ? envName : defaultEnv,
    );
    if (run) return run(environment, parameters);
    if (environment.documents.actions.has(action)) {
      return environment.documents.call(action, parameters);
    }
    throw new ServiceError('INVALID_ACTION', `action ${action.slice(0, 80)} is not served here`);
  }
}

async function parametersOf(request: IncomingMessage): Promise<Parameters> {
  const body = await readBody(request, limits.call);
  if (body.tooLarge) {
    throw new ServiceError('EXCEED_MAX_PAYLOAD_SIZE', `the call is over ${limits.call} bytes`);
  }
  const contentType = request.headers['content-type'] ?? '';
  const parameters = contentType.startsWith('multipart/form-data')
    ? await fromForm(body.bytes, contentType)
    : fromJson(body.bytes);
  if (!isObject(parameters)) {
    throw new ServiceError('INVALID_PARAM', 'the body must be a JSON object');
  }
  return parameters;
}

function fromJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ServiceError('INVALID_PARAM', 'the body is not JSON');
  }
}

async function fromForm(bytes: Buffer, contentType: string): Promise<unknown> {
  try {
    const response = new Response(bytes, { headers: { 'content-type': contentType } });
    const entries: [string, string][] = [];
    for (const [name, value] of await response.formData()) {
      entries.push([name, typeof value === 'string' ? value : await value.text()]);
    }
    return Object.fromEntries(entries);
  } catch {
    throw new ServiceError('INVALID_PARAM', 'the body is not a form');
  }
}
