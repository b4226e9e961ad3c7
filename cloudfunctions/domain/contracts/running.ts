import type { ContractInput } from '../../../typings/contracts';
import type { Day } from '../../../typings/vocabulary';
import { dayAt, dayNumber } from '../indices/days';
import { stageOf } from './contract-form';

type Term = Pick<ContractInput, 'startsOn' | 'endsOn'>;

/** The vendors with a contract running on a day: who may look at the account that they run. */
export function vendorsOn(bindings: (Term & { vendorId: string })[], today: Day): string[] {
  const running = bindings.filter((bound) => stageOf(bound, today) === 'running');
  return [...new Set(running.map(({ vendorId }) => vendorId))].sort();
}

/** The day on which a contract begins or ceases to run; null when it has ended. */
export function nextChangeOn(term: Term, today: Day): Day | null {
  const stage = stageOf(term, today);
  if (stage === 'upcoming') return term.startsOn;
  return stage === 'running' ? dayAt((dayNumber(term.endsOn) ?? 0) + 1) : null;
}
