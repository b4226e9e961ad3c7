import type { Day, PeriodId } from '../../../typings/vocabulary';
import { type Period, type PeriodKind, periodOf } from '../../domain/indices';
import { compose, type FiledOrComposed, monthsOf } from '../../domain/submissions/compose';
import { findHead, headsUntil, type SubmissionHead } from '../../records/submissions';

/** What a score is computed from: a submission, or a longer period put together from its months. */
export interface FiledPeriod extends FiledOrComposed {
  accountId: string;
  kind: PeriodKind;
  to: Day;
  /** of the submission; 0 when put together */
  revision: number;
  enteredAt: string;
}

const isComposable = (kind: PeriodKind): kind is 'quarter' | 'year' =>
  kind === 'quarter' || kind === 'year';

/** The figures of a period; null when it was neither filed nor can be put together. */
export async function findFiled(accountId: string, period: Period): Promise<FiledPeriod | null> {
  const head = await findHead(accountId, period.id);
  if (head) return asFiled(head, period.kind);
  const months = monthsOf(period);
  if (months.length === 0) return null;
  const last = { kind: 'month', to: period.to };
  return composed(accountId, period, await headsUntil(accountId, last, months.length));
}

/**
 * The figures of periods of a kind up to one, newest first: those filed, and quarters and years put
 * together where they were not.
 */
export async function filedUntil(
  accountId: string,
  period: Period,
  count: number,
): Promise<FiledPeriod[]> {
  const { kind } = period;
  const months = Math.min(monthsOf(period).length * count, mostMonths);
  const [heads, ofMonths] = await Promise.all([
    headsUntil(accountId, period, count),
    months > 0 ? headsUntil(accountId, { kind: 'month', to: period.to }, months) : [],
  ]);
  const filed = heads.map((head) => asFiled(head, kind));
  if (!isComposable(kind)) return filed;
  const known = new Set(filed.map((one) => one.period));
  const others = periodsOf(ofMonths, kind).filter(({ id }) => !known.has(id));
  const put = others.flatMap((one) => composed(accountId, one, ofMonths) ?? []);
  return [...filed, ...put].sort((a, b) => (a.to < b.to ? 1 : -1)).slice(0, count);
}

/** Three years of months: what a trend of years may ask for. */
const mostMonths = 36;

/** The quarters or years that some months fall in, newest first. */
export function periodsOf(
  months: readonly { period: PeriodId }[],
  kind: 'quarter' | 'year',
): Period[] {
  const found = new Map<PeriodId, Period>();
  for (const { period } of months) {
    const longer = periodOf(`${period}-01`, kind);
    if (longer.ok) found.set(longer.value.id, longer.value);
  }
  return [...found.values()].sort((a, b) => (a.to < b.to ? 1 : -1));
}

function asFiled(head: SubmissionHead, kind: PeriodKind): FiledPeriod {
  const { accountId, period, figures, through, to, revision, enteredAt } = head;
  return { accountId, period, figures, through, kind, to, revision, enteredAt };
}

function composed(
  accountId: string,
  period: Period,
  months: readonly SubmissionHead[],
): FiledPeriod | null {
  const put = compose(period, months);
  if (!put) return null;
  const entered = months.map(({ enteredAt }) => enteredAt).sort();
  const { kind, to } = period;
  return { ...put, accountId, kind, to, revision: 0, enteredAt: entered.at(-1) ?? '' };
}
