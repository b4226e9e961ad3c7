import type { Account } from '../../typings/registry';
import type { Day } from '../../typings/vocabulary';
import { seededRandom } from './random';

const dayLength = 86_400_000;

/** Shares of accounts by how many days ago they last published; the rest is over the limit. */
const ages: { below: number; from: number; to: number }[] = [
  { below: 0.72, from: 0, to: 5 },
  { below: 0.88, from: 6, to: 10 },
  { below: 0.95, from: 11, to: 14 },
  { below: 1, from: 15, to: 70 },
];

/** When each account was last seen to publish: most within days, some close to the limit, a few over it. */
export function sampleLastPublished(accounts: Account[], today: Day): Map<string, Day> {
  const random = seededRandom(20_261_125);
  return new Map(
    accounts.map(({ id }) => {
      const draw = random.next();
      const age = ages.find(({ below }) => draw < below) ?? { from: 0, to: 5 };
      return [id, dayBefore(today, random.integer(age.from, age.to))];
    }),
  );
}

export function dayBefore(today: Day, days: number): Day {
  return new Date(Date.parse(today) - days * dayLength).toISOString().slice(0, 10);
}
