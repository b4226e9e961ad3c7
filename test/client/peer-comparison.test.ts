import { type Compared, comparisonText, notComparedText } from '../../client/peer-comparison';
import type { PeerComparison } from '../../typings/peers';
import { madeAccount } from '../functions/support/sample';

const group: PeerComparison['group'] = {
  sharedTraits: ['level', 'kind'],
  label: '同级别、同账号类型',
  period: '2026-10',
};
const comparison = (changes: Partial<PeerComparison>): Compared => ({
  account: madeAccount('a'),
  kind: 'month',
  peerComparison: {
    group,
    compared: ['篇均阅读', '篇均点赞'],
    tooFew: [],
    least: 20,
    ...changes,
  },
});

it('says which figures were held against whom, and nothing more where all were', () => {
  expect(comparisonText(comparison({}))).toBe(
    '与同组账号（县区级、订阅号，2026年10月）比较了篇均阅读、篇均点赞',
  );
  expect(notComparedText(comparison({}))).toBeNull();
});

it('says which figures were not, and why', () => {
  const some = comparison({ tooFew: ['篇均在看', '篇均留言'] });
  expect(notComparedText(some)).toBe(
    '篇均在看、篇均留言：同组账号已知的不足 20 个，没有与同组比较',
  );
  expect(comparisonText(some)).toBe(
    '与同组账号（县区级、订阅号，2026年10月）比较了篇均阅读、篇均点赞；篇均在看、篇均留言：同组账号已知的不足 20 个，没有与同组比较',
  );
});

it('says that nothing was, without a list', () => {
  const none = comparison({ group: null, compared: [], tooFew: ['篇均阅读', '篇均点赞'] });
  expect(comparisonText(none)).toBe('同组账号已知的不足 20 个，没有与同组比较');
  expect(comparisonText({ ...none, kind: 'quarter' })).toBe(
    '同组账号按季填报的不足 20 个，没有与同组比较',
  );
});

it('does not blame the peers where the account itself has no such figure', () => {
  const empty = comparison({ group: null, compared: [] });
  expect(notComparedText(empty)).toBeNull();
  expect(comparisonText(empty)).toBe('本期没有能与同组比较的数字');
});
