import fc from 'fast-check';
import {
  type Period,
  type PeriodKind,
  parsePeriod,
  periodLabel,
  periodOf,
  previousPeriod,
} from '../../../cloudfunctions/domain/indices';
import { thousand, unwrap } from './records';

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const read = (id: string, week?: 'sunday' | 'iso'): Period => unwrap(parsePeriod(id, week));

it.each([
  ['2026-11', '2026-11-01', '2026-11-30', 30],
  ['2024-02', '2024-02-01', '2024-02-29', 29],
  ['2026-02', '2026-02-01', '2026-02-28', 28],
  ['2100-02', '2100-02-01', '2100-02-28', 28],
  ['2000-02', '2000-02-01', '2000-02-29', 29],
  ['2026-12', '2026-12-01', '2026-12-31', 31],
  ['2026-Q1', '2026-01-01', '2026-03-31', 90],
  ['2024-Q1', '2024-01-01', '2024-03-31', 91],
  ['2026-Q4', '2026-10-01', '2026-12-31', 92],
  ['2026', '2026-01-01', '2026-12-31', 365],
  ['2024', '2024-01-01', '2024-12-31', 366],
  ['2026-12-30..2027-01-02', '2026-12-30', '2027-01-02', 4],
  ['2026-11-03..2026-11-03', '2026-11-03', '2026-11-03', 1],
])('%s has its true days', (id, from, to, days) => {
  expect(read(id)).toMatchObject({ from, to, days });
});

it.each([
  ['2026-W01', 'sunday', '2026-01-04', '2026-01-10'],
  ['2026-W47', 'sunday', '2026-11-22', '2026-11-28'],
  ['2026-W01', 'iso', '2025-12-29', '2026-01-04'],
  ['2026-W53', 'iso', '2026-12-28', '2027-01-03'],
  ['2025-W01', 'iso', '2024-12-30', '2025-01-05'],
] as const)('%s of %s weeks', (id, rule, from, to) => {
  expect(read(id, rule)).toMatchObject({ from, to, days: 7, kind: 'week' });
});

it.each(['2026-W00', '2026-W54', '2026-00', '2026-13', '2026-Q5', '1999', '2200', '', '2026-1'])(
  '%p is no period',
  (id) => {
    expect(parsePeriod(id)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  },
);

it.each([
  '2026-02-29..2026-03-01',
  '2026-03-02..2026-03-01',
  '2026-01-01',
  'a..b',
  '2001-01-01..2026-01-01',
])('%p is no span of days', (id) => {
  expect(parsePeriod(id)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((after) => new Date(Date.UTC(2005, 0, 1 + after)).toISOString().slice(0, 10));
const anyKind = fc.constantFrom<Exclude<PeriodKind, 'custom'>>('week', 'month', 'quarter', 'year');
const anyRule = fc.constantFrom('sunday', 'iso');

it('gives every day to exactly one period of a kind, and periods follow without a gap', () => {
  fc.assert(
    fc.property(anyDay, anyKind, anyRule, (day, kind, rule) => {
      const week = rule === 'iso' ? 'iso' : 'sunday';
      const period = unwrap(periodOf(day, kind, week));
      expect(period.from <= day && day <= period.to).toBe(true);
      expect(read(period.id, week)).toEqual(period);
      const before = unwrap(previousPeriod(period.id, week));
      expect(Date.parse(period.from) - Date.parse(before.to)).toBe(86_400_000);
      expect(before.kind).toBe(kind);
      if (kind === 'week') expect(weekday(period.from)).toBe(week === 'iso' ? 1 : 0);
    }),
    thousand,
  );
});

it('puts as many days before a custom period', () => {
  expect(unwrap(previousPeriod('2026-03-01..2026-03-10'))).toMatchObject({
    from: '2026-02-19',
    to: '2026-02-28',
    days: 10,
  });
});

it('reads on a screen', () => {
  const labels = ['2026-W07', '2026-11', '2026-Q4', '2026', '2026-11-01..2026-11-20'];
  expect(labels.map((id) => periodLabel(read(id)))).toEqual([
    '2026年第7周',
    '2026年11月',
    '2026年第4季度',
    '2026年',
    '2026-11-01至2026-11-20',
  ]);
});
