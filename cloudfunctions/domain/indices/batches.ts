/**
 * How many rows of a long job to take at once, so that each piece fits the time that a function has
 * left. Pure planning: the caller reads, works and writes a page whole, and tells how long it took.
 */
export interface Pace {
  rows: number;
  milliseconds: number;
}

/** The database answers at most so many documents a read. */
const largestPage = 1000;
/** Fewer are not worth their own round of reads and writes. */
const smallestPage = 100;
/** Share of the time left that a page may be planned to take: the rest is for slow writes. */
const caution = 0.8;
const quickestRow = 0.001;

export const unknownPace: Pace = { rows: 0, milliseconds: 0 };

/** Rows to ask for next in the time left; 0 means stop here and go on in another call. */
export function nextPageSize({ rows, milliseconds }: Pace, millisecondsLeft: number): number {
  if (rows === 0) return millisecondsLeft > 0 ? smallestPage : 0;
  const aRow = Math.max(milliseconds / rows, quickestRow);
  const fits = Math.floor((millisecondsLeft * caution) / aRow);
  return fits < smallestPage ? 0 : Math.min(fits, largestPage);
}

export function paceAfter(pace: Pace, page: Pace): Pace {
  return { rows: pace.rows + page.rows, milliseconds: pace.milliseconds + page.milliseconds };
}
