import type {
  Application,
  LifecycleRules,
  ProcedureEvent,
  ProcedureState,
  ProcedureStep,
  StepProgress,
} from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';
import { type IsWorkday, lastDay } from './deadlines';
import { stepLabels, steps } from './steps.data';

/** What a procedure's deadlines are reckoned by. */
export interface Reckoning {
  rules: LifecycleRules;
  isWorkday: IsWorkday;
  today: Day;
}

export interface Progress {
  state: ProcedureState;
  steps: StepProgress[];
  /** null when it is over */
  next: ProcedureStep | null;
  dueOn: Day | null;
  overdue: boolean;
}

type Acted = Pick<ProcedureEvent, 'act' | 'on'>;

const stepOf: Partial<Record<ProcedureEvent['act'], ProcedureStep>> = {
  apply: 'apply',
  revise: 'apply',
  approve: 'decide',
  notice: 'notice',
  'carry-out': 'carry-out',
  file: 'file',
};

/** Where a procedure stands, from its record alone: the same record always gives the same answer. */
export function progressOf(
  application: Application,
  events: readonly Acted[],
  reckoning: Reckoning,
): Progress {
  const done = new Map<ProcedureStep, Day>();
  for (const { act, on } of events) {
    const step = stepOf[act];
    if (step) done.set(step, on);
  }
  const state = stateOf(application, events);
  const isUnderWay = state === 'open' || state === 'returned';
  const due = dueDays(application, done, reckoning);
  const rows = steps[application.kind].map((step): StepProgress => {
    const doneOn = done.get(step) ?? null;
    const dueOn = due[step] ?? null;
    return {
      step,
      label: stepLabels[step],
      doneOn,
      dueOn,
      notBefore: step === 'carry-out' ? noticeOver(done, reckoning) : null,
      overdue: isUnderWay && doneOn === null && dueOn !== null && dueOn < reckoning.today,
      limit: reckoning.rules.limits[step] ?? null,
    };
  });
  const next = isUnderWay ? (rows.find(({ doneOn }) => doneOn === null) ?? null) : null;
  return {
    state,
    steps: rows,
    next: state === 'returned' ? 'apply' : (next?.step ?? null),
    dueOn: next?.dueOn ?? null,
    overdue: next?.overdue ?? false,
  };
}

function stateOf({ kind }: Application, events: readonly Acted[]): ProcedureState {
  const last = events.at(-1)?.act;
  if (last === 'return') return 'returned';
  if (last === 'refuse') return 'refused';
  if (last === 'withdraw') return 'withdrawn';
  return last === steps[kind].at(-1) ? 'done' : 'open';
}

function dueDays(
  { kind, plannedOn }: Application,
  done: Map<ProcedureStep, Day>,
  reckoning: Reckoning,
): Partial<Record<ProcedureStep, Day>> {
  const { rules, isWorkday } = reckoning;
  const due: Partial<Record<ProcedureStep, Day>> = {};
  for (const step of steps[kind]) {
    const limit = rules.limits[step];
    // Filing has no act on the platform: its days count from the opening.
    const isKnown = limit && (limit.from === 'planned' || !steps[kind].includes(limit.from));
    const from = isKnown ? plannedOn : limit && limit.from !== 'planned' && done.get(limit.from);
    if (limit && from) due[step] = lastDay(from, limit, isWorkday);
  }
  if (steps[kind].includes('carry-out')) due['carry-out'] = carryOutBy(plannedOn, done, reckoning);
  return due;
}

/** The day that the agency itself named, or the end of the notice where that is later. */
function carryOutBy(plannedOn: Day, done: Map<ProcedureStep, Day>, reckoning: Reckoning): Day {
  const over = noticeOver(done, reckoning);
  return over !== null && over > plannedOn ? over : plannedOn;
}

function noticeOver(done: Map<ProcedureStep, Day>, { rules, isWorkday }: Reckoning): Day | null {
  const noticed = done.get('notice');
  return noticed ? lastDay(noticed, rules.noticeDays, isWorkday) : null;
}
