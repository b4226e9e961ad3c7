import type { Answer, ApiError } from '../typings/answer';
import { decide } from './domain/access/decide';
import type {
  ActionTable,
  AnyAction,
  Context,
  FunctionName,
  Subject,
  TimerTable,
} from './handler/action';
import { callOf, timerOf } from './handler/event';
import { checkedInput } from './handler/input';
import {
  errorOf,
  forbidden,
  notFound,
  outsideScope,
  Refusal,
  unauthenticated,
  unavailable,
  unknownAction,
} from './handler/refusal';
import { now } from './platform/clock';
import { callerOf, isFiredByTimer, keyedHash, type PlatformContext } from './platform/identity';
import { logFailure, logInfo } from './platform/log';
import { type AuditRow, appendAudit } from './records/audit';
import { membershipsOf } from './records/memberships';

/**
 * A cloud function's entry: parse → identity → authorise → run → audit → answer, the same for every
 * action. Never rejects: what goes wrong is an answer.
 */
export function handler<F extends FunctionName>(
  name: F,
  actions: ActionTable<F>,
  timers: TimerTable = {},
) {
  const table = new Map<string, AnyAction>(Object.entries<AnyAction>(actions));
  const timed = new Map(Object.entries(timers));
  return async (event: unknown, context: PlatformContext): Promise<Answer<unknown>> => {
    const timer = isFiredByTimer(context) ? timed.get(timerOf(event)) : undefined;
    if (timer) return tick(`${name}.${timerOf(event)}`, timer);
    const call = callOf(event);
    if (!call.ok) return call;
    const action = table.get(call.value.action);
    if (!action) return { ok: false, error: unknownAction };
    return answer(`${name}.${call.value.action}`, action, call.value.input, context);
  };
}

/** Runs what a timer fired; what goes wrong is logged, and done at the next firing. */
async function tick(name: string, run: TimerTable[string]): Promise<Answer<unknown>> {
  try {
    await run(now());
    logInfo('timer', { name });
    return { ok: true, data: {} };
  } catch (failure) {
    return { ok: false, error: errorOf(failure, name) };
  }
}

async function answer(
  name: string,
  action: AnyAction,
  input: unknown,
  platform: PlatformContext,
): Promise<Answer<unknown>> {
  const moment = now();
  const row: AuditRow = {
    at: moment.instant,
    who: null,
    action: name,
    on: [],
    result: 'ok',
    by: null,
  };
  try {
    const checked = checkedInput(action.input, input);
    row.on = idsIn(checked);
    row.why = action.why?.(checked);
    const openid = callerOf(platform);
    if (openid === null) throw new Refusal(unauthenticated);
    row.who = keyedHash('member', openid);
    const context = await authorise(action, checked, row.who);
    row.by = context.by?.id ?? null;
    const { who } = row;
    const request = (requestKey: string) => ({ who, action: name, requestKey, asked: checked });
    const data = await action.run(checked, { ...context, openid, now: moment, request });
    // A change without its audit row is answered as failed; sent again, it is answered as it stands.
    if (action.changes) await appendAudit(row);
    return { ok: true, data };
  } catch (failure) {
    const error = errorOf(failure, name);
    if (action.changes || refusals.has(error.code)) await appendRefusal(row, error);
    return { ok: false, error };
  }
}

const refusals = new Set<ApiError['code']>([
  'unauthenticated',
  'forbidden',
  'not-found',
  'rate-limited',
]);

/** What the caller may act by; throws a refusal, also when the database does not answer. */
async function authorise(
  action: AnyAction,
  input: unknown,
  who: string,
): Promise<Omit<Context<Subject | null>, 'now' | 'openid' | 'request'>> {
  const [memberships, subject] = await Promise.all([
    membershipsOf(who),
    action.subject?.(input) ?? null,
  ]).catch((failure: unknown) => {
    logFailure('authorise', failure);
    throw new Refusal(unavailable);
  });
  const ask = (place: Subject['place'] | null) => {
    const decision = decide(action.allow, memberships, place);
    if (decision.allowed) return decision.by;
    if (decision.refusal === 'forbidden') throw new Refusal(forbidden);
    throw new Refusal(subject?.named ? outsideScope : notFound);
  };
  const by = ask(subject?.place ?? null);
  return { who, memberships, by, subject, require: ask };
}

/** Ids, periods and schemes of an input: what an audit row names. */
function idsIn(input: unknown): string[] {
  return Object.entries(input ?? {})
    .filter(([key, value]) => /Id$|^(period|scheme)$/.test(key) && typeof value === 'string')
    .map(([, value]) => String(value));
}

async function appendRefusal(row: AuditRow, { code }: ApiError): Promise<void> {
  try {
    await appendAudit({ ...row, result: code });
  } catch (failure) {
    logFailure('audit', failure, { action: row.action, result: code });
  }
}
