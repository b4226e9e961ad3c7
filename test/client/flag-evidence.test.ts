import { evidenceText } from '../../client/flag-evidence';
import type { AnomalyFlag } from '../../typings/indices';
import { madeAccount } from '../functions/support/sample';

const account = madeAccount('a');
const flag = (changes: Partial<AnomalyFlag>): AnomalyFlag => ({
  code: 'outlier-peers',
  severity: 'warning',
  metric: 'shares',
  message: '篇均转发明显高于同组账号的一般水平，请核对',
  evidence: { label: '篇均转发', value: 750, typical: 21.4, robustZ: 9.13, compared: 36 },
  peers: { sharedTraits: ['level', 'kind'], label: '同级别、同账号类型', period: '2026-10' },
  ...changes,
});

it('says which peers a figure was held against, how many, and what most of them have', () => {
  expect(evidenceText(flag({}), account)).toBe(
    '与同组 36 个账号相比（县区级、订阅号，2026年10月）：本账号 750，同组的中位数 21.4，偏差是平常波动的 9.1 倍',
  );
  const everybody = { sharedTraits: [], label: '全部账号', period: '2026-10' };
  expect(evidenceText(flag({ peers: everybody }), account)).toContain('（全部账号，2026年10月）');
  expect(evidenceText(flag({ peers: undefined }), account)).toContain('36 个账号相比：本账号');
});

it("says that a figure was held against the account's own past", () => {
  const evidence = { label: '转发数', value: 2.5, typical: 25, robustZ: -4, compared: 12 };
  const own = flag({ code: 'outlier-own-past', evidence, peers: undefined });
  expect(evidenceText(own, account)).toBe(
    '与自己过去 12 期相比：本期日均 2.5，过去的中位数 25，偏差是平常波动的 4 倍',
  );
  expect(evidenceText({ ...own, metric: 'maxReads' }, account)).toContain('本期 2.5');
});

it('tells other flags by the figures that have a name', () => {
  const evidence = { likes: 8000, reads: 20_000, ratio: 0.4, unnamed: 1 };
  expect(evidenceText(flag({ code: 'like-read-ratio', evidence }), account)).toBe(
    '依据：点赞 8,000，总阅读 20,000，比例 0.4',
  );
  expect(evidenceText(flag({ code: 'like-read-ratio', evidence: {} }), account)).toBeUndefined();
});
