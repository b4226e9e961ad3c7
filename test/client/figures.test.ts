import {
  formatBrief,
  formatChange,
  formatNumber,
  formatQuantity,
  formatShare,
  parseFigure,
} from '../../client/figures';

describe('formatNumber', () => {
  it.each([
    [null, 0, '—'],
    [Number.NaN, 0, '—'],
    [0, 0, '0'],
    [1234567.891, 1, '1,234,567.9'],
    [-1234.5, 1, '−1,234.5'],
    [-0.04, 1, '0.0'],
    [0.123456, 4, '0.1235'],
  ])('shows %p with %p places as %p', (value, decimals, shown) => {
    expect(formatNumber(value, decimals)).toBe(shown);
  });

  it('leaves out empty places when brief', () => {
    expect([formatBrief(3.5), formatBrief(1200), formatBrief(0.625), formatBrief(0.001)]).toEqual([
      '3.5',
      '1,200',
      '0.63',
      '0',
    ]);
  });

  it('signs a change, and gives none a plain zero', () => {
    expect([
      formatChange(1.25),
      formatChange(-0.4),
      formatChange(0.01),
      formatChange(null),
    ]).toEqual(['+1.3', '−0.4', '0.0', '—']);
  });

  it('keeps a missing share apart from none', () => {
    expect([formatShare(0.623), formatShare(0), formatShare(null)]).toEqual(['62%', '0%', '—']);
  });
});

describe('parseFigure', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['1,234', 1234],
    ['１２３', 123],
    ['12 000', 12000],
    ['0', 0],
  ])('reads %p as %p', (text, value) => {
    expect(parseFigure(text, true)).toEqual({ ok: true, value });
  });

  it.each(['-3', '10万+', 'abc', '1.2.3', '1e5', '１２。３'])('refuses %p', (text) => {
    expect(parseFigure(text, true)).toMatchObject({ ok: false });
  });

  it('takes a fraction only where one makes sense', () => {
    expect(parseFigure('2.5', false)).toEqual({ ok: true, value: 2.5 });
    expect(parseFigure('2.5', true)).toMatchObject({ ok: false });
  });
});

it('writes a quantity with its unit, as exactly as its size deserves', () => {
  const told = ([value, unit]: [number | null, string | null]) => formatQuantity(value, unit);
  const quantities: [number | null, string | null][] = [
    [10_337.89, '次'],
    [314.71, '次'],
    [2.567, '条'],
    [0.5333, '%'],
    [0.0071, '%'],
    [3.5, null],
    [null, '次'],
  ];
  expect(quantities.map(told)).toEqual([
    '10,338 次',
    '314.7 次',
    '2.57 条',
    '53.3%',
    '0.71%',
    '3.5',
    '—',
  ]);
});
