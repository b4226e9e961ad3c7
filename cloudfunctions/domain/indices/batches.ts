/**
 * Recomputing a new scheme version over history, in pieces that fit a function's time limit. Pure
 * planning: the caller reads a page after `cursor` in key order, scores and writes it, and hands
 * back what happened. A run that is killed resumes from the last stored state; scoring a row twice
 * writes the same row.
 */
export interface Recompute {
  scheme: string;
  /** key of the last row done; null before the first */
  cursor: string | null;
  done: number;
  finished: boolean;
  /** milliseconds a row took so far; null before the first page */
  millisecondsARow: number | null;
}

export interface PageDone {
  /** keys of the page's rows, in order */
  keys: string[];
  /** how many rows were asked for */
  asked: number;
  milliseconds: number;
}

/** The database answers at most so many documents a read. */
const largestPage = 1000;
const firstPage = 50;
/** Share of the time left that a page may be planned to take: the rest is for slow writes. */
const caution = 0.5;

export const startRecompute = (scheme: string): Recompute => ({
  scheme,
  cursor: null,
  done: 0,
  finished: false,
  millisecondsARow: null,
});

/** Rows to ask for next in the time left; 0 means store the state and stop. */
export function nextPageSize(state: Recompute, millisecondsLeft: number): number {
  if (state.finished) return 0;
  if (state.millisecondsARow === null) return millisecondsLeft > 0 ? firstPage : 0;
  const fits = Math.floor((millisecondsLeft * caution) / Math.max(state.millisecondsARow, 0.001));
  return Math.max(0, Math.min(fits, largestPage));
}

/** The state after a page; a short page is the last one. */
export function advance(state: Recompute, { keys, asked, milliseconds }: PageDone): Recompute {
  const done = state.done + keys.length;
  const spent = (state.millisecondsARow ?? 0) * state.done + milliseconds;
  return {
    scheme: state.scheme,
    cursor: keys.at(-1) ?? state.cursor,
    done,
    finished: keys.length < asked,
    millisecondsARow: done === 0 ? null : spent / done,
  };
}
