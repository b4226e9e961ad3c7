import fc from 'fast-check';
import { attribute, findScheme, type Scheme, score } from '../../../cloudfunctions/domain/indices';
import type { ExplanationNode, ScoringRecord } from '../../../typings/indices';

const schemeOf = (id: string): Scheme => {
  const found = findScheme(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};

const explained = (id: string, record: ScoringRecord): ExplanationNode => {
  const scored = score(schemeOf(id), record);
  if (!scored.ok) throw new Error(scored.error.message);
  return scored.value.explanation;
};

const record: ScoringRecord = {
  period: '2026-10',
  measure: 'times',
  articles: 20,
  reads: 30_000,
  maxReads: 6000,
  headlineReads: 20_000,
  headlineCount: 12,
  shares: 400,
  followers: 50_000,
  lostFollowers: 300,
  longestGapDays: 3,
  workingServiceEntries: 3,
  serviceUses: 800,
  serviceCompletions: 600,
  comments: 90,
  replies: 60,
  medianReplyHours: 8,
  likes: 300,
  wows: 200,
  messages: 100,
  messageReplies: 70,
};

const nodesOf = (node: ExplanationNode): ExplanationNode[] => [
  node,
  ...node.children.flatMap(nodesOf),
];

it('tells each term’s full points: they sum to the scheme’s maximum, missing terms shared out', () => {
  const root = explained('zhengwei-1', record);
  expect(root.full).toBeCloseTo(100, 9);
  const satisfaction = nodesOf(root).find(({ key }) => key === 'service.satisfaction');
  expect(satisfaction).toMatchObject({ quantity: null, full: 0, unit: '%' });
});

it('no term brings more than its full points', () => {
  const count = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(count, count, count, (comments, messages, entries) => {
      const changed = { ...record, comments, replies: 1, messages, messageReplies: 1 };
      const root = explained('zhengwei-1', { ...changed, workingServiceEntries: entries });
      for (const { contribution, full } of nodesOf(root)) {
        expect(contribution).toBeLessThanOrEqual((full ?? 0) + 1e-9);
      }
    }),
  );
});

it('has no full points where a term has no end, and none without a score', () => {
  const wci: ScoringRecord = { ...record, maxWows: 90, headlineWows: 150, maxLikes: 90 };
  const root = explained('wci-14.2', { ...wci, headlineLikes: 200 });
  expect(nodesOf(root).every(({ full }) => full === null)).toBe(true);
  const nothing = explained('zhengwei-1', { period: '2026-10', measure: 'times' });
  expect(nodesOf(nothing).filter(({ children }) => children.length === 0)).not.toEqual([]);
  expect(nothing.full).toBeNull();
});

it('reads a half point in the unit of its quantity', () => {
  const notes = new Map(
    nodesOf(explained('zhengwei-1', record)).map(({ key, note }) => [key, note]),
  );
  expect(notes.get('interaction.retention')).toBe('为 0 得满分，达到 2% 时得一半，越少越高');
  expect(notes.get('interaction.speed')).toContain('24 小时');
});

it('a difference tells the quantities that it came from', () => {
  const told = attribute(schemeOf('zhengwei-1'), record, { ...record, longestGapDays: 1 });
  if (!told.ok) throw new Error(told.error.message);
  expect(told.value.terms[0]).toMatchObject({
    key: 'service.regularity',
    quantity: { from: 3, to: 1, unit: '天' },
  });
});
