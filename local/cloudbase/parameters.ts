import { ServiceError } from './service-error';

/** What a call carries beside its action. */
export type Parameters = Record<string, unknown>;

/** A parameter that must be text. @throws ServiceError INVALID_PARAM */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string')
    throw new ServiceError('INVALID_PARAM', `${name} must be a string`);
  return value;
}

/** Whether a value is an object of named fields, and neither null nor a list. */
export function isObject(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
