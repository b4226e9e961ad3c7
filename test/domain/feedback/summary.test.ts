import fc from 'fast-check';
import {
  minimumAnswers,
  noAnswers,
  proportion,
  satisfactionFigures,
  summariseFeedback,
  together,
  unfollowPeaks,
  withAnswer,
} from '../../../cloudfunctions/domain/feedback';
import type { FeedbackAnswer, LossDay } from '../../../typings/feedback';

const answer = (changes: Partial<FeedbackAnswer> = {}): FeedbackAnswer => ({
  accountId: 'account-1',
  week: '2026-W47',
  day: '2026-11-20',
  ratings: { worth: 'good' },
  ...changes,
});

const answers = (count: number, changes: Partial<FeedbackAnswer> = {}) =>
  Array.from({ length: count }, () => answer(changes));

const tallyOf = (list: FeedbackAnswer[]) => list.reduce(withAnswer, noAnswers());

describe('together', () => {
  it('counts the same, however the answers are split', () => {
    const rating = fc.constantFrom('good', 'fair', 'poor' as const);
    const one = fc.record({ worth: rating, updates: rating });
    fc.assert(
      fc.property(fc.array(one), fc.nat(20), (ratings, at) => {
        const list = ratings.map((given) =>
          answer({ ratings: given as FeedbackAnswer['ratings'] }),
        );
        const [first, second] = [list.slice(0, at), list.slice(at)];
        expect(together([tallyOf(first), tallyOf(second)])).toEqual(tallyOf(list));
      }),
    );
  });
});

describe('summariseFeedback', () => {
  it('shows nothing but the count under 20 answers', () => {
    expect(summariseFeedback(tallyOf(answers(19)), ['好'])).toEqual({
      answers: 19,
      minimum: minimumAnswers,
      aspects: null,
      service: null,
      satisfied: null,
      comments: [],
    });
  });

  it('shows shares of those who answered, from 20 on', () => {
    const list = [
      ...answers(15, { ratings: { worth: 'good' }, service: 'finished' }),
      ...answers(5, { ratings: { worth: 'poor' } }),
    ];
    const summary = summariseFeedback(tallyOf(list), ['更新太慢']);
    expect(summary.aspects?.worth).toMatchObject({ count: 15, of: 20, share: 0.75 });
    expect(summary.aspects?.interest).toBeNull();
    expect(summary.service?.finished).toMatchObject({ count: 15, of: 15, share: 1 });
    expect(summary.service?.failed?.count).toBe(0);
    expect(summary.satisfied).toMatchObject({ count: 15, of: 20 });
    expect(summary.comments).toEqual(['更新太慢']);
  });
});

describe('satisfactionFigures', () => {
  it.each<[string, Partial<FeedbackAnswer>, number]>([
    ['good', { ratings: { worth: 'good' } }, 1],
    ['fair alone', { ratings: { worth: 'fair' } }, 0],
    ['good and fair', { ratings: { worth: 'good', updates: 'fair' } }, 1],
    ['good, but the service failed', { ratings: { worth: 'good' }, service: 'failed' }, 0],
    ['service found alone', { ratings: {}, service: 'found' }, 1],
  ])('counts %s', (_, changes, satisfied) => {
    expect(satisfactionFigures(tallyOf([answer(changes)]), '2026-11-30')).toMatchObject({
      satisfactionAnswers: { value: 1, source: 'api', asOf: '2026-11-30' },
      satisfied: { value: satisfied },
    });
  });

  it('says nothing of no answers', () => {
    expect(satisfactionFigures(noAnswers(), '2026-11-30')).toEqual({});
  });
});

describe('proportion', () => {
  it('matches Wilson’s interval worked by hand', () => {
    const interval = proportion(15, 20);
    expect(interval?.low).toBeCloseTo(0.5313, 4);
    expect(interval?.high).toBeCloseTo(0.8881, 4);
  });

  it('is nothing of nothing, and holds its share within 0 and 1', () => {
    expect(proportion(0, 0)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
        const interval = proportion(Math.min(of, some), of);
        if (!interval) throw new Error('no interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(interval.share + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(interval.share - 1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('unfollowPeaks', () => {
  const days = (losses: (number | null)[]): LossDay[] =>
    losses.map((lostFollowers, index) => ({
      day: `2026-10-${String(index + 1).padStart(2, '0')}`,
      lostFollowers,
    }));
  const usual = Array.from({ length: 20 }, (_, index) => 8 + (index % 5));
  const posts = [
    { id: 'p1', title: '前天', day: '2026-10-19' },
    { id: 'p2', title: '昨天', day: '2026-10-20' },
    { id: 'p3', title: '当天', day: '2026-10-21' },
    { id: 'p4', title: '次日', day: '2026-10-22' },
  ];

  it('names the peak and the posts just before, as a hint', () => {
    const [peak, ...others] = unfollowPeaks(days([...usual, 60]), posts);
    expect(others).toEqual([]);
    expect(peak).toMatchObject({ day: '2026-10-21', lostFollowers: 60, usual: 10 });
    expect(peak?.postsBefore.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(peak?.text).toContain('不代表因果');
  });

  it('finds none in the usual, nor without enough days before', () => {
    expect(unfollowPeaks(days([...usual, 14]), posts)).toEqual([]);
    expect(unfollowPeaks(days([8, 9, 10, 60]), posts)).toEqual([]);
  });

  it('takes missing days as unknown, not as none lost', () => {
    const gaps = usual.map((lost, index) => (index % 3 === 0 ? null : lost));
    expect(unfollowPeaks(days([...gaps, 60]), posts)).toHaveLength(0);
    expect(unfollowPeaks(days([...usual, 9, null, 60]), posts)).toHaveLength(1);
  });

  it('keeps a peak from hiding the next one', () => {
    const peaks = unfollowPeaks(days([...usual, 60, 9, 55]), []);
    expect(peaks.map(({ day }) => day)).toEqual(['2026-10-21', '2026-10-23']);
    expect(peaks[0]?.text).toContain('没有发布');
  });

  it('does not call chance on a quiet or an even account a peak', () => {
    expect(unfollowPeaks(days([...Array.from({ length: 20 }, () => 0), 3]), posts)).toEqual([]);
    expect(unfollowPeaks(days([...Array.from({ length: 20 }, () => 100), 120]), posts)).toEqual([]);
    expect(unfollowPeaks(days([...Array.from({ length: 20 }, () => 0), 9]), posts)).toHaveLength(1);
  });
});
