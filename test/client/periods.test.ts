import {
  dayAt,
  dayLabel,
  instantLabel,
  lastMonth,
  longDayLabel,
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
  ['2026-11-01..2026-11-20', '2026年11月1日至11月20日', '11月1日至11月20日'],
  ['2025-12-20..2026-01-10', '2025年12月20日至2026年1月10日', '12月20日至2026年1月10日'],
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
  expect(instantLabel('2026-11-24T12:05:00.000Z', '2026-11-26')).toBe('11月24日 20:05');
});

it('names the year of a day that is read in another one', () => {
  expect(dayLabel('2026-03-02', '2026-11-26')).toBe('3月2日');
  expect(dayLabel('2024-03-02', '2026-11-26')).toBe('2024年3月2日');
  expect(instantLabel('2026-12-31T16:30:00.000Z', '2026-12-31')).toBe('2027年1月1日 00:30');
  expect(longDayLabel('2026-03-02')).toBe('2026年3月2日');
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
