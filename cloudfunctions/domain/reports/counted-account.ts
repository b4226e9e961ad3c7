import type { AccountStatus } from '../../../typings/registry';
import type {
  Day,
  Department,
  Level,
  OperatingMode,
  RegionCode,
} from '../../../typings/vocabulary';

/** What the registry and the scores say of one account. */
export interface AccountFacts {
  region: RegionCode;
  level: Level;
  department: Department;
  openedOn: Day | null;
  status: AccountStatus;
  closedOn: Day | null;
  sample: boolean;
  /** the mode registered at the end of the period, and of the one before */
  mode: OperatingMode | null;
  modeBefore: OperatingMode | null;
  /** scores of the months of the period, and of the one before; null where there is none */
  scores: (number | null)[];
  scoresBefore: (number | null)[];
  /** a score of the period waits for a person's look */
  doubtful: boolean;
}

export interface ReportDays {
  from: Day;
  to: Day;
  /** last day of the period before */
  toBefore: Day;
}

/** One account as a report counts it. */
export interface CountedAccount
  extends Pick<
    AccountFacts,
    'region' | 'level' | 'department' | 'mode' | 'modeBefore' | 'sample' | 'doubtful'
  > {
  openedYear: number | null;
  /** in use at the end of the period, and of the one before */
  standing: boolean;
  stoodBefore: boolean;
  opened: boolean;
  closed: boolean;
  /** the index in the period and in the one before; null when it has none or was not in use */
  value: number | null;
  before: number | null;
}

/** An account whose day of opening is not registered counts as open; one closed without a day, as closed. */
export function countedAccount(facts: AccountFacts, days: ReportDays): CountedAccount {
  const { openedOn, status, closedOn, scores, scoresBefore, ...rest } = facts;
  const stands = (day: Day) =>
    (openedOn === null || openedOn <= day) &&
    (status === 'active' || (closedOn !== null && closedOn > day));
  const within = (day: Day | null) => day !== null && day >= days.from && day <= days.to;
  const standing = stands(days.to);
  const stoodBefore = stands(days.toBefore);
  return {
    ...rest,
    openedYear: openedOn === null ? null : Number(openedOn.slice(0, 4)),
    standing,
    stoodBefore,
    opened: within(openedOn),
    closed: status === 'closed' && within(closedOn),
    value: standing ? periodValue(scores) : null,
    before: stoodBefore ? periodValue(scoresBefore) : null,
  };
}

/** Share of a period's months that must have a score, as where a quarter's figures are put together. */
const leastShare = 0.6;

/** The mean of the months' scores; null when too few of them have one. */
export function periodValue(scores: readonly (number | null)[]): number | null {
  const known = scores.flatMap((score) => (score === null ? [] : [score]));
  if (known.length === 0 || known.length < leastShare * scores.length) return null;
  return known.reduce((sum, score) => sum + score, 0) / known.length;
}
