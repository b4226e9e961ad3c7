import { findScheme, schemeInForce, score } from '../../../cloudfunctions/domain/indices';
import { schemeOf, scored } from './records';

const sound = {
  days: 30,
  articles: 10,
  reads: 1000,
  maxReads: 300,
  headlineReads: 600,
  headlineCount: 5,
  wows: 10,
  maxWows: 4,
  headlineWows: 6,
  likes: 20,
  maxLikes: 5,
  headlineLikes: 9,
  shares: 30,
  comments: 8,
  replies: 5,
  measure: 'times',
};

const faultsOf = (change: object, id = 'wci-14.2'): Record<string, string> => {
  const result = score(schemeOf(id), { ...sound, ...change });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
  return (!result.ok && result.error.fields) || {};
};

describe('a bad figure is a named error', () => {
  it.each([
    ['a negative count', { reads: -1 }, 'reads', '不能为负数'],
    ['a fraction', { articles: 2.5 }, 'articles', '须为整数'],
    ['a best article below the mean', { maxReads: 99 }, 'maxReads', '不能低于每篇平均'],
    ['a best article above the total', { maxReads: 1001 }, 'maxReads', '不能多于'],
    ['headline reads above the total', { headlineReads: 1001 }, 'headlineReads', '不能多于'],
    ['more headlines than articles', { headlineCount: 11 }, 'headlineCount', '不能多于'],
    ['more replies than comments', { replies: 9 }, 'replies', '不能多于'],
    ['reads without articles', { articles: 0 }, 'reads', '须为 0'],
    ['wows without reads', { reads: 0, maxReads: 0, headlineReads: 0 }, 'wows', '须为 0'],
    ['an absurd magnitude', { reads: 1e15 }, 'reads', '大得不合常理'],
    ['an absurd number of articles', { articles: 100_001 }, 'articles', '大得不合常理'],
    ['NaN', { reads: Number.NaN }, 'reads', '有限'],
    ['infinity', { reads: Number.POSITIVE_INFINITY }, 'reads', '有限'],
    ['a number in words', { reads: '1000' }, 'reads', '须为数字'],
    ['10万+ where nothing is read', { followers: '10万+' }, 'followers', '须为数字'],
    ['a list', { reads: [1] }, 'reads', '须为数字'],
    ['true', { reads: true }, 'reads', '须为数字'],
    ['no days', { days: 0 }, 'days', '1 至 3660 的整数'],
    ['half a day', { days: 1.5 }, 'days', '1 至 3660 的整数'],
    ['days beyond ten years', { days: 1e9 }, 'days', '1 至 3660 的整数'],
    ['a truth that is two', { interactionAvailable: 2 }, 'interactionAvailable', '1（是）或 0'],
    ['a truth in words', { interactionAvailable: true }, 'interactionAvailable', '1（是）或 0'],
    ['a gap beyond the days', { longestGapDays: 31 }, 'longestGapDays', '不能多于周期天数'],
    ['a gap of all days', { longestGapDays: 30 }, 'longestGapDays', '不能是周期的全部 30 天'],
    [
      'a gap too short',
      { longestGapDays: 1 },
      'longestGapDays',
      '30 天里最长未发布天数至少为 2 天',
    ],
    ['no gap at all', { longestGapDays: 0, articles: 0 }, 'longestGapDays', '须为周期的全部 30 天'],
    ['days that the period has not', { period: '2026-11', days: 31 }, 'days', '与周期不符'],
    ['a period that is none', { days: null, period: '2026-13' }, 'period', '无法识别'],
    [
      'a period without days',
      { days: null, period: '2026-11-02..2026-11-01' },
      'period',
      '无法识别',
    ],
    [
      'a cut outside',
      { days: null, period: '2026-11', through: '2026-12-01' },
      'through',
      '不在周期',
    ],
    [
      'a cut that is no day',
      { days: null, period: '2026-11', through: 'soon' },
      'through',
      '须为日期',
    ],
    ['a cut of no period', { through: '2026-11-02' }, 'through', '须写 period'],
    ['a measure that is none', { measure: 'views' }, 'measure', '口径须为'],
    ['a measure of one figure that is none', { measure: { reads: 3 } }, 'measure', '口径须为'],
    ['people for times', { measure: 'people' }, 'measure', '只接受次数'],
    ['items that are no list', { items: {} }, 'items', '须为文章列表'],
    ['an item that is none', { items: [7] }, 'items[0]', '须为一篇文章'],
    ['a bad figure of an item', { items: [{ reads: -3 }] }, 'items[0].reads', '不能为负数'],
    ['a headline that is no truth', { items: [{ headline: 1 }] }, 'items[0].headline', 'true'],
    ['a day of an item', { items: [{ publishedAt: 'x' }] }, 'items[0].publishedAt', '须为日期'],
  ])('%s', (_, change, field, message) => {
    expect(faultsOf(change)[field]).toContain(message);
  });

  it('names every bad field at once', () => {
    expect(Object.keys(faultsOf({ reads: -1, wows: 'x', days: 0 })).sort()).toEqual(
      ['days', 'reads', 'wows'].sort(),
    );
  });

  it('asks for the days where a scheme counts by them', () => {
    expect(Object.keys(faultsOf({ days: null }))).toEqual(['days']);
    expect(scored('wci-2.0', { ...sound, days: null }).status).toBe('scored');
  });

  it.each([[null], [7], ['x'], [[]]])('%p is no record', (record) => {
    expect(score(schemeOf('nri'), record)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('a scheme that is not there', () => {
  it('is not found, and the known ones are named', () => {
    expect(findScheme('wci-15')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(schemeInForce('nobody', '2026-01-01')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is the version of the day, and a day in no version says so', () => {
    expect(schemeInForce('wci', '2017-06-30')).toMatchObject({ value: { id: 'wci-12.0' } });
    expect(schemeInForce('wci', '2017-07-01')).toMatchObject({ value: { id: 'wci-13.0' } });
    expect(schemeInForce('zhengwei', '2024-12-31')).toMatchObject({
      ok: false,
      error: { code: 'not-found', fields: { day: expect.stringContaining('没有生效') } },
    });
    expect(schemeInForce('wci', '2012-08-23')).toMatchObject({ value: { id: 'wci-2.0' } });
    for (const day of ['1999-05-01', '2012-08-17']) {
      expect(schemeInForce('wci', day)).toMatchObject({
        error: { code: 'not-found', fields: { day: expect.stringContaining('各版本生效期') } },
      });
    }
    expect(schemeInForce('wci', '2017-02-30')).toMatchObject({
      error: {
        code: 'invalid',
        fields: { day: expect.stringContaining('“2017-02-30”不是有效的日期') },
      },
    });
    expect(schemeInForce('wci-14.2', '2018-05-01')).toMatchObject({
      error: { code: 'not-found', fields: { day: expect.stringContaining('2020-10-11') } },
    });
  });
});

describe('what looks bad and is defined', () => {
  it('takes figures as unknown when they are null', () => {
    const { status, missing } = scored('wci-14.2', { ...sound, likes: null });
    expect(status).toBe('insufficient');
    expect(missing).toEqual(['likes']);
  });

  it('counts 10万+ as each publisher did', () => {
    const pinned = { days: 1, articles: 1, headlineReads: 0, headlineCount: 0, wows: 0 };
    const readsOf = (id: string) => {
      const { explanation, rules } = scored(id, { ...pinned, reads: '10万+', maxReads: '10w+' });
      expect(rules.map(({ code }) => code)).toContain('read-cap');
      const terms = explanation.children.flatMap((node) => [node, ...node.children]);
      return terms.flatMap(({ inputs }) => inputs).find(({ name }) => name === 'reads')?.value;
    };
    expect(readsOf('wci-12.0')).toBe(100_001);
    expect(readsOf('nri')).toBe(100_000);
  });

  it('takes people as a lower bound of times where the scheme says so, and marks it', () => {
    const { rules } = scored('zhengwei-1', { ...sound, measure: { reads: 'people' } });
    expect(rules).toContainEqual({
      code: 'people-as-times',
      message: '总阅读数为人数，按次数的下限计（一人至少一次），结果偏低',
    });
  });

  it('does not mind the 口径 of what the scheme never looks at', () => {
    const measure = { reads: 'times', shares: 'people', favourites: 'people' };
    expect(score(schemeOf('wci-13.0'), { ...sound, measure }).ok).toBe(true);
    expect(score(schemeOf('wci-14.2-shares'), { ...sound, measure }).ok).toBe(false);
  });

  it('marks figures whose 口径 nobody wrote down', () => {
    const { rules } = scored('wci-13.0', { ...sound, measure: null });
    expect(rules.map(({ code }) => code)).toEqual(['measure-assumed']);
  });
});

test('reads without articles are one fault, not also a best article below the mean', () => {
  expect(
    Object.keys(faultsOf({ articles: 0, wows: 0, likes: 0, shares: 0, comments: 0 })),
  ).not.toContain('maxReads');
});

test('a figure that disagrees with the list of articles stands, and the score says so', () => {
  const items = [
    { reads: 600, headline: true },
    { reads: 300, headline: false },
  ];
  const { rules } = scored('wci-14.2', { ...sound, maxReads: 600, items });
  expect(rules).toContainEqual({
    code: 'differs-from-items',
    message: expect.stringContaining('发布篇数 10（列表 2）'),
  });
});

test('a list of fewer articles than stated gives no totals, best or headlines but those stated', () => {
  const item = { reads: 600, wows: 6, likes: 9, shares: 2, headline: true };
  const known = { days: 30, articles: 10, measure: 'times', items: [item, item] };
  expect(scored('wci-14.2', known)).toMatchObject({
    value: null,
    status: 'insufficient',
    missing: expect.arrayContaining(['reads', 'maxReads', 'headlineReads', 'wows', 'likes']),
    rules: expect.arrayContaining([
      { code: 'partial-items', message: expect.stringContaining('列表有 2 篇，填写的是 10 篇') },
      { code: 'differs-from-items', message: expect.stringContaining('发布篇数 10（列表 2）') },
    ]),
  });
  const stated = { reads: 6000, maxReads: 900, headlineReads: 4000, headlineCount: 6 };
  const { missing } = scored('wci-14.2', { ...known, ...stated });
  expect(missing).not.toContain('reads');
  expect(missing).toContain('wows');
  const whole = scored('wci-14.2', { ...known, articles: 2 });
  expect(whole.value).toBe(scored('wci-14.2', { ...known, articles: null }).value);
  expect(whole.value).not.toBeNull();
});

test('articles stated as none beside a list of some are a fault', () => {
  expect(faultsOf({ articles: 0, items: [{ reads: 0 }] })).toHaveProperty('articles');
});

test('where headlines are marked, an article that says nothing is none; null stays unknown', () => {
  const told = { reads: 600, wows: 6, likes: 9, headline: true };
  const other = { reads: 300, wows: 3, likes: 4 };
  const of = (...items: object[]) => scored('wci-14.2', { days: 7, items });
  expect(of(told, other).value).toBe(of(told, { ...other, headline: false }).value);
  for (const unsaid of [of(told, { ...other, headline: null }), of(other, other)]) {
    expect(unsaid).toMatchObject({
      value: null,
      missing: expect.arrayContaining(['headlineReads']),
    });
  }
});
