import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';

/** What a client sends: the action's short name and its input. */
export interface Call {
  action: string;
  input: unknown;
}

const maxCharacters = 100_000;
const maxDepth = 12;
// Tab, line feed and carriage return are text; other control characters are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;

const malformed: ApiError = { code: 'invalid', message: '请求格式不正确，请更新小程序后重试。' };
const large: ApiError = { code: 'too-large', message: '提交的内容过大，请减少后重试。' };

/** The call in an event, once its size, depth and characters are within bounds. */
export function callOf(event: unknown): Result<Call> {
  if (!isRecord(event) || typeof event.action !== 'string') return refuse(malformed);
  const measured = measure(event, maxCharacters, 0);
  if (!measured.ok) return measured;
  return { ok: true, value: { action: event.action, input: event.input ?? {} } };
}

/** The name of the timer in the event of one; '' when there is none. */
export function timerOf(event: unknown): string {
  return isRecord(event) && typeof event.TriggerName === 'string' ? event.TriggerName : '';
}

/** Characters left after a value; stops at the first bound that it breaks. */
function measure(value: unknown, left: number, depth: number): Result<number> {
  if (depth > maxDepth) return refuse(malformed);
  if (typeof value === 'string') return measureText(value, left);
  if (typeof value !== 'object' || value === null) return within(left - 8);
  let rest = within(left - 2);
  for (const [key, child] of Object.entries(value)) {
    if (rest.ok) rest = measureText(key, rest.value);
    if (rest.ok) rest = measure(child, rest.value, depth + 1);
    if (!rest.ok) return rest;
  }
  return rest;
}

function measureText(text: string, left: number): Result<number> {
  return controlCharacters.test(text) ? refuse(malformed) : within(left - text.length);
}

function within(left: number): Result<number> {
  return left < 0 ? refuse(large) : { ok: true, value: left };
}

function refuse(error: ApiError): { ok: false; error: ApiError } {
  return { ok: false, error };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
