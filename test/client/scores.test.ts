import { partChangeOf, shownPart } from '../../client/scores';
import type { ScorePart } from '../../typings/indices';
import type { StoredScore } from '../../typings/overview';

const part = (value: number | null, full: number | null): ScorePart => ({
  label: '回复时长',
  value,
  full,
  coverage: 1,
  weight: 0.1,
});
const score = (one: ScorePart, scheme = 'zhengwei-assess-1') =>
  ({ scheme, parts: { speed: one } }) as unknown as StoredScore;

it.each([
  [part(0.846, 1), 84.6],
  [part(69.2, 100), 69.2],
  [part(8.56, null), 8.56],
  [part(null, 1), null],
])('shows the part %j as %p', (one, shown) => {
  expect(shownPart(one)).toBe(shown);
});

it('tells the change of a part as the part is shown', () => {
  expect(partChangeOf('speed', score(part(0.75, 1)), score(part(0.5, 1)))).toBe(25);
  expect(partChangeOf('speed', score(part(0.75, 1)), score(part(null, 1)))).toBeNull();
  expect(partChangeOf('speed', score(part(0.75, 1)), null)).toBeNull();
  expect(partChangeOf('other', score(part(0.75, 1)), score(part(0.5, 1)))).toBeNull();
  expect(partChangeOf('speed', score(part(8, 1)), score(part(7, 1), 'nri'))).toBeNull();
});
