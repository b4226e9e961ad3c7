import type { FollowerDay, Submission } from '../../typings/submission';
import type { Day } from '../../typings/vocabulary';
import { type Random, seededRandom } from './random';

/** Accounts whose staff file 用户增长, which counts followers by day. */
const counted = [
  'sample-jiazaigulou',
  'sample-fuzhoufulian',
  'sample-shanghaifabu',
  'sample-fengraozhizhou',
];
const months = 5;
/** times the usual loss on the day after the most read push of the newest month */
const peak = 7;

/** Gives the newest months of some accounts their days: they sum to the month's own figures. */
export function withFollowerDays(submissions: Submission[]): Submission[] {
  const random = seededRandom(11);
  const newest = [...new Set(submissions.map(({ period }) => period))].sort().slice(-months);
  return submissions.map((submission) => {
    const { accountId, period } = submission;
    if (!counted.includes(accountId) || !newest.includes(period)) return submission;
    return { ...submission, followerDays: daysOf(submission, period === newest.at(-1), random) };
  });
}

function daysOf(submission: Submission, hasPeak: boolean, random: Random): FollowerDay[] {
  const { figures, period } = submission;
  const days = monthDays(period);
  const peakDay = hasPeak ? mostRead(submission) : null;
  const come = shared(
    figures.newFollowers?.value ?? 0,
    days.map(() => random.logNormal(1, 0.3)),
  );
  const left = shared(
    figures.lostFollowers?.value ?? 0,
    days.map((day) => random.logNormal(1, 0.15) * (day === peakDay ? peak : 1)),
  );
  let followers = figures.followers?.value ?? 0;
  const backwards = days.map((day, index) => ({ day, come: come[index], left: left[index] }));
  return backwards
    .reverse()
    .map(({ day, come: newFollowers = 0, left: lostFollowers = 0 }) => {
      const row = { day, newFollowers, lostFollowers, followers };
      followers -= newFollowers - lostFollowers;
      return row;
    })
    .reverse();
}

function mostRead({ items }: Submission): Day | null {
  const first = [...items].sort((a, b) => (b.reads ?? 0) - (a.reads ?? 0))[0];
  return first?.publishedAt ?? null;
}

/** Parts a whole number by weights, so that the parts sum to it. */
function shared(whole: number, weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [reached, given] = [0, 0];
  return weights.map((weight) => {
    reached += weight;
    const part = Math.round((whole * reached) / total) - given;
    given += part;
    return part;
  });
}

function monthDays(month: string): Day[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}
