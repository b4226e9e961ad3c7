import type { BaseIssue, BaseSchema } from 'valibot';
import type { ActionInput, ActionName, ActionOutput } from '../../typings/api';
import type { Grant } from '../domain/access/grants.data';
import type { Place } from '../domain/access/scopes';
import type { Moment } from '../platform/clock';
import type { StoredMembership } from '../records/memberships';
import type { Answered } from '../records/requests';

export type InputSchema<Input> = BaseSchema<unknown, Input, BaseIssue<unknown>>;

/** What an action is about, and where that lies. */
export interface Subject {
  place: Place;
  /** The caller named the place itself, by codes that are public: refusing it tells of nothing kept. */
  named?: true;
}

/** What an action knows beside its input. */
export interface Context<S> {
  /** keyed hash of the caller's openid */
  who: string;
  /** for calls to the platform alone: nothing keeps it as it is */
  openid: string;
  memberships: StoredMembership[];
  /** the membership that allowed; null where everyone may */
  by: StoredMembership | null;
  subject: S;
  now: Moment;
  /** This very request under its key, for `answeredOnce`: one effect, however often it is sent. */
  request(requestKey: string): Answered;
  /** Asks the same grant of another place; throws the same refusal. */
  require(place: Place | null): void;
}

/**
 * One action. `subject` loads what it is about before anything is allowed; `changes` marks an
 * action that writes, and so leaves an audit row when it succeeds.
 */
export interface Action<Input, Output, S extends Subject | null = Subject | null> {
  input: InputSchema<Input>;
  allow: Grant;
  changes?: true;
  /** what whoever acts says of the reason: the audit row keeps it */
  why?(input: NoInfer<Input>): string | undefined;
  subject?(input: NoInfer<Input>): Promise<S | null>;
  run(input: NoInfer<Input>, context: Context<S>): Output | Promise<Output>;
}

/** An action whose types the handler has no need of: `run` is given what `input` yields. */
export type AnyAction = Action<unknown, unknown>;

/** Writes an action down with its input, output and subject inferred. */
export function action<Input, Output, S extends Subject | null>(
  written: Action<Input, Output, S>,
): Action<Input, Output, S> {
  return written;
}

export type FunctionName = ActionName extends infer A
  ? A extends `${infer F}.${string}`
    ? F
    : never
  : never;

/** The actions of one function as the contract lists them: none missing, none beside. */
export type ActionTable<F extends FunctionName> = {
  [A in ActionName as A extends `${F}.${infer Short}` ? Short : never]: Action<
    ActionInput<A>,
    ActionOutput<A>
  >;
};

/**
 * What a function does when one of its timers fires, by the timer's name in cloudbaserc.json. It may
 * be fired twice or late, so its work is the same when done again.
 */
export type TimerTable = Record<string, (now: Moment) => Promise<void>>;
