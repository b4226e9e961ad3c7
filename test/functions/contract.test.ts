import type { GenericSchema, InferOutput } from 'valibot';
import { grants } from '../../cloudfunctions/domain/access/grants.data';
import type * as accounts from '../../cloudfunctions/functions/accounts';
import type * as contracts from '../../cloudfunctions/functions/contracts';
import type * as datasets from '../../cloudfunctions/functions/datasets';
import type * as feedback from '../../cloudfunctions/functions/feedback';
import type * as inspections from '../../cloudfunctions/functions/inspections';
import type * as leaderboards from '../../cloudfunctions/functions/leaderboards';
import type * as lifecycle from '../../cloudfunctions/functions/lifecycle';
import type * as matrix from '../../cloudfunctions/functions/matrix';
import type * as memberships from '../../cloudfunctions/functions/memberships';
import type * as modes from '../../cloudfunctions/functions/modes';
import type * as monitors from '../../cloudfunctions/functions/monitors';
import type * as privacy from '../../cloudfunctions/functions/privacy';
import type * as reports from '../../cloudfunctions/functions/reports';
import type * as scores from '../../cloudfunctions/functions/scores';
import type * as submissions from '../../cloudfunctions/functions/submissions';
import type { ActionInput, ActionName, ActionOutput } from '../../typings/api';

/** Equal, not merely assignable one way or the other. */
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** One spelling for types that are equal member by member. */
type Plain<T> = T extends (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;

interface Functions {
  accounts: typeof accounts.actions;
  contracts: typeof contracts.actions;
  feedback: typeof feedback.actions;
  lifecycle: typeof lifecycle.actions;
  matrix: typeof matrix.actions;
  datasets: typeof datasets.actions;
  leaderboards: typeof leaderboards.actions;
  inspections: typeof inspections.actions;
  memberships: typeof memberships.actions;
  monitors: typeof monitors.actions;
  modes: typeof modes.actions;
  privacy: typeof privacy.actions;
  reports: typeof reports.actions;
  scores: typeof scores.actions;
  submissions: typeof submissions.actions;
}

interface Runnable {
  input: GenericSchema;
  run(...given: never[]): unknown;
}

type Validated<A extends Runnable> = InferOutput<A['input']>;
type Answered<A extends Runnable> = Awaited<ReturnType<A['run']>>;

/** Each action whose schema does not yield the contract's input, exactly. */
type WrongInputs = {
  [F in keyof Functions]: {
    [Name in keyof Functions[F] & string]: Functions[F][Name] extends Runnable
      ? Equal<
          Plain<Validated<Functions[F][Name]>>,
          Plain<ActionInput<`${F}.${Name}` & ActionName>>
        > extends true
        ? never
        : `${F}.${Name}`
      : `${F}.${Name}`;
  }[keyof Functions[F] & string];
}[keyof Functions];

/** Each action that answers something else than the contract says. */
type WrongAnswers = {
  [F in keyof Functions]: {
    [Name in keyof Functions[F] & string]: Functions[F][Name] extends Runnable
      ? Answered<Functions[F][Name]> extends ActionOutput<`${F}.${Name}` & ActionName>
        ? never
        : `${F}.${Name}`
      : `${F}.${Name}`;
  }[keyof Functions[F] & string];
}[keyof Functions];

test('every schema yields the input of the contract, and every action its answer', () => {
  // Checked by tsc: anything but never here is the name of an action that differs.
  const inputsAreEqual: Equal<WrongInputs, never> = true;
  const answersFit: Equal<WrongAnswers, never> = true;
  expect([inputsAreEqual, answersFit]).toEqual([true, true]);
});

test('an equal input is told from a wider one', () => {
  const isWider: Equal<{ a?: string }, { a: string }> = false;
  const isEqual: Equal<{ a: string }, { a: string }> = true;
  expect([isWider, isEqual]).toEqual([false, true]);
});

test('every action has its own row of rights', async () => {
  process.env.CLOUDBASE_SERVICE_URL = 'http://127.0.0.1:1/nowhere';
  const tables = {
    accounts: (await import('../../cloudfunctions/functions/accounts')).actions,
    contracts: (await import('../../cloudfunctions/functions/contracts')).actions,
    feedback: (await import('../../cloudfunctions/functions/feedback')).actions,
    lifecycle: (await import('../../cloudfunctions/functions/lifecycle')).actions,
    matrix: (await import('../../cloudfunctions/functions/matrix')).actions,
    monitors: (await import('../../cloudfunctions/functions/monitors')).actions,
    datasets: (await import('../../cloudfunctions/functions/datasets')).actions,
    leaderboards: (await import('../../cloudfunctions/functions/leaderboards')).actions,
    inspections: (await import('../../cloudfunctions/functions/inspections')).actions,
    memberships: (await import('../../cloudfunctions/functions/memberships')).actions,
    modes: (await import('../../cloudfunctions/functions/modes')).actions,
    privacy: (await import('../../cloudfunctions/functions/privacy')).actions,
    reports: (await import('../../cloudfunctions/functions/reports')).actions,
    scores: (await import('../../cloudfunctions/functions/scores')).actions,
    submissions: (await import('../../cloudfunctions/functions/submissions')).actions,
  };
  const rows = new Map<string, unknown>(Object.entries(grants));
  for (const [name, actions] of Object.entries(tables)) {
    for (const [short, { allow }] of Object.entries(actions)) {
      expect([`${name}.${short}`, allow]).toEqual([
        `${name}.${short}`,
        rows.get(`${name}.${short}`),
      ]);
    }
  }
});
