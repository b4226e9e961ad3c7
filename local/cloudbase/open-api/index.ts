import type { Environment } from '../environments';
import { BinaryAnswer } from '../http/answer';
import { isObject, type Parameters, text } from '../parameters';
import { ServiceError } from '../service-error';
import { type Messages, sendSubscribeMessage } from './messages';
import { miniProgramCode } from './mini-program-code';
import { phoneNumberOf } from './phone-number';
import { checkText } from './text-check';

type Answer = Parameters | BinaryAnswer;
type Call = (request: Parameters, environment: Environment) => Answer | Promise<Answer>;

/** Stand-ins for the WeChat interfaces that functions call through the SDK. */
export class OpenApi {
  readonly #calls: ReadonlyMap<string, Call>;

  constructor(services: { messages: Messages; clock: () => number }) {
    const { messages, clock } = services;
    this.#calls = new Map<string, Call>([
      [
        'subscribeMessage.send',
        (request, { name }) =>
          sendSubscribeMessage(messages, { envName: name, request, now: clock() }),
      ],
      ['security.msgSecCheck', (request) => checkText(request)],
      ['wxacode.getUnlimited', (request) => miniProgramCode(request)],
      ['phonenumber.getPhoneNumber', (request) => phoneNumberOf(request, clock())],
    ]);
  }

  /** `wx.api`: WeChat's answer as JSON text in the envelope; bytes become base64 in `buffer`. */
  async wrapped(environment: Environment, parameters: Parameters): Promise<Parameters> {
    const answer = await this.#call(environment, parameters);
    const body =
      answer instanceof BinaryAnswer
        ? {
            errcode: 0,
            errmsg: 'ok',
            contentType: answer.contentType,
            buffer: answer.bytes.toString('base64'),
          }
        : answer;
    return { data: { responseData: JSON.stringify(body) } };
  }

  /** `wx.openApi`: WeChat's answer as it is. */
  async plain(environment: Environment, parameters: Parameters): Promise<Answer> {
    return this.#call(environment, parameters);
  }

  /** `wx.wxPayApi` and `wx.wxCallContainerApi`: payments and containers have no stand-in. */
  refuse(parameters: Parameters): never {
    throw notServed(text(parameters, 'apiName'));
  }

  #call(environment: Environment, parameters: Parameters): Answer | Promise<Answer> {
    const apiName = text(parameters, 'apiName');
    const run = this.#calls.get(apiName);
    if (!run) throw notServed(apiName);
    return run(requestOf(parameters.requestData), environment);
  }
}

function notServed(apiName: string): ServiceError {
  return new ServiceError('INVALID_PARAM', `WeChat API ${apiName.slice(0, 80)} is not served here`);
}

function requestOf(requestData: unknown): Parameters {
  if (requestData === undefined || requestData === '') return {};
  try {
    const request: unknown = JSON.parse(String(requestData));
    if (isObject(request)) return request;
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw new ServiceError('INVALID_PARAM', 'requestData must be a JSON object');
}
