import type { Instant, OperatingMode } from '../../../typings/vocabulary';
import { dayOfInstant } from '../indices/days';

/** What the registry said of an account's mode from a moment on. */
export interface RegisteredMode {
  revision: number;
  updatedAt: Instant;
  mode: OperatingMode | null;
}

/**
 * The mode an account was registered with at the end of a day; before its first state, that state's.
 * Null when none is registered.
 */
export function modeAt(states: readonly RegisteredMode[], day: string): OperatingMode | null {
  const ordered = [...states].sort((a, b) => a.revision - b.revision);
  const last = ordered.filter(({ updatedAt }) => dayOfInstant(updatedAt) <= day).at(-1);
  return (last ?? ordered[0])?.mode ?? null;
}
