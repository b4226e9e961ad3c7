import fc from 'fast-check';
import {
  combine,
  contentsDigest,
  noContents,
} from '../../../cloudfunctions/domain/submissions/combine';
import { conflictsWith } from '../../../cloudfunctions/domain/submissions/conflicts';
import { formFor } from '../../../cloudfunctions/domain/submissions/form';
import type { Figure, Figures, SubmissionInput } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';

const day = '2026-10-31';

function filed(value: number | null, asOf = '2026-10-30'): Figure {
  return { value, measure: 'times', source: 'file', asOf };
}
const contents = (figures: Figures) => ({ figures, items: [] });

function combined(
  standing: Figures,
  files: Figures,
  form: SubmissionInput['form'] = {},
): Figures | string {
  const result = combine(contents(standing), contents(files), form, day);
  return result.ok ? result.value.figures : result.error.code;
}

test('the form fills what the files do not give', () => {
  expect(combined({}, { reads: filed(100) }, { likes: 3 })).toEqual({
    reads: filed(100),
    likes: { value: 3, measure: 'times', source: 'form', asOf: day },
  });
});

test('what stands stays where nothing new is said', () => {
  const standing = { reads: filed(100), shares: filed(5) };
  expect(combined(standing, { reads: filed(120) })).toEqual({
    reads: filed(120),
    shares: filed(5),
  });
});

test('a figure that says the same again keeps its source and its day', () => {
  const standing = { reads: filed(100, '2026-10-05') };
  expect(combined(standing, { reads: filed(100, '2026-10-30') }, { reads: 100 })).toEqual(standing);
});

test('null in the form clears a figure; it is never 0', () => {
  const cleared = combined({ likes: filed(7) }, {}, { likes: null });
  expect(cleared).toMatchObject({ likes: { value: null, source: 'form' } });
});

test('a form figure that contradicts a file is named', () => {
  const result = combine(noContents, contents({ reads: filed(100) }), { reads: 99 }, day);
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reads: expect.stringContaining('100') } },
  });
});

describe('an estimate', () => {
  const estimate = (value: number): Figure => ({ ...filed(value), estimated: true });
  const typed: Figure = { value: 120, measure: 'times', source: 'form', asOf: day };

  test('stays one where the form says the same as what stands', () => {
    const standing = { reads: estimate(100) };
    expect(combined(standing, {}, { reads: 100 })).toEqual(standing);
    expect(combined(standing, { reads: estimate(100) })).toEqual(standing);
  });

  test('is one no longer once another figure is typed over it', () => {
    expect(combined({ reads: estimate(100) }, {}, { reads: 120 })).toEqual({ reads: typed });
  });

  test('of a file gives way to what is typed beside it, be it the same', () => {
    const files = { reads: estimate(100) };
    expect(combined({}, files, { reads: 120 })).toEqual({ reads: typed });
    const confirmed = { reads: { ...typed, value: 100 } };
    expect(combined({}, files, { reads: 100 })).toEqual(confirmed);
    expect(combined(confirmed, files, { reads: 100 })).toEqual(confirmed);
    expect(combined({}, files, { reads: null })).toBe('invalid');
  });

  test('gives way to a file that has the figure whole, and never unsettles one', () => {
    const whole = { reads: filed(100, '2026-10-30') };
    expect(combined({ reads: estimate(100) }, whole)).toEqual(whole);
    expect(combined(whole, { reads: estimate(100) })).toEqual(whole);
    expect(combined(whole, { reads: estimate(130) })).toEqual({ reads: estimate(130) });
  });

  test('of the period before stays one where it is taken over', () => {
    const previous = { likes: estimate(60), shares: filed(5) };
    const copied = combine(noContents, noContents, { likes: 60, shares: 5 }, day, previous);
    expect(copied.ok && copied.value.figures).toEqual({
      likes: { value: 60, measure: 'times', source: 'form', asOf: day, estimated: true },
      shares: { value: 5, measure: 'times', source: 'form', asOf: day },
    });
    const other = combine(noContents, noContents, { likes: 61 }, day, previous);
    expect(other.ok && other.value.figures.likes).not.toHaveProperty('estimated');
  });

  test('is told apart from the figure itself, and asked for in the form', () => {
    const [one, other] = [estimate(100), filed(100)].map((reads) =>
      contentsDigest(contents({ reads })),
    );
    expect(one).not.toBe(other);
    const fields = formFor(
      { reads: estimate(100), shares: filed(5) },
      { previous: { likes: estimate(60) }, current: { reads: filed(90), comments: estimate(4) } },
    );
    const byMetric = new Map(fields.map((field) => [field.metric, field]));
    expect(byMetric.has('shares')).toBe(false);
    expect(byMetric.get('reads')).toMatchObject({ estimate: 100, current: 90 });
    expect(byMetric.get('reads')).not.toHaveProperty('currentEstimated');
    expect(byMetric.get('likes')).toMatchObject({ previous: 60, previousEstimated: true });
    expect(byMetric.get('comments')).toMatchObject({ current: 4, currentEstimated: true });
  });
});

