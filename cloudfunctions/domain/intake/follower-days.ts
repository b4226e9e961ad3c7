import type { FollowerDay } from '../../../typings/submission';
import type { DayCounts } from './figures';

/** A leap year of days: what a submission keeps at most. */
const mostDays = 366;

/** The days on which followers were counted, oldest first. */
export function followerDaysOf(days: readonly DayCounts[]): FollowerDay[] {
  const counted = days.map(({ day, figures: { people } }) => ({
    day,
    newFollowers: people.newFollowers ?? null,
    lostFollowers: people.lostFollowers ?? null,
    followers: people.followers ?? null,
  }));
  return newest(counted.filter(isKnown));
}

/** Days that stand under those that are filed now: a later row replaces an earlier one of its day. */
export function mergeFollowerDays(
  standing: readonly FollowerDay[],
  filed: readonly FollowerDay[],
): FollowerDay[] {
  const byDay = new Map([...standing, ...filed].map((one) => [one.day, one]));
  return newest([...byDay.values()]);
}

function isKnown({ newFollowers, lostFollowers, followers }: FollowerDay): boolean {
  return newFollowers !== null || lostFollowers !== null || followers !== null;
}

function newest(days: FollowerDay[]): FollowerDay[] {
  return days.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-mostDays);
}
