import fc from 'fast-check';
import {
  isRankKey,
  nextDown,
  nextUp,
  rankKey,
  valueKey,
  valueOfKey,
} from '../../../cloudfunctions/domain/leaderboards/rank-key';

const value = fc.double({ noNaN: true, noDefaultInfinity: true });

test('keys sort as values do, the greater one first', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const order = valueKey(a) < valueKey(b) ? 1 : valueKey(a) > valueKey(b) ? -1 : 0;
      expect(order).toBe(Math.sign(a - b) + 0);
    }),
  );
});

test('a key gives its value back to the last bit', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(valueOfKey(rankKey(one, 'a'))).toBe(one + 0);
    }),
  );
});

test('−0 and 0 are one value', () => {
  expect(valueKey(-0)).toBe(valueKey(0));
});

test('equal values order by the account, and lie together', () => {
  expect(rankKey(61.2, 'a') < rankKey(61.2, 'b')).toBe(true);
  expect(rankKey(61.2, 'b') > valueKey(61.2)).toBe(true);
  expect(rankKey(nextUp(61.2), 'z') < valueKey(61.2)).toBe(true);
  expect(rankKey(nextDown(61.2), 'a') > rankKey(61.2, 'z')).toBe(true);
});

test('what is no key is told from one', () => {
  expect(isRankKey(rankKey(1, 'sample-a_b'))).toBe(true);
  for (const text of ['', 'x', '0'.repeat(15), `${'0'.repeat(16)}-`, `${'g'.repeat(16)}-a`]) {
    expect([text, isRankKey(text)]).toEqual([text, false]);
  }
});