test('articles of the files replace those that stand; none leave them', () => {
  const item = (key: string) => ({ key, title: key, publishedAt: day, headline: true, url: null });
  const standing = { figures: {}, items: [item('old')] };
  const next = combine(standing, { figures: {}, items: [item('new')] }, {}, day);
  const same = combine(standing, noContents, {}, day);
  expect(next).toMatchObject({ ok: true, value: { items: [{ key: 'new' }] } });
  expect(same).toMatchObject({ ok: true, value: { items: [{ key: 'old' }] } });
});

const metric = fc.constantFrom<MetricName>('reads', 'likes', 'shares', 'followers', 'comments');
const value = fc.option(fc.nat({ max: 1_000_000 }));
const form = fc.dictionary(metric, value) as fc.Arbitrary<SubmissionInput['form']>;

test('saying the same again changes nothing', () => {
  fc.assert(
    fc.property(form, form, (files, answers) => {
      const fromFiles = Object.fromEntries(
        Object.entries(files).map(([name, count]) => [name, filed(count ?? null)]),
      );
      const once = combine(noContents, contents(fromFiles), answers, day);
      if (!once.ok) return;
      const twice = combine(once.value, contents(fromFiles), answers, '2026-11-20');
      expect(twice).toEqual(once);
      expect(twice.ok && contentsDigest(twice.value)).toBe(contentsDigest(once.value));
    }),
  );
});

test('the form asks for what the files lack, and starts from the last period', () => {
  const fields = formFor(
    { reads: filed(100), likes: filed(null) },
    { previous: { likes: filed(60) }, current: { comments: filed(4) } },
  );
  const byMetric = new Map(fields.map((field) => [field.metric, field]));
  expect(byMetric.has('reads')).toBe(false);
  expect(byMetric.get('likes')).toMatchObject({ previous: 60, current: null });
  expect(byMetric.get('comments')).toMatchObject({ previous: null, current: 4 });
});

test('every question says what it means, where to look and in which unit', () => {
  for (const field of formFor({}, { previous: {}, current: {} })) {
    expect(field).toMatchObject({
      label: expect.stringMatching(/[\u4e00-\u9fff]/),
      definition: expect.stringMatching(/.{8}/),
      whereToFind: expect.stringMatching(/.{4}/),
      unit: expect.stringMatching(/./),
    });
  }
});

test('figures that a file will change are told with both values', () => {
  const [conflict, ...others] = conflictsWith(
    { reads: filed(100), shares: filed(5), likes: filed(null) },
    null,
    [],
    { reads: filed(130), shares: filed(5), likes: filed(3) },
  );
  expect(others).toEqual([]);
  expect(conflict).toEqual({
    kind: 'changed-figure',
    message: expect.stringContaining('总阅读数 100 → 130'),
  });
});

describe('followers by day', () => {
  const dayOf = (number: number, lost: number) => ({
    day: `2026-10-${String(number).padStart(2, '0')}`,
    newFollowers: 3,
    lostFollowers: lost,
    followers: 1000,
  });

  test('of a later file stand over those of the same day, beside the others', () => {
    const standing = { ...noContents, followerDays: [dayOf(1, 5), dayOf(2, 6)] };
    const filedNow = { ...noContents, followerDays: [dayOf(3, 8), dayOf(2, 7)] };
    expect(combine(standing, filedNow, {}, day)).toMatchObject({
      ok: true,
      value: { followerDays: [dayOf(1, 5), dayOf(2, 7), dayOf(3, 8)] },
    });
  });

  test('stay where nothing new is said of them, and are part of what a submission says', () => {
    const standing = { ...noContents, followerDays: [dayOf(1, 5)] };
    const same = combine(standing, contents({ reads: filed(3) }), {}, day);
    expect(same).toMatchObject({ ok: true, value: { followerDays: [dayOf(1, 5)] } });
    expect(contentsDigest(standing)).not.toBe(contentsDigest(noContents));
    expect(combine(noContents, noContents, {}, day)).toEqual({ ok: true, value: noContents });
  });
});
