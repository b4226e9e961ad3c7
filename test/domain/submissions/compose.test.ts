import fc from 'fast-check';
import { findScheme, parsePeriod, score } from '../../../cloudfunctions/domain/indices';
import {
  compose,
  compositionText,
  monthsOf,
  recordOf,
} from '../../../cloudfunctions/domain/submissions/compose';
import type { Figures } from '../../../typings/submission';
import type { MetricName, PeriodId } from '../../../typings/vocabulary';

function period(id: PeriodId) {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function month(id: PeriodId, values: Partial<Record<MetricName, number | null>>) {
  const figures: Figures = {};
  for (const [name, value] of Object.entries(values)) {
    figures[name as MetricName] = { value, measure: null, source: 'form', asOf: lastDay(id) };
  }
  return { period: id, figures };
}

function lastDay(id: PeriodId): string {
  return period(id).to;
}

const quarter = ['2026-07', '2026-08', '2026-09'];

test('a quarter adds counts up, keeps the best, and takes states from its last month', () => {
  const months = quarter.map((id, index) =>
    month(id, {
      reads: 100 * (index + 1),
      maxReads: 60 - index * 10,
      followers: 1000 + index,
      medianReplyHours: 3,
      longestGapDays: 2,
    }),
  );
  const put = compose(period('2026-Q3'), [...months].reverse());
  expect(put?.figures.reads?.value).toBe(600);
  expect(put?.figures.maxReads?.value).toBe(60);
  expect(put?.figures.followers).toMatchObject({ value: 1002, asOf: '2026-09-30' });
  expect(put?.figures.medianReplyHours).toBeUndefined();
  expect(put?.figures.longestGapDays).toBeUndefined();
  expect(put?.composedOf).toEqual({ months: quarter, missing: [], days: 92 });
});

test('a count that one month does not know is unknown, never less', () => {
  const months = [
    month('2026-07', { reads: 100, replies: 4 }),
    month('2026-08', { reads: null, replies: 5 }),
    month('2026-09', { reads: 300 }),
  ];
  expect(compose(period('2026-Q3'), months)?.figures).toEqual({});
});

test('a quarter with an estimate in one of its months is an estimate; a state only of its last', () => {
  const months = quarter.map((id) => month(id, { reads: 100, maxReads: 60, followers: 1000 }));
  const [july, august, september] = months;
  for (const name of ['reads', 'followers'] as const) {
    const figure = august?.figures[name];
    if (figure) figure.estimated = true;
  }
  const put = compose(period('2026-Q3'), months)?.figures;
  expect(put?.reads).toMatchObject({ value: 300, estimated: true });
  expect(put?.maxReads).not.toHaveProperty('estimated');
  expect(put?.followers).not.toHaveProperty('estimated');
  const last = [july, september, august].flatMap((one, at) =>
    one ? [{ ...one, period: quarter[at] ?? '' }] : [],
  );
  const ofLast = compose(period('2026-Q3'), last)?.figures;
  expect(ofLast).toMatchObject({ reads: { estimated: true }, followers: { estimated: true } });
});

test('counts in different 口径 do not add up', () => {
  const months = quarter.map((id) => month(id, { reads: 100 }));
  const reads = months[1]?.figures.reads;
  if (reads) reads.measure = 'people';
  expect(compose(period('2026-Q3'), months)?.figures.reads).toBeUndefined();
});

test('a missing month is named and its days are left out', () => {
  const filed = Array.from({ length: 10 }, (_, index) =>
    month(`2026-${String(index + 1).padStart(2, '0')}`, { reads: 1000 }),
  );
  const put = compose(period('2026'), filed);
  expect(put?.composedOf).toMatchObject({ missing: ['2026-11', '2026-12'], days: 304 });
  expect(put?.composedOf && compositionText(put.composedOf)).toContain('缺2026年11月、2026年12月');
  expect(put && recordOf(put)).toMatchObject({ reads: 10_000, days: 304 });
  expect(put && recordOf(put)).not.toHaveProperty('period');
});

test('too few months make no period, and other kinds are never put together', () => {
  expect(compose(period('2026-Q3'), [month('2026-07', { reads: 1 })])).toBeNull();
  expect(compose(period('2026-07'), [month('2026-07', { reads: 1 })])).toBeNull();
  expect(compose(period('2026-W30'), [])).toBeNull();
  expect(monthsOf(period('2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
});

test('counts of the parts are the counts of the whole, in any order and however split', () => {
  const count = fc.integer({ min: 0, max: 1e6 });
  fc.assert(
    fc.property(fc.tuple(count, count, count), fc.integer({ min: 0, max: 2 }), (reads, from) => {
      const months = quarter.map((id, index) => month(id, { reads: reads[index] ?? 0 }));
      const turned = [...months.slice(from), ...months.slice(0, from)];
      const put = compose(period('2026-Q3'), turned);
      return put?.figures.reads?.value === reads.reduce((sum, one) => sum + one, 0);
    }),
    { numRuns: 1000 },
  );
});

test('a quarter of equal months scores a day as each of its months does', () => {
  const scheme = findScheme('zhengwei-1');
  if (!scheme.ok) throw new Error(scheme.error.message);
  const days = [31, 31, 30];
  const months = quarter.map((id, index) =>
    month(id, {
      articles: days[index] ?? 0,
      reads: 100 * (days[index] ?? 0),
      maxReads: 500,
      headlineReads: 50 * (days[index] ?? 0),
      headlineCount: 10,
      shares: days[index] ?? 0,
      followers: 5000,
    }),
  );
  const put = compose(period('2026-Q3'), months);
  const whole = put && score(scheme.value, recordOf(put));
  const one = months[0] && score(scheme.value, recordOf(months[0]));
  if (!whole?.ok || !one?.ok) throw new Error('not scored');
  const daily = (terms: typeof one.value.explanation) =>
    terms.children[0]?.children.find(({ key }) => key === 'dissemination.daily')?.quantity;
  expect(daily(whole.value.explanation)).toBeCloseTo(daily(one.value.explanation) ?? -1, 9);
});

test('of a month that still runs, only the days so far are counted', () => {
  const [july, august, september] = quarter.map((id) => month(id, { reads: 100 }));
  const running = september && { ...september, through: '2026-09-10' };
  const put = july && august && running && compose(period('2026-Q3'), [july, august, running]);
  expect(put?.composedOf?.days).toBe(31 + 31 + 10);
});
