import { dayOfInstant } from '../../../cloudfunctions/domain/indices/days';

test.each([
  ['2026-11-25T15:59:59.999Z', '2026-11-25'],
  ['2026-11-25T16:00:00.000Z', '2026-11-26'],
  ['2026-12-31T20:00:00.000Z', '2027-01-01'],
])('the instant %s falls on %s in China', (instant, day) => {
  expect(dayOfInstant(instant)).toBe(day);
});
