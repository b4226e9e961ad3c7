import type { ApiError } from '../../typings/answer';
import type {
  Application,
  ProcedureAct,
  ProcedureEvent,
  ProcedureState,
  ProcedureStep,
} from '../../typings/lifecycle';
import type { Result } from '../../typings/result';
import type { Day, Instant } from '../../typings/vocabulary';
import { reachKeys } from '../domain/access/reach-keys';
import { acted, type Progress, progressOf, type Reckoning } from '../domain/lifecycle';
import { randomId } from '../platform/random';
import type { StoredAccount } from './accounts';
import { collection, type Document, type Unit } from './collection';
import { overtaken, takeEffect } from './procedure-effects';
import type { Reached } from './reach';
import { type Answered, answeredOnce } from './requests';

export interface StoredProcedure extends Reached {
  accountId: string;
  application: Application;
  events: ProcedureEvent[];
  state: ProcedureState;
  next: ProcedureStep | null;
  over: boolean;
  /** last day of the next step, or the day that it ended on; then the id */
  dueKey: string;
  appliedOn: Day;
  /** of the account that a merger goes into */
  targetId: string | null;
  sample: boolean;
}

export interface OpenProcedure extends Document {
  procedureId: string;
}

/** An act as it is to be recorded. */
export interface Acting {
  act: ProcedureAct;
  sequence: number;
  by: ProcedureEvent['by'];
  who: string;
  at: Instant;
}

const procedures = collection<StoredProcedure>('procedures');
const mostPerAccount = 50;
const mostEntries = 60;
const noDay = '9999-12-31';

const another: ApiError = {
  code: 'conflict',
  message: '该账号有正在办理的事项，请先办结或撤回。',
};
const tooLong: ApiError = {
  code: 'conflict',
  message: '该事项往返次数过多，请撤回后重新申请。',
};

export function findProcedure(id: string): Promise<StoredProcedure | null> {
  return procedures.find(id);
}

/** Of an account, newest first. */
export function proceduresOf(accountId: string): Promise<StoredProcedure[]> {
  return procedures.list({ accountId }, { limit: mostPerAccount, order: ['appliedOn', 'desc'] });
}

export async function hasOpenProcedure(accountId: string): Promise<boolean> {
  return (await collection<OpenProcedure>('open-procedures').find(accountId)) !== null;
}

/** Opens a procedure, once for a request; `conflict` while another of the account is under way. */
export function openProcedure(
  account: StoredAccount,
  { application, targetId }: Pick<StoredProcedure, 'application' | 'targetId'>,
  { who, at }: { who: string; at: Instant },
  reckoning: Reckoning,
  request: Answered,
): Promise<Result<string>> {
  const id = randomId();
  const event: ProcedureEvent = {
    sequence: 1,
    act: 'apply',
    on: reckoning.today,
    note: application.reason,
    at,
    by: 'staff',
  };
  return answeredOnce(request, async (unit) => {
    if (await unit.find('open-procedures', account.id)) return { ok: false, error: another };
    await unit.add<OpenProcedure>('open-procedures', { _id: account.id, procedureId: id });
    await append(unit, id, event, who);
    await unit.add(
      'procedures',
      documentOf(
        {
          _id: id,
          accountId: account.id,
          within: reachKeys(account.agency),
          application,
          events: [event],
          appliedOn: reckoning.today,
          targetId,
          sample: account.sample,
        },
        reckoning,
      ),
    );
    return { ok: true, value: id };
  });
}

/**
 * Records an act with what follows from it in the registry, once for a request. Errors: `conflict`
 * when somebody acted meanwhile, another step is due first, or the target of a merger is closed.
 */
export function recordAct(
  id: string,
  { act, sequence, by, who, at }: Acting,
  reckoning: Reckoning,
  request: Answered,
): Promise<Result<string>> {
  return answeredOnce(request, async (unit) => {
    const standing = await unit.find<StoredProcedure>('procedures', id);
    if (standing?.events.length !== sequence) return { ok: false, error: overtaken };
    if (sequence >= mostEntries) return { ok: false, error: tooLong };
    const result = acted(standing, act, reckoning);
    if (!result.ok) return result;
    const event: ProcedureEvent = { sequence: sequence + 1, act: act.act, at, by, ...result.value };
    const application = act.act === 'revise' ? act.application : standing.application;
    const done = await takeEffect(unit, { ...standing, application }, event, who);
    if (!done.ok) return done;
    const after = documentOf(
      { ...standing, application, events: [...standing.events, event] },
      reckoning,
    );
    await append(unit, id, event, who);
    await unit.put('procedures', after);
    if (after.over) await unit.remove('open-procedures', standing.accountId);
    return { ok: true, value: id };
  });
}

type Undated = Omit<StoredProcedure, 'state' | 'next' | 'over' | 'dueKey'>;

function documentOf(procedure: Undated, reckoning: Reckoning): StoredProcedure {
  const { state, next, dueOn }: Progress = progressOf(
    procedure.application,
    procedure.events,
    reckoning,
  );
  const over = state !== 'open' && state !== 'returned';
  const day = over ? procedure.events.at(-1)?.on : dueOn;
  return { ...procedure, state, next, over, dueKey: `${day ?? noDay}-${procedure._id}` };
}

async function append(unit: Unit, procedureId: string, event: ProcedureEvent, who: string) {
  await unit.add('procedure-events', {
    _id: `${procedureId}:${event.sequence}`,
    procedureId,
    ...event,
    who,
  });
}

/** Procedures with their records as given, for scripts alone. */
export async function addProcedures(
  list: {
    account: StoredAccount;
    application: Application;
    events: ProcedureEvent[];
    reckoning: Reckoning;
  }[],
): Promise<void> {
  const documents = list.map(({ account, application, events, reckoning }) =>
    documentOf(
      {
        _id: `sample-${account.id}`,
        accountId: account.id,
        within: reachKeys(account.agency),
        application,
        events,
        appliedOn: events[0]?.on ?? reckoning.today,
        targetId: null,
        sample: account.sample,
      },
      reckoning,
    ),
  );
  await procedures.add(documents);
  await collection('procedure-events').add(
    documents.flatMap(({ _id, events }) =>
      events.map((event) => ({
        _id: `${_id}:${event.sequence}`,
        procedureId: _id,
        ...event,
        who: 'script',
      })),
    ),
  );
  await collection<OpenProcedure>('open-procedures').add(
    documents
      .filter(({ over }) => !over)
      .map((one) => ({ _id: one.accountId, procedureId: one._id })),
  );
}
