import {
  dayAt,
  instantLabel,
  lastMonth,
  periodLabel,
  recentMonths,
  recentQuarters,
  recentWeeks,
  recentYears,
  shortPeriodLabel,
} from '../../client/periods';
import { parsePeriod, periodOf } from '../../cloudfunctions/domain/indices';

it.each([
  ['2026-11', '2026年11月', '11月'],
  ['2026-W07', '2026年第7周', '第7周'],
  ['2026-Q4', '2026年第4季度', '第4季度'],
  ['2026', '2026年', '2026年'],
  ['2026-11-01..2026-11-20', '11月1日至11月20日', '11月1日至11月20日'],
])('names the period %p', (period, label, short) => {
  expect([periodLabel(period), shortPeriodLabel(period)]).toEqual([label, short]);
});

it('counts months back over a year', () => {
  expect(recentMonths('2026-02-03', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(lastMonth('2026-01-31')).toBe('2025-12');
});

it('tells the day by the clock in Shanghai', () => {
  expect(dayAt(Date.UTC(2026, 10, 23, 16, 0))).toBe('2026-11-24');
  expect(dayAt(Date.UTC(2026, 10, 23, 15, 59))).toBe('2026-11-23');
  expect(instantLabel('2026-11-24T12:05:00.000Z')).toBe('11月24日 20:05');
});

it.each(['2026-11-25', '2026-01-01', '2027-01-02', '2025-12-28'])(
  'offers on %s the periods that the functions know by the same names and days',
  (today) => {
    const weeks = recentWeeks(today, 120);
    expect(weeks[0]?.id).toBe(knownAs(today, 'week'));
    for (const { id, from, to } of weeks) {
      const period = parsePeriod(id);
      expect(period).toMatchObject({ ok: true, value: { from, to } });
    }
    expect(recentQuarters(today, 1)).toEqual([knownAs(today, 'quarter')]);
    expect(recentYears(today, 1)).toEqual([knownAs(today, 'year')]);
  },
);

it('counts quarters and years back', () => {
  expect(recentQuarters('2026-02-03', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(recentYears('2026-02-03', 2)).toEqual(['2026', '2025']);
});

function knownAs(day: string, kind: 'week' | 'quarter' | 'year'): string {
  const period = periodOf(day, kind);
  return period.ok ? period.value.id : '';
}
