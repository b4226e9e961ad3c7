import fc from 'fast-check';
import { planTarget } from '../../../cloudfunctions/domain/indices';
import { levers, withheld } from '../../../cloudfunctions/domain/indices/levers.data';
import type { TargetPlan } from '../../../typings/insights';
import type { MetricName } from '../../../typings/vocabulary';
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
const nothing = {
  reads: 0,
  maxReads: 0,
  headlineReads: 0,
  headlineCount: 0,
  shares: 0,
  likes: 0,
  wows: 0,
  comments: 0,
  replies: 0,
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
  const shown = ({ single: each }: TargetPlan) => each.map(({ metric, to }) => [metric, to]);
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

  it('names every figure that moves with it', () => {
    const reads = plan(current + 0.4).single.find(({ metric }) => metric === 'reads');
    expect(reads?.figures).toMatchObject({ reads: reads?.to, likes: expect.any(Number) });
    expect(reads?.figures).not.toHaveProperty('articles');
    const gap = plan(current + 0.4).single.find(({ metric }) => metric === 'longestGapDays');
    expect(gap?.figures).toEqual({ longestGapDays: gap?.to });
    const far = plan(current + 8).single.find(({ metric }) => metric === 'longestGapDays');
    expect(far?.figures).toBeNull();
  });

  it('keeps whole figures within a limit that is not whole', () => {
    const gap = (limit: number) => plan(current + 0.4, { longestGapDays: limit });
    expect(shown(gap(4.5))).toContainEqual(['longestGapDays', 5]);
    // from six days there is no whole day down to five and a half
    expect(shown(gap(5.5)).map(([metric]) => metric)).not.toContain('longestGapDays');
  });

  it('does not multiply what is not there', () => {
    const { single } = unwrap(
      planTarget(scheme, { ...month, ...nothing, articles: 0, longestGapDays: 30 }, 40, {
        articles: 10,
      }),
    );
    expect(single.map(({ metric }) => metric)).not.toContain('articles');
    // no article, no shorter gap
    expect(single.map(({ metric }) => metric)).not.toContain('longestGapDays');
    for (const { reaches } of single) expect(reaches).toEqual(expect.any(Number));
  });

  it('shortens the gap no further than so many articles can', () => {
    const few = { ...month, ...nothing, articles: 4, longestGapDays: 12 };
    const { single } = unwrap(planTarget(scheme, few, 99, { longestGapDays: 1 }));
    const gap = single.find(({ metric }) => metric === 'longestGapDays');
    expect(gap?.reaches).toBe(scored('zhengwei-1', { ...few, longestGapDays: 6 }).value);
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

it('says why it offers nothing', () => {
  const forces = { days: 30, dissemination: 40, service: 50, interaction: 60 };
  const ready = unwrap(planTarget(schemeOf('city-competitiveness'), forces, 80));
  expect(ready).toMatchObject({ single: [], mix: [], mixReaches: ready.current });
  expect(ready.note).toContain('由传播力、服务力、互动力合成');
  const best = { days: 30, articles: 30, openFindings: 0, interactionAvailable: 1 };
  const done = { ...best, longestGapDays: 0, comments: 10, replies: 10, medianReplyHours: 1 };
  const full = unwrap(planTarget(schemeOf('zhengwei-assess-1'), done, 99.99));
  expect(full).toMatchObject({ reached: false, single: [], note: expect.stringContaining('限度') });
  expect(plan(current + 4).note).toBeNull();
  expect(plan(current - 1).note).toBeNull();
});

it('opens dialogue where there is none', () => {
  const shut = { ...month, openFindings: 0, interactionAvailable: 0 };
  const { single } = unwrap(planTarget(schemeOf('zhengwei-assess-1'), shut, 60));
  const open = single.find(({ metric }) => metric === 'interactionAvailable');
  const opened = scored('zhengwei-assess-1', { ...shut, interactionAvailable: 1 }).value;
  expect(open).toMatchObject({ from: 0, to: 1, change: 1, reaches: opened });
});

it('keeps a limit on what only moves alongside', () => {
  const limits = { reads: 22_000, replies: 11 };
  const { single, mix, mixFigures } = plan(current + 20, limits);
  expect(mix.find(({ metric }) => metric === 'longestGapDays')).toBeDefined();
  for (const figures of [mixFigures, ...single.map((change) => change.figures ?? {})]) {
    expect(figures.reads ?? 0).toBeLessThanOrEqual(22_000);
    expect(figures.replies ?? 0).toBeLessThanOrEqual(11);
  }
});

it('does not stop a mix where one more step changes no whole figure', () => {
  const { single, mixReaches, mixFigures } = plan(99);
  for (const { reaches } of single) expect(mixReaches).toBeGreaterThan(reaches);
  expect(mixFigures).toMatchObject({
    longestGapDays: 1,
    workingServiceEntries: 15,
    serviceCompletions: 300,
    lostFollowers: 0,
  });
});

const anyTarget = fc.constantFrom(
  'wci-13.0',
  'wci-14.2-shares',
  'nri',
  'zhengwei-1',
  'zhengwei-assess-1',
);

it('promises in every case what the figures really give, and a mix does as well as one lever', () => {
  fc.assert(
    fc.property(anyTarget, fullRecord, fc.integer({ min: 1, max: 30 }), (id, record, more) => {
      const before = scored(id, record).value ?? Number.NaN;
      const most = schemeOf(id).maximum ?? Number.POSITIVE_INFINITY;
      const target = Math.min(0.99 * most, before * (1 + more / 100));
      const { single, mixFigures, mixReaches, standing } = unwrap(
        planTarget(schemeOf(id), record, target),
      );
      const given = (figures: object) => scored(id, { ...record, ...figures }).value ?? Number.NaN;
      for (const { figures, reaches } of single) {
        if (figures) expect(given(figures)).toBeGreaterThanOrEqual(target);
        expect(mixReaches).toBeGreaterThanOrEqual(Math.min(target, reaches));
      }
      expect(given(mixFigures)).toBe(mixReaches);
      const changed = [mixFigures, ...single.map((change) => change.figures ?? {})];
      for (const name of changed.flatMap((one) => Object.keys(one)) as MetricName[]) {
        expect(standing[name]).toBe(record[name]);
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
