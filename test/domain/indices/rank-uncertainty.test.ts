import fc from 'fast-check';
import { rankIntervals, scoreInterval } from '../../../cloudfunctions/domain/indices';
import { seededRandom } from '../../../scripts/sample-data/random';
import { fullRecord, schemeOf, unwrap } from './records';

describe('the uncertainty of ranks', () => {
  const record = (reads: number, spread: number) => ({
    days: 30,
    measure: 'times',
    items: Array.from({ length: 12 }, (_, index) => ({
      reads: Math.round(reads * (1 + (spread * (index - 5.5)) / 5.5)),
      likes: 3,
      wows: 2,
      headline: true,
    })),
  });
  const entries = [
    { account: 'far', record: record(50_000, 0.2) },
    { account: 'near', record: record(1000, 0.9) },
    { account: 'nearer', record: record(1020, 0.9) },
  ];
  const intervals = (seed: number) =>
    unwrap(rankIntervals(schemeOf('wci-14.2'), entries, { random: seededRandom(seed).next }));

  it('cannot tell like from like, and tells far from near', () => {
    const [first, second, third] = intervals(1);
    expect(first).toMatchObject({ account: 'far', rank: 1, rankInterval: [1, 1] });
    expect(first?.notDistinguishableFrom).toEqual([]);
    expect(second?.notDistinguishableFrom).toEqual([third?.account]);
    expect(second?.rankInterval).toEqual([2, 3]);
    for (const { value, valueInterval } of intervals(1)) {
      expect(valueInterval[0]).toBeLessThan(value);
      expect(valueInterval[1]).toBeGreaterThan(value);
    }
  });

  it('is the same for the same seed', () => {
    expect(intervals(5)).toEqual(intervals(5));
    expect(intervals(5)).not.toEqual(intervals(6));
  });

  it('leaves out who has no value and refuses a bad record', () => {
    const random = seededRandom(1).next;
    const lacking = [...entries, { account: 'silent', record: { days: 30, articles: 3 } }];
    expect(unwrap(rankIntervals(schemeOf('wci-14.2'), lacking, { random }))).toHaveLength(3);
    const bad = [{ account: 'bad', record: { days: 30, reads: -1 } }];
    expect(rankIntervals(schemeOf('wci-14.2'), bad, { random })).toMatchObject({ ok: false });
  });
});

describe('the weights that vary', () => {
  const month = { days: 30, measure: 'times' };
  /** one is good at being read, the other at being answered; alike as the weights stand */
  const apart = [
    { account: 'read', record: { ...month, dissemination: 90, service: 50, interaction: 50 } },
    { account: 'heard', record: { ...month, dissemination: 50, service: 50, interaction: 84 } },
    { account: 'behind', record: { ...month, dissemination: 20, service: 20, interaction: 20 } },
  ];
  const ranked = (weightRange: number) => {
    const options = { random: seededRandom(3).next, weightRange };
    return unwrap(rankIntervals(schemeOf('city-competitiveness'), apart, options));
  };
  const widths = (weightRange: number) =>
    ranked(weightRange).map(({ valueInterval: [low, high] }) => high - low);

  it('decide between two accounts that no article tells apart', () => {
    const [first, second, third] = ranked(0.2);
    expect(first).toMatchObject({ account: 'read', rankInterval: [1, 2] });
    expect(first?.notDistinguishableFrom).toEqual(['heard']);
    expect(second?.rankInterval).toEqual([1, 2]);
    expect(third).toMatchObject({ rankInterval: [3, 3], notDistinguishableFrom: [] });
  });

  it('decide nothing when their range is nothing', () => {
    for (const { rank, rankInterval, notDistinguishableFrom } of ranked(0)) {
      expect(rankInterval).toEqual([rank, rank]);
      expect(notDistinguishableFrom).toEqual([]);
    }
    for (const width of widths(0)) expect(width).toBeCloseTo(0, 9);
  });

  it('widen the intervals of unlike forces with their range, and leave equal forces alone', () => {
    const [, narrow = 0, equal] = widths(0.1);
    const [, wide = 0] = widths(0.3);
    expect(narrow).toBeGreaterThan(0);
    expect(wide).toBeGreaterThan(2 * narrow);
    expect(equal).toBeCloseTo(0, 9);
  });
});

describe('the interval of one score', () => {
  const article = fc.record({ reads: fc.nat(10_000), comments: fc.nat(50) });

  it('stays on the scale: with fewer comments drawn, fewer replies', () => {
    fc.assert(
      fc.property(
        fullRecord,
        fc.array(article, { minLength: 2, maxLength: 12 }),
        fc.nat(1000),
        (figures, items, seed) => {
          const record = { ...figures, replies: figures.comments };
          for (const id of ['zhengwei-1', 'zhengwei-assess-1']) {
            const { next: random } = seededRandom(seed);
            const found = scoreInterval(schemeOf(id), { record, items }, { random, draws: 20 });
            const [low, high] = found ?? [0, 100];
            expect(low).toBeGreaterThanOrEqual(0);
            expect(high).toBeLessThanOrEqual(100);
            expect(high).toBeGreaterThanOrEqual(low);
          }
        },
      ),
      { numRuns: 200, seed: 20_261_124 },
    );
  });

  it('leaves a share of the comments as it is, however many of them are drawn', () => {
    const record = { days: 30, comments: 10_000, replies: 6000, messages: 0, messageReplies: 0 };
    const known = {
      longestGapDays: 1,
      openFindings: 0,
      interactionAvailable: 1,
      medianReplyHours: 5,
      serviceEntries: 2,
      workingServiceEntries: 2,
      serviceUses: 10,
      serviceCompletions: 10,
    };
    const items = [{ comments: 2000 }, { comments: 8000 }];
    const { next: random } = seededRandom(1);
    const scheme = schemeOf('zhengwei-assess-1');
    const found = scoreInterval(scheme, { record: { ...record, ...known }, items }, { random });
    const [low, high] = found ?? [0, 100];
    expect(high - low).toBeLessThan(0.01);
  });

  it('is none where nothing of the articles enters the scheme', () => {
    const record = { days: 30, dissemination: 50, service: 60, interaction: 70 };
    const items = [{ reads: 10 }, { reads: 90 }, { reads: 900 }];
    const { next: random } = seededRandom(1);
    const scheme = schemeOf('city-competitiveness');
    expect(scoreInterval(scheme, { record, items }, { random })).toBeNull();
  });
});
