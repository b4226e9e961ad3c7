import { findScheme, parsePeriod, score } from '../../../cloudfunctions/domain/indices';
import {
  knownDays,
  listsAllArticles,
  submissionSoFar,
} from '../../../cloudfunctions/domain/submissions/so-far';
import type { ScoringRecord } from '../../../typings/indices';
import type { IntakeItem } from '../../../typings/intake';
import type { Figure } from '../../../typings/submission';

const parsed = parsePeriod('2026-10');
if (!parsed.ok) throw new Error(parsed.error.message);
const october = parsed.value;

const figure = (value: number | null, asOf = '2026-10-31'): Figure => ({
  value,
  measure: null,
  source: 'form',
  asOf,
});
const item = (day: number, reads: number): IntakeItem => ({
  key: String(day),
  title: '',
  publishedAt: `2026-10-${String(day).padStart(2, '0')}`,
  headline: true,
  url: null,
  reads,
});

function inputsOf(record: ScoringRecord): Record<string, number | null> {
  const scheme = findScheme('zhengwei-1');
  const scored = scheme.ok ? score(scheme.value, record) : scheme;
  if (!scored.ok) throw new Error(scored.error.message);
  const terms = scored.value.explanation.children.flatMap(({ children }) => children);
  const inputs = terms.flatMap((term) => term.inputs);
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
}

test('articles are cut by their days, counts by their share, states not at all', () => {
  const contents = {
    figures: {
      reads: figure(600),
      maxReads: figure(300),
      likes: figure(31),
      serviceUses: figure(310),
      followers: figure(20_000),
      medianReplyHours: figure(6),
      longestGapDays: figure(12),
      comments: figure(null),
    },
    items: [item(2, 100), item(9, 200), item(20, 300)],
  };
  const record = submissionSoFar(october, contents, 10);
  expect(record).toMatchObject({
    days: 10,
    through: '2026-10-10',
    likes: 10,
    serviceUses: 100,
    followers: 20_000,
    medianReplyHours: 6,
    comments: null,
  });
  expect(record.items).toHaveLength(2);
  expect(record).not.toHaveProperty('reads');
  expect(record).not.toHaveProperty('maxReads');
  // told by the articles: nothing on the 3rd to the 8th
  expect(record).not.toHaveProperty('longestGapDays');
  expect(inputsOf(record)).toMatchObject({ days: 10, longestGapDays: 6 });
});

test('before the first article every day so far is a gap', () => {
  const contents = { figures: { longestGapDays: figure(19) }, items: [item(20, 300)] };
  const record = submissionSoFar(october, contents, 10);
  expect(inputsOf(record)).toMatchObject({ days: 10, longestGapDays: 10 });
});

test('a running month is taken as far as its figures speak', () => {
  const contents = { figures: { serviceUses: figure(90, '2026-10-09') }, items: [item(4, 100)] };
  expect(knownDays(october, contents)).toBe(9);
  expect(submissionSoFar(october, contents, 9)).toMatchObject({ serviceUses: 90, days: 9 });
});

test('a figure of another month says nothing of this one', () => {
  const contents = { figures: { reads: figure(1, '2026-11-20') }, items: [] };
  expect(knownDays(october, contents)).toBe(0);
});

test('a list of fewer articles than the figures count is not all of them', () => {
  const items = [item(2, 100), item(9, 200)];
  expect(listsAllArticles({ figures: { articles: figure(2) }, items })).toBe(true);
  expect(listsAllArticles({ figures: { articles: figure(3) }, items })).toBe(false);
  const undated = items.map((one) => ({ ...one, publishedAt: null }));
  expect(listsAllArticles({ figures: { articles: figure(2) }, items: undated })).toBe(false);
  expect(listsAllArticles({ figures: {}, items })).toBe(false);
  expect(listsAllArticles({ figures: { articles: figure(0) }, items: [] })).toBe(false);
});
