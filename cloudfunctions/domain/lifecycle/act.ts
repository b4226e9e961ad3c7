import type { ApiError } from '../../../typings/answer';
import type {
  Application,
  ProcedureAct,
  ProcedureEvent,
  ProcedureStep,
} from '../../../typings/lifecycle';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { type Progress, progressOf, type Reckoning } from './progress';
import { stepLabels } from './steps.data';

interface Standing {
  application: Application;
  events: readonly Pick<ProcedureEvent, 'act' | 'on'>[];
}

/** The step that an act belongs to. */
const actsOn: Record<ProcedureAct['act'], ProcedureStep | null> = {
  approve: 'decide',
  return: 'decide',
  refuse: 'decide',
  revise: 'apply',
  withdraw: null,
  notice: 'notice',
  'carry-out': 'carry-out',
  file: 'file',
};

/**
 * Whether an act may follow on a procedure's record, and the day and note that its entry carries.
 * Errors: `conflict` when another step is due first or the procedure is over; `invalid` for a day in
 * the future, before the step it follows, or within the notice period.
 */
export function acted(
  { application, events }: Standing,
  act: ProcedureAct,
  reckoning: Reckoning,
): Result<{ on: Day; note: string | null }> {
  const progress = progressOf(application, events, reckoning);
  const turn = isItsTurn(progress, events, act);
  if (!turn.ok) return turn;
  const on = 'on' in act ? act.on : reckoning.today;
  const day = checkedDay(progress, act, on, reckoning.today);
  return day.ok ? { ok: true, value: { on, note: noteOf(act) } } : day;
}

function isItsTurn(
  { state, next }: Progress,
  events: readonly Pick<ProcedureEvent, 'act'>[],
  { act }: ProcedureAct,
): Result<null> {
  if (state !== 'open' && state !== 'returned') return refused('该事项已经办结，不能再办理。');
  if (act === 'withdraw') {
    const isCarriedOut = events.some((one) => one.act === 'carry-out');
    return isCarriedOut ? refused('已在平台办理，不能撤回，请完成备案登记。') : fine;
  }
  if (act === 'revise') {
    const isUndecided = state === 'returned' || next === 'decide';
    return isUndecided ? fine : refused('已经审批，不能再修改申请。');
  }
  if (next === actsOn[act]) return fine;
  return refused(`现在应当先办“${next ? stepLabels[next] : ''}”，请刷新后查看。`);
}

function checkedDay({ steps }: Progress, { act }: ProcedureAct, on: Day, today: Day): Result<null> {
  if (on > today) return wrongDay('不能晚于今天。');
  const at = steps.findIndex(({ step }) => step === actsOn[act]);
  if (act === 'notice' || act === 'carry-out' || act === 'file') {
    const before = steps
      .slice(0, at)
      .flatMap(({ doneOn }) => doneOn ?? [])
      .at(-1);
    // A notice may go out on the day of the approval, never before it.
    if (before && on < before) return wrongDay(`不能早于上一步（${dayName(before)}）。`);
  }
  const notBefore = steps[at]?.notBefore;
  if (act === 'carry-out' && notBefore && on < notBefore) {
    return wrongDay(`公告期未满，${dayName(notBefore)}起才能办理。`);
  }
  return fine;
}

function noteOf(act: ProcedureAct): string | null {
  switch (act.act) {
    case 'approve':
    case 'return':
    case 'refuse':
    case 'withdraw':
      return act.note;
    case 'notice':
      return act.link;
    case 'file':
      return act.number;
    case 'revise':
      return act.application.reason;
    case 'carry-out':
      return null;
  }
}

const fine: Result<null> = { ok: true, value: null };

function refused(message: string): Result<never> {
  return { ok: false, error: { code: 'conflict', message } };
}

function wrongDay(message: string): Result<never> {
  const error: ApiError = { code: 'invalid', message: '日期不正确。', fields: { on: message } };
  return { ok: false, error };
}
