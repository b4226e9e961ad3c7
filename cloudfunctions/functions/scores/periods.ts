import type { PeriodId, PeriodKind } from '../../../typings/vocabulary';
import { compose } from '../../domain/submissions/compose';
import { filedPeriods } from '../../records/submissions';
import { periodsOf } from './filed';

const kinds: PeriodKind[] = ['week', 'month', 'quarter', 'year', 'custom'];
const mostShown = 36;

/** The periods of each kind that were filed or can be put together, newest first. */
export async function periodsByKind(accountId: string): Promise<Record<PeriodKind, PeriodId[]>> {
  const filed = await Promise.all(
    kinds.map(
      async (kind): Promise<[PeriodKind, PeriodId[]]> => [
        kind,
        (await filedPeriods(accountId, kind, mostShown)).map(({ period }) => period),
      ],
    ),
  );
  const byKind = Object.fromEntries(filed) as Record<PeriodKind, PeriodId[]>;
  const months = byKind.month.map((period) => ({ period, figures: {} }));
  for (const kind of ['quarter', 'year'] as const) {
    const put = periodsOf(months, kind).filter((period) => compose(period, months) !== null);
    const known = new Set([...byKind[kind], ...put.map(({ id }) => id)]);
    byKind[kind] = [...known].sort().reverse();
  }
  return byKind;
}
