import type { Application, ProcedureEvent, StepLimit } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';
import { progressOf, type Reckoning } from './progress';

export interface LateFiling {
  kind: Application['kind'];
  dueOn: Day;
  /** null while it is not done */
  doneOn: Day | null;
  limit: StepLimit;
}

/** A procedure whose filing came, or is still to come, after its last day; null when it did not. */
export function lateFiling(
  application: Application,
  events: readonly Pick<ProcedureEvent, 'act' | 'on'>[],
  reckoning: Reckoning,
): LateFiling | null {
  const { steps } = progressOf(application, events, reckoning);
  const filing = steps.find(({ step }) => step === 'file');
  if (!filing?.dueOn || !filing.limit) return null;
  const { dueOn, doneOn, overdue, limit } = filing;
  const isLate = overdue || (doneOn !== null && doneOn > dueOn);
  return isLate ? { kind: application.kind, dueOn, doneOn, limit } : null;
}
