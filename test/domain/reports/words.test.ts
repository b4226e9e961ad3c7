import {
  type AccountFacts,
  countedAccount,
  periodValue,
} from '../../../cloudfunctions/domain/reports/counted-account';
import { regionOf, regionSteps } from '../../../cloudfunctions/domain/reports/regions';
import { shown } from '../../../cloudfunctions/domain/reports/shown';
import { stageOf, stages } from '../../../cloudfunctions/domain/reports/stages.data';
import { departments } from '../../../cloudfunctions/domain/words.data';
import { accountsOf, reported, textOf } from './made';

describe('what is said', () => {
  it('tells a rise, a fall and no change each in its own words', () => {
    const of = (now: number, before: number) =>
      textOf(
        accountsOf(20, () => ({ value: now, before })),
        'overview',
      );
    expect(of(60.4, 60)).toContain('上升0.4');
    expect(of(60, 60.4)).toContain('下降0.4');
    expect(of(60.04, 60)).toContain('中位数与2026年第2季度持平');
  });

  it('names all that share the first place', () => {
    const text = textOf(
      accountsOf(20, (index) => ({ level: index % 2 ? 'county' : 'prefectural' })),
      'level',
    );
    expect(text).toContain('数量最多的是地市级（10个，占50.0%）和县区级（10个，占50.0%）');
    expect(text).toContain('各级别的指数中位数持平');
  });

  it('leaves out those that merely tie with the last place where they are many', () => {
    const seven = departments.slice(0, 7);
    const text = textOf(
      accountsOf(70, (index) => ({ department: seven[index % 7] })),
      'department',
    );
    expect(text).toContain('各部门账号数量接近');
  });

  it('says so where nobody has an index, and tells counts alone', () => {
    const text = textOf(accountsOf(20, () => ({ value: null, before: null })));
    expect(text).toContain('没有账号得到“政微传播指数”，以下只列数量');
    expect(text).toContain('没有账号在两期都有指数');
    expect(text).not.toContain('基尼系数');
  });

  it('tells nothing of the values of four accounts', () => {
    const text = textOf(accountsOf(4, () => ({ value: 88.8, before: 77.7 })));
    expect(text).toContain('有指数的账号很少');
    expect(text).not.toMatch(/88\.8|77\.7|11\.1/);
  });

  it('leaves out a section whose accounts are all of one kind', () => {
    const list = accountsOf(20, () => ({ level: 'county', mode: 'independent' }));
    expect(textOf(list, 'level')).toBe('');
    expect(textOf(list, 'mode')).toBe('');
  });

  it('stands for a scope of one account and of none', () => {
    expect(textOf(accountsOf(1, () => ({})))).toContain('在用政务微信公众号1个');
    expect(textOf([])).toContain('在用政务微信公众号0个');
  });

  it('tells how modes changed, and that a difference of modes is no effect of them', () => {
    const text = textOf(
      accountsOf(20, (index) => ({
        mode: index < 10 ? 'independent' : 'collaborative',
        modeBefore: index < 8 ? 'independent' : 'collaborative',
        value: index < 10 ? 50 : 60,
      })),
      'mode',
    );
    expect(text).toContain('2个账号调整了运作模式：由协同运作型转为独立运作型（2个）');
    expect(text).toContain('差异不能归因于运作模式');
  });

  it('says whether differences lie between regions or within them', () => {
    const between = accountsOf(20, (index) => ({
      region: index % 2 ? '350102' : '350203',
      value: index % 2 ? 80 : 20,
    }));
    const within = accountsOf(20, (index) => ({
      region: index % 2 ? '350102' : '350203',
      value: index < 10 ? 80 : 20,
    }));
    expect(textOf(between, 'concentration')).toContain('差异主要在地区之间');
    expect(textOf(within, 'concentration')).toContain('差异主要在地区内部');
    expect(textOf(within, 'concentration')).toContain('各地指数中位数没有差距');
  });

  it('holds the gap between regions against the period before', () => {
    const list = accountsOf(20, (index) => ({
      region: index % 2 ? '350102' : '350203',
      value: index % 2 ? 80 : 60,
      before: index % 2 ? 80 : 50,
    }));
    expect(textOf(list, 'concentration')).toContain('最高与最低相差20.0。');
    expect(textOf(list, 'concentration')).toContain('比2026年第2季度的30.0缩小10.0');
    const [table] =
      reported(list, '35').sections.find(({ id }) => id === 'concentration')?.tables ?? [];
    expect(table?.rows.at(-1)?.figures).toEqual([
      'all.regionGap',
      'all.regionGapBefore',
      'all.regionGapChange',
    ]);
  });
});

