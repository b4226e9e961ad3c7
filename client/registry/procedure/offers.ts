import type { ProcedureDetail } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';

/** Whether anything is still to be done: what is over has no days to keep. */
export function isUnderWay({ state }: Pick<ProcedureDetail, 'state'>): boolean {
  return state === 'open' || state === 'returned';
}

/** Whether its agency may still give a procedure up: before anything was done on the platform. */
export function canWithdraw({ state, events }: Pick<ProcedureDetail, 'state' | 'events'>): boolean {
  return isUnderWay({ state }) && events.every(({ act }) => act !== 'carry-out');
}

/** The first day on which the next step can have been done: of the step before it, or its own bound. */
export function firstDay({
  steps,
  next,
}: Pick<ProcedureDetail, 'steps' | 'next'>): Day | undefined {
  const before = steps.flatMap(({ doneOn }) => doneOn ?? []).at(-1);
  const bound = steps.find(({ step }) => step === next)?.notBefore ?? undefined;
  return bound && (!before || bound > before) ? bound : before;
}
