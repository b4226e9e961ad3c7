import { momentOf } from '../../cloudfunctions/platform/clock';
import type { BoardQuery } from '../../typings/leaderboards';
import type { PeriodId } from '../../typings/vocabulary';

const scheme = 'zhengwei-1';
const monthsPublished = 2;
const dayLength = 86_400_000;

/** Whose boards are published: the scopes that the preview's supervisors have. */
const scopes = [
  { regionPrefix: '3501', publisher: '福州市 · 全部账号' },
  { regionPrefix: '35', publisher: '福建省 · 全部账号' },
];

/** Publishes the boards of the last full months; the newest of the city is open to those on it. */
export async function publishSampleBoards(today: string): Promise<void> {
  // They read the service's address while they load.
  const { prepare, publish } = await import(
    '../../cloudfunctions/functions/leaderboards/publishing'
  );
  const { findBoard, setOpen } = await import('../../cloudfunctions/records/leaderboards');
  const now = momentOf(Date.parse(`${today}T00:00:00+08:00`));
  for (const { regionPrefix, publisher } of scopes) {
    for (const period of monthsBefore(today)) {
      const query: BoardQuery = { scheme, period, measure: 'index', regionPrefix };
      const requestKey = `sample-${regionPrefix}-${period}`;
      const by = { who: 'sample', by: { label: publisher }, now };
      const { id } = await prepare({ ...query, requestKey, use: 'reference' }, query, by);
      const board = await findBoard(id);
      if (board) await publish(board, requestKey, by);
      if (regionPrefix === '3501') await setOpen(id, true);
    }
  }
}

/** The last full months, oldest first. */
function monthsBefore(today: string): PeriodId[] {
  let first = Date.parse(`${today.slice(0, 7)}-01`);
  const months: PeriodId[] = [];
  while (months.length < monthsPublished) {
    const month = new Date(first - dayLength).toISOString().slice(0, 7);
    months.unshift(month);
    first = Date.parse(`${month}-01`);
  }
  return months;
}
