import type { ContractInput } from '../../../typings/contracts';
import type { KpiPeriod } from '../../../typings/kpis';
import type { Result } from '../../../typings/result';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { dayAt, dayNumber } from '../indices/days';
import { type Period, parsePeriod, periodOf } from '../indices/periods';

type Term = Pick<ContractInput, 'startsOn' | 'endsOn'>;

/** A period of a contract, and how much of it lies under contract. */
export interface ContractPeriod {
  id: PeriodId;
  from: Day;
  to: Day;
  /** first and last day under contract */
  starts: Day;
  ends: Day;
  /** all of its days are under contract */
  whole: boolean;
}

/** Every period of a kind with a day under contract, oldest first. */
export function periodsOf(term: Term, kind: KpiPeriod): ContractPeriod[] {
  if (kind === 'term') {
    const whole = parsePeriod(termId(term));
    return whole.ok ? [within(term, whole.value)] : [];
  }
  const periods: ContractPeriod[] = [];
  let day = term.startsOn;
  while (day <= term.endsOn) {
    const period = periodOf(day, kind);
    if (!period.ok) return [];
    periods.push(within(term, period.value));
    day = dayAt((dayNumber(period.value.to) ?? 0) + 1);
  }
  return periods;
}

/** The period of a contract that an id names; `invalid` for none, or one that lies outside. */
export function contractPeriod(term: Term, id: PeriodId): Result<ContractPeriod> {
  const parsed = parsePeriod(id);
  if (!parsed.ok) return parsed;
  const { from, to } = parsed.value;
  if (from <= term.endsOn && to >= term.startsOn) {
    return { ok: true, value: within(term, parsed.value) };
  }
  const message = '这个周期不在合同期内，请选择合同期内的周期';
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}

/** The period of one of a contract's KPIs; `invalid` for any other. */
export function kpiPeriod(
  contract: Pick<ContractInput, 'startsOn' | 'endsOn' | 'kpis'>,
  id: PeriodId,
): Result<ContractPeriod> {
  const asked = contractPeriod(contract, id);
  if (!asked.ok) return asked;
  const kinds = new Set(contract.kpis.map(({ period }) => period));
  const known = [...kinds].flatMap((kind) => periodsOf(contract, kind));
  if (known.some((period) => period.id === id)) return asked;
  const message = '合同没有按这种周期考核的指标，请选择考核周期';
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}

/** The months that a period is made of exactly; none when it begins or ends within one. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): PeriodId[] {
  const months = periodsOf({ startsOn: from, endsOn: to }, 'month');
  return months.every(({ whole }) => whole) ? months.map(({ id }) => id) : [];
}

export const termId = ({ startsOn, endsOn }: Term): PeriodId => `${startsOn}..${endsOn}`;

function within({ startsOn, endsOn }: Term, { id, from, to }: Period): ContractPeriod {
  return {
    id,
    from,
    to,
    starts: from < startsOn ? startsOn : from,
    ends: to > endsOn ? endsOn : to,
    whole: from >= startsOn && to <= endsOn,
  };
}
