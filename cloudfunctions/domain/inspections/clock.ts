import type { UpdateClock } from '../../../typings/updates';
import type { AccountKind, Day, RegionCode } from '../../../typings/vocabulary';
import { dayAt, dayNumber } from '../indices/days';
import { kinds } from '../words.data';
import { clocks } from './clocks.data';

/** Whether something with effective dates is in force on a day. */
export function inForce({ from, to }: { from: Day; to: Day | null }, day: Day): boolean {
  return from <= day && (to === null || day <= to);
}

/** The clock of an account on a day: of those in force, the one of the smallest region. */
export function clockOf(
  { region, kind }: { region: RegionCode; kind: AccountKind },
  day: Day,
  table: UpdateClock[] = clocks,
): UpdateClock | null {
  const own = table.filter(
    (clock) =>
      clock.kind === kind && region.startsWith(clock.regionPrefix) && inForce(clock.effective, day),
  );
  return own.sort((a, b) => b.regionPrefix.length - a.regionPrefix.length)[0] ?? null;
}

/**
 * The clocks that run for accounts of a region on a day, wider ones first: of those of the region and
 * around it the nearest for each class of accounts, and all of those within.
 */
export function clocksIn(
  regionPrefix: RegionCode,
  day: Day,
  table: UpdateClock[] = clocks,
): UpdateClock[] {
  const own = table.filter(({ effective }) => inForce(effective, day));
  const around = kinds.flatMap((kind) => clockOf({ region: regionPrefix, kind }, day, own) ?? []);
  const within = own.filter(
    (clock) =>
      clock.regionPrefix.startsWith(regionPrefix) &&
      clock.regionPrefix.length > regionPrefix.length,
  );
  return [...around, ...within].sort((a, b) => a.regionPrefix.length - b.regionPrefix.length);
}

/** The last day to publish by after a publication, under a clock of so many days. */
export function publishBy(lastPublished: Day, days: number): Day {
  return dayAt((dayNumber(lastPublished) ?? 0) + days);
}

/** Whole days from one day to another; negative when the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}

/** By when a verdict that was upheld is to be rectified: the days that the appeal lay do not count. */
export function dueAfterAppeal(
  dueOn: Day,
  { appealedOn, decidedOn }: { appealedOn: Day; decidedOn: Day },
): Day {
  const due = dayNumber(dueOn);
  return due === null ? dueOn : dayAt(due + Math.max(0, daysBetween(appealedOn, decidedOn)));
}
