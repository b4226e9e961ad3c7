import fc from 'fast-check';
import { planTarget } from '../../../cloudfunctions/domain/indices';
import { levers, withheld } from '../../../cloudfunctions/domain/indices/levers.data';
import type { TargetPlan } from '../../../typings/insights';
import { fullRecord, schemeOf, scored, thousand, unwrap } from './records';

const scheme = schemeOf('zhengwei-1');
const month = {
  days: 30,
  measure: 'times',
  articles: 20,
  reads: 20_000,
  maxReads: 5000,
  headlineReads: 10_000,
  headlineCount: 12,
  shares: 400,
  likes: 200,
  wows: 160,
  comments: 40,
  replies: 10,
  medianReplyHours: 30,
  followers: 20_000,
  lostFollowers: 60,
  messages: 30,
  messageReplies: 10,
  longestGapDays: 6,
  serviceEntries: 6,
  workingServiceEntries: 3,
  serviceUses: 300,
  serviceCompletions: 200,
  satisfactionAnswers: 30,
  satisfied: 20,
};
const current = scored('zhengwei-1', month).value ?? Number.NaN;
const plan = (target: number, limits?: object): TargetPlan =>
  unwrap(planTarget(scheme, month, target, limits));

it('offers no lever that invites gaming', () => {
  const offered = new Set(levers.map(({ metric }) => metric));
  for (const metric of withheld) expect(offered.has(metric)).toBe(false);
  for (const word of ['关注人数', '在看', '点赞', '转发', '留言数']) {
    expect(plan(current + 1).withheld.join('、')).toContain(word);
  }
});

describe('a lever alone', () => {
  const single = ({ metric, to }: TargetPlan['single'][number]): number =>
    scored('zhengwei-1', { ...month, [metric]: to }).value ?? Number.NaN;
  // the levers that move nothing alongside
  const alone = levers.filter(({ alongside }) => alongside.length === 0).map((one) => one.metric);

  it('reaches the target with the change named, and not with a hair less', () => {
    const reaching = plan(current + 0.4).single.filter(
      ({ metric, to }) => to !== null && alone.includes(metric),
    );
    expect(reaching.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['longestGapDays', 'medianReplyHours', 'replies', 'messageReplies']),
    );
    for (const change of reaching) {
      expect(single(change)).toBeGreaterThanOrEqual(current + 0.4);
      const hair = change.metric === 'medianReplyHours' ? 1e-6 : 1;
      const less = (change.to ?? 0) - Math.sign(change.change ?? 0) * hair;
      expect(single({ ...change, to: less })).toBeLessThan(current + 0.4);
    }
  });

  it('that cannot reach it says how far it reaches', () => {
    const far = plan(current + 8).single.find(({ metric }) => metric === 'longestGapDays');
    expect(far).toMatchObject({ to: null, change: null });
    expect(far?.reaches).toBeGreaterThan(current);
    expect(far?.reaches).toBeLessThan(current + 8);
  });

  it('comes cheapest first', () => {
    const reachable = plan(current + 0.4).single.map(({ to }) => to !== null);
    expect(reachable).toEqual([...reachable].sort((a, b) => Number(b) - Number(a)));
  });
});

it('mixes levers until the target is reached, within the limits of the user', () => {
  const limits = { articles: 22, longestGapDays: 4, reads: 22_000 };
  const { mix, mixReaches } = plan(current + 4, limits);
  expect(mixReaches).toBeGreaterThanOrEqual(current + 4);
  expect(mix.find(({ metric }) => metric === 'longestGapDays')?.to ?? 4).toBeGreaterThanOrEqual(4);
  expect(mix.find(({ metric }) => metric === 'articles')?.to ?? 22).toBeLessThanOrEqual(22);
});

it('asks for nothing when the target is reached', () => {
  expect(plan(current - 1)).toMatchObject({ reached: true, single: [], mix: [] });
});

it('promises in every case what the figures really give', () => {
  fc.assert(
    fc.property(fullRecord, fc.integer({ min: 1, max: 30 }), (record, more) => {
      const before = scored('zhengwei-1', record).value ?? Number.NaN;
      const planned = planTarget(scheme, record, Math.min(99, before + more / 10));
      expect(planned.ok).toBe(true);
      if (!planned.ok) return;
      for (const { metric, to } of planned.value.single) {
        const lever = levers.find((one) => one.metric === metric);
        if (to === null || !lever || lever.alongside.length > 0) continue;
        const after = scored('zhengwei-1', { ...record, [metric]: to }).value ?? Number.NaN;
        expect(after).toBeGreaterThanOrEqual(planned.value.target);
      }
    }),
    { ...thousand, numRuns: 100 },
  );
});

it.each([
  [Number.NaN, undefined, 'target'],
  ['60', undefined, 'target'],
  [-1, undefined, 'target'],
  [100, undefined, 'target'],
  [60, { followers: 1 }, 'limits.followers'],
  [60, { articles: -1 }, 'limits.articles'],
  [60, [], 'limits'],
])('refuses target %p with limits %p', (target, limits, field) => {
  const answer = planTarget(scheme, month, target, limits);
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(Object.keys((!answer.ok && answer.error.fields) || {})).toEqual([field]);
});
