import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';
import { logFailure } from '../platform/log';
import { isContention } from '../records/failures';

/** Ends an action with an answer to the caller; anything else that is thrown is `internal`. */
export class Refusal extends Error {
  constructor(readonly error: ApiError) {
    super(error.code);
  }
}

/** One wording for what is absent and for what may not be seen, so that neither can be told. */
export const notFound: ApiError = {
  code: 'not-found',
  message: '没有找到，或不在您的管辖范围内。',
};
export const forbidden: ApiError = {
  code: 'forbidden',
  message: '您没有这项操作的权限，请联系主管部门管理员。',
};
/** A scope that the caller named: the same for one that holds nothing and one that holds thousands. */
export const outsideScope: ApiError = {
  code: 'forbidden',
  message: '所选范围不在您的管辖之内，请改选您管辖的地区、级别或部门。',
};
export const unauthenticated: ApiError = {
  code: 'unauthenticated',
  message: '没有识别到您的微信身份，请在微信中重新打开小程序。',
};
export const unavailable: ApiError = { code: 'unavailable', message: '服务繁忙，请稍后重试。' };
export const unknownAction: ApiError = {
  code: 'invalid',
  message: '没有这项操作，请更新小程序后重试。',
};
const internal: ApiError = {
  code: 'internal',
  message: '系统出错了，请稍后重试；多次出现请联系管理员。',
};

/** A result's value; throws its error as a refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.error);
}

/** What was looked up; throws `not-found` when there is none. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new Refusal(notFound);
  return record;
}

/** What the caller is told of a failure; what it is not told is logged. */
export function errorOf(failure: unknown, action: string): ApiError {
  if (failure instanceof Refusal) return plain(failure.error);
  if (isContention(failure)) return unavailable;
  logFailure('action', failure, { action });
  return internal;
}

/** Errors of the domain may carry more than the contract shows. */
function plain({ code, message, fields }: ApiError): ApiError {
  return fields ? { code, message, fields } : { code, message };
}
