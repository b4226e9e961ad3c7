import type { Submission } from '../../typings/submission';
import type { Day } from '../../typings/vocabulary';
import { sampleMonth } from './months';
import type { AccountSeed } from './named-accounts.data';
import { seededRandom } from './random';

/** Accounts whose staff file the running month as it goes, so that it can be forecast. */
const filing = ['prefectural-081'];

/**
 * The running month of some accounts up to `today`, going on from their last full month. An account
 * that published nothing yet this month has none.
 */
export function runningMonths(
  seeds: AccountSeed[],
  submissions: Submission[],
  today: Day,
): Submission[] {
  const random = seededRandom(20_261_127);
  const days = daysUntil(today);
  const whole = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0));
  return seeds
    .filter(({ key }) => filing.includes(key))
    .flatMap((seed): Submission[] => {
      const accountId = `sample-${seed.key}`;
      const last = submissions.filter((one) => one.accountId === accountId).at(-1);
      const followers = last?.figures.followers?.value ?? seed.followers;
      const elapsed = days.length / whole.getUTCDate();
      const { figures, items } = sampleMonth(seed, days, followers, random, elapsed);
      if (items.length === 0) return [];
      return [
        {
          accountId,
          period: today.slice(0, 7),
          revision: 1,
          figures,
          through: today,
          items,
          enteredBy: 'sample',
          enteredAt: `${today}T00:00:00Z`,
          sample: true,
        },
      ];
    });
}

const daysUntil = (today: Day): Day[] =>
  Array.from(
    { length: Number(today.slice(8)) },
    (_, index) => `${today.slice(0, 7)}-${String(index + 1).padStart(2, '0')}`,
  );