const facts: AccountFacts = {
  region: '350102',
  level: 'county',
  department: 'health',
  openedOn: '2014-05-01',
  status: 'active',
  closedOn: null,
  sample: false,
  mode: null,
  modeBefore: null,
  scores: [60, 62, 64],
  scoresBefore: [50, null, 52],
  doubtful: false,
};
const days = { from: '2026-07-01', to: '2026-09-30', toBefore: '2026-06-30' };

test.each([
  [{}, true, true],
  [{ openedOn: '2026-07-01' }, true, false],
  [{ openedOn: '2026-09-30' }, true, false],
  [{ openedOn: '2026-10-01' }, false, false],
  [{ openedOn: null }, true, true],
  [{ status: 'closed' as const, closedOn: '2026-09-30' }, false, true],
  [{ status: 'closed' as const, closedOn: '2026-10-01' }, true, true],
  [{ status: 'closed' as const, closedOn: '2026-06-30' }, false, false],
  [{ status: 'closed' as const, closedOn: null }, false, false],
])('with %p an account is in use at the end: %p, and before: %p', (changes, now, before) => {
  const counted = countedAccount({ ...facts, ...changes }, days);
  expect([counted.standing, counted.stoodBefore]).toEqual([now, before]);
  if (!now) expect(counted.value).toBeNull();
});

test.each([
  [[60, 62, 64], 62],
  [[60, null, 64], 62],
  [[60, null, null], null],
  [[null], null],
  [[61.5], 61.5],
])('months %p make the index %p', (scores, expected) => {
  expect(periodValue(scores)).toBe(expected);
});

test.each([
  ['', [2, 4]],
  ['35', [4, 6]],
  ['31', [6]],
  ['3501', [6]],
  ['350102', []],
])('a scope of %p is told apart by %p', (prefix, steps) => {
  expect(regionSteps(prefix)).toEqual(steps);
});

test.each([
  ['110000', 'central', 2, null],
  ['350000', 'provincial', 2, '35'],
  ['350000', 'provincial', 4, null],
  ['350100', 'prefectural', 4, '3501'],
  ['350100', 'prefectural', 6, null],
  ['429004', 'county', 4, null],
  ['429004', 'county', 6, '429004'],
  ['310101', 'county', 4, null],
] as const)('%p of level %p belongs, at %p digits, to %p', (region, level, step, expected) => {
  expect(regionOf(region, level, step)).toBe(expected);
});

test('each year of opening falls into the stage whose years hold it', () => {
  for (let year = 2009; year < 2030; year += 1) {
    const { years } = stages[stageOf(year)];
    expect(years?.from ?? 0).toBeLessThanOrEqual(year);
    expect(years?.to ?? 9999).toBeGreaterThanOrEqual(year);
  }
  expect(stages[stageOf(null)].years).toBeNull();
});

test.each([
  [1234567, 'integer', false, '1,234,567'],
  [0.6149, 'percent', false, '61.5%'],
  [-0.04, 'one-decimal', true, '0.0'],
  [0.44, 'one-decimal', true, '+0.4'],
  [-1.25, 'two-decimals', true, '−1.25'],
  [null, 'integer', true, '—'],
] as const)('%p as %p (signed %p) is written %p', (value, format, signed, expected) => {
  expect(shown(value, format, signed)).toBe(expected);
});
