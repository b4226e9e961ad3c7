import { listSchemes, type Scheme, validateSchemes } from '../../../cloudfunctions/domain/indices';
import type { Term } from '../../../cloudfunctions/domain/indices/scheme';
import { schemeOf } from './records';

const base = schemeOf('wci-13.0');
const term: Term = {
  key: 'only',
  label: '总阅读',
  weight: 1,
  quantity: { of: ['reads'] },
  transform: { kind: 'log' },
};
const scheme = (changes: Partial<Scheme>, ...terms: Partial<Term>[]): Scheme => ({
  ...base,
  id: 'trial',
  family: 'trial',
  ...changes,
  root: {
    key: 'root',
    label: '试',
    weight: 1,
    minimum: 1,
    children: (terms.length > 0 ? terms : [{}]).map((change) => ({ ...term, ...change })),
  },
});
const messages = (...schemes: Scheme[]): string =>
  validateSchemes(schemes)
    .map(({ at, message }) => `${at}：${message}`)
    .join('\n');

it('finds nothing wrong with those that ship', () => {
  expect(validateSchemes(listSchemes())).toEqual([]);
  expect(messages(scheme({}))).toBe('');
});

const halfPoint = (half: number, power: number): Term['transform'] => ({
  kind: 'half-point',
  half,
  power,
});
// from a file of data, where no compiler looks
const unknownMetric = JSON.parse('{ "of": ["stars"] }');
const unknownTransform = JSON.parse('{ "kind": "magic" }');

it.each<[string, Scheme, string]>([
  ['weights that do not sum to 1', scheme({}, { weight: 0.9 }), '须为 1'],
  ['a weight of nothing', scheme({}, { weight: 1 }, { key: 'b', weight: 0 }), '权重须大于 0'],
  ['an unknown metric', scheme({}, { quantity: unknownMetric }), '没有这些指标：stars'],
  ['an unknown transform', scheme({}, { transform: unknownTransform }), '没有这种变换'],
  ['a reference of 0', scheme({}, { transform: halfPoint(0, 1) }), '必须大于 0'],
  ['a negative power', scheme({}, { transform: halfPoint(1, -1) }), '必须大于 0'],
  [
    'a full mark of 0',
    scheme({}, { transform: { kind: 'log-share', full: 0, each: 'day' } }),
    '满分值',
  ],
  ['a prior above 1', scheme({}, { transform: { kind: 'share', prior: 2, cases: 1 } }), '先验'],
  [
    'a share without a base',
    scheme({}, { transform: { kind: 'share', prior: 0.5, cases: 1 } }),
    '恰有一个分母',
  ],
  ['an empty dividend', scheme({}, { quantity: { of: [] } }), '分子或分母为空'],
  ['an empty divisor', scheme({}, { quantity: { of: ['reads'], over: [[]] } }), '分子或分母为空'],
  [
    'a negative addition',
    scheme({}, { quantity: { of: ['reads'], over: [['days']], overPlus: -1 } }),
    '加数',
  ],
  [
    'an addition without a divisor',
    scheme({}, { quantity: { of: ['reads'], overPlus: 1 } }),
    '加数',
  ],
  ['a factor of 0', scheme({}, { quantity: { of: ['reads'], times: 0 } }), '倍数须大于 0'],
  ['a term without an end under a maximum', scheme({ maximum: 100 }), '没有上界'],
  ['a key twice', scheme({}, { weight: 0.5 }, { weight: 0.5 }), '键重复'],
  ['a day that is none', scheme({ effective: { from: '2026-02-30', to: null } }), '不是日期'],
  [
    'an end before the start',
    scheme({ effective: { from: '2026-02-02', to: '2026-02-01' } }),
    '晚于',
  ],
  ['a reading of 10万+ below it', scheme({ readCap: 99_999 }), '100000'],
  ['a square without a factor', scheme({ final: { kind: 'square', factor: 0 } }), '系数'],
  ['a part that is none', scheme({ withoutArticles: { valueless: ['x'] } }), '没有“x”这个分项'],
  ['popularity in an assessment', scheme({ purpose: 'assessment' }), '考核方案不得使用'],
])('refuses %s', (_, faulty, message) => {
  expect(messages(faulty)).toContain(message);
});

it.each([
  'followers',
  'likes',
  'wows',
  'shares',
  'comments',
  'newFollowers',
  'favourites',
] as const)('refuses %s as a basis of assessment', (name) => {
  const faulty = scheme({ purpose: 'assessment' }, { quantity: { of: [name] } });
  expect(messages(faulty)).toContain(name);
});

it('lets comments be the base of their replies in an assessment, and of nothing else', () => {
  const quantity = { of: ['replies' as const], over: [['comments' as const]] };
  const shared = { quantity, transform: { kind: 'share' as const, prior: 0.5, cases: 5 } };
  expect(messages(scheme({ purpose: 'assessment' }, shared))).toBe('');
  expect(messages(scheme({ purpose: 'assessment' }, { quantity }))).toContain('comments');
});

describe('two versions of a family', () => {
  const version = (id: string, from: string | null, to: string | null): Scheme => ({
    ...scheme({ effective: { from, to } }),
    id,
  });

  it('may not be in force on one day', () => {
    const overlapping = [version('a', null, '2026-01-31'), version('b', '2026-01-31', null)];
    expect(messages(...overlapping)).toContain('与 a 的生效日期重叠');
    expect(messages(version('a', null, null), version('b', null, null))).toContain('重叠');
  });

  it('may follow each other, and have an id each', () => {
    expect(messages(version('a', null, '2026-01-31'), version('b', '2026-02-01', null))).toBe('');
    expect(messages(version('a', null, '2026-01-31'), version('a', '2026-02-01', null))).toContain(
      '编号重复',
    );
  });
});
