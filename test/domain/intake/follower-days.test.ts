import { noFigures } from '../../../cloudfunctions/domain/intake/figures';
import { followerDaysOf } from '../../../cloudfunctions/domain/intake/follower-days';

const row = (day: string, people: object) => ({ day, figures: { ...noFigures(), people } });

test('days are in order, and what a cell does not say is null', () => {
  const days = followerDaysOf([
    row('2026-11-02', { newFollowers: 10, lostFollowers: null }),
    row('2026-11-01', { newFollowers: 5, lostFollowers: 6, followers: 1000 }),
  ]);
  expect(days).toEqual([
    { day: '2026-11-01', newFollowers: 5, lostFollowers: 6, followers: 1000 },
    { day: '2026-11-02', newFollowers: 10, lostFollowers: null, followers: null },
  ]);
});

test('a day that counts something else is left out', () => {
  expect(followerDaysOf([row('2026-11-01', { reads: 9 }), row('2026-11-02', {})])).toEqual([]);
});

test('no more than a leap year is kept, the newest', () => {
  const first = Date.UTC(2024, 0, 1);
  const rows = Array.from({ length: 400 }, (_, index) =>
    row(new Date(first + index * 86_400_000).toISOString().slice(0, 10), { lostFollowers: index }),
  );
  const days = followerDaysOf(rows);
  expect(days).toHaveLength(366);
  expect(days.at(-1)).toMatchObject({ day: '2025-02-03', lostFollowers: 399 });
});
