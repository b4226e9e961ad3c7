import type { Day, Instant } from '../../typings/vocabulary';

const shanghaiOffset = 8 * 3_600_000;

export interface Moment {
  instant: Instant;
  /** Asia/Shanghai */
  today: Day;
}

/** Now, as an instant and as the day it is in China. */
export function now(): Moment {
  return momentOf(Date.now());
}

/** The moment of a time in milliseconds since 1970 (UTC). */
export function momentOf(milliseconds: number): Moment {
  return {
    instant: new Date(milliseconds).toISOString(),
    today: new Date(milliseconds + shanghaiOffset).toISOString().slice(0, 10),
  };
}

/** Starts to count; tells the milliseconds since, by a clock that never goes back. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}

/** Resolves after some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
