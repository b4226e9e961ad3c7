import { unbroken } from '../../client/unbroken';

it('keeps a number with its words', () => {
  expect(unbroken('第 2 期，标准 14 天，11月20日 前整改')).toBe(
    '第\u00a02\u00a0期，标准\u00a014\u00a0天，11月20日\u00a0前整改',
  );
});

it('leaves other words as they are', () => {
  expect(unbroken('WCI V14.2，见 docs')).toBe('WCI V14.2，见 docs');
});
