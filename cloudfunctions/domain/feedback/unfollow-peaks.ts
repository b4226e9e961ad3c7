import { median, medianAbsoluteDeviation } from 'simple-statistics';
import type { DatedPost, LossDay, UnfollowPeak } from '../../../typings/feedback';
import type { Day } from '../../../typings/vocabulary';
import { dayNumber } from '../indices/days';

/** How peaks are found; the product's own choice, after Iglewicz & Hoaglin 1993 (3.5). */
export const peakRules = {
  /** days before that make the usual */
  windowDays: 28,
  /** fewer known days give no usual */
  minimumDays: 14,
  residual: 3.5,
  /** smaller rises are not worth a look */
  minimumRise: 5,
  /** posts of the day itself and of this many days before are named */
  postDays: 1,
} as const;

/** Makes a median absolute deviation comparable with a standard deviation. */
const normalScale = 1.4826;

/**
 * Days on which far more people left than usual: robust residual against the median of the days
 * before, with at least the spread that counts have by chance. The posts just before are a hint of
 * what came first, not a verdict on what caused it.
 *
 * @param unlisted days of which no list of posts was filed: what came before them is not known
 */
export function unfollowPeaks(
  days: LossDay[],
  posts: DatedPost[],
  unlisted: ReadonlySet<Day> = new Set(),
): UnfollowPeak[] {
  const known = days
    .flatMap(({ day, lostFollowers }) => {
      const number = dayNumber(day);
      return number === null || lostFollowers === null
        ? []
        : [{ day, number, lost: lostFollowers }];
    })
    .sort((a, b) => a.number - b.number);
  return known.flatMap(({ day, number, lost }) => {
    const before = known.filter(
      (other) => other.number < number && number - other.number <= peakRules.windowDays,
    );
    if (before.length < peakRules.minimumDays) return [];
    const losses = before.map((other) => other.lost);
    const usual = median(losses);
    const spread = Math.max(normalScale * medianAbsoluteDeviation(losses), Math.sqrt(usual + 1));
    const residual = (lost - usual) / spread;
    if (residual < peakRules.residual || lost - usual < peakRules.minimumRise) return [];
    const postsBefore = postsNear(number, posts);
    return [
      {
        day,
        lostFollowers: lost,
        usual,
        residual,
        postsBefore,
        text: hint(usual, unlisted.has(day) ? null : postsBefore),
      },
    ];
  });
}

function postsNear(number: number, posts: DatedPost[]): DatedPost[] {
  return posts
    .filter((post) => {
      const gap = number - (dayNumber(post.day) ?? Number.NaN);
      return gap >= 0 && gap <= peakRules.postDays;
    })
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

function hint(usual: number, posts: DatedPost[] | null): string {
  const rise = `平时约 ${Math.round(usual)} 人`;
  if (posts === null) return `${rise}；这一期没有导入文章清单，看不出此前发布了什么`;
  if (posts.length === 0) return `${rise}；当天和前一天没有发布，原因可能在别处`;
  const titles = posts.map(({ title }) => `《${title}》`).join('、');
  return `${rise}；此前发布了${titles}。仅为线索，不代表因果`;
}
