import type { InputName } from '../../../typings/indices';
import type { FieldReader } from './fields';
import { at, daysIndex, type Figures, placeOf } from './figures';
import { greatestGap, shortestGap } from './gaps';
import { bounds, maxima, metricFacts, nothingWithout } from './metrics.data';
import type { QuantityInput } from './scheme';

/** Unknown figures are NaN, with which every comparison is false: nothing unknown is broken. */
interface Pair {
  first: number;
  second: number;
  field: InputName;
  message: string;
}

const label = (name: InputName): string => metricFacts[name].label;

const pair = (field: InputName, other: QuantityInput, message: string): Pair => ({
  first: placeOf(field),
  second: placeOf(other),
  field,
  message,
});

const neverMore: Pair[] = bounds.map(({ lesser, greater }) =>
  pair(lesser, greater, `${label(lesser)}不能多于${label(greater)}`),
);

const neverBelowMean: Pair[] = maxima.map(({ maximum, total }) =>
  pair(maximum, total, `${label(maximum)}不能低于每篇平均`),
);

const readerTotals: InputName[] = ['reads', 'wows', 'likes', 'shares', 'favourites', 'comments'];

const noneWithout: Pair[] = [
  ...nothingWithout.map(({ part, whole }) =>
    pair(part, whole, `${label(whole)}为 0 时${label(part)}须为 0`),
  ),
  ...readerTotals.map((name) => pair(name, 'articles', `没有发布文章时${label(name)}须为 0`)),
];

const articles = placeOf('articles');
const followers = placeOf('followers');
const newFollowers = placeOf('newFollowers');
const lostFollowers = placeOf('lostFollowers');
const longestGapDays = placeOf('longestGapDays');

/** Refuses figures that cannot be true together, naming the one to look at. */
export function checkConsistency(figures: Figures, fields: FieldReader): void {
  for (const pair of neverMore) {
    if (at(figures, pair.first) > at(figures, pair.second)) fields.fault(pair.field, pair.message);
  }
  const count = at(figures, articles);
  for (const pair of neverBelowMean) {
    // half a count of slack for the division
    const isBelow = count > 0 && at(figures, pair.first) * count < at(figures, pair.second) - 0.5;
    if (isBelow) fields.fault(pair.field, pair.message);
  }
  for (const pair of noneWithout) {
    const isWithout = at(figures, pair.second) === 0 && at(figures, pair.first) > 0;
    if (isWithout) fields.fault(pair.field, pair.message);
  }
  if (at(figures, newFollowers) > at(figures, followers) + at(figures, lostFollowers)) {
    fields.fault('newFollowers', '新增关注人数不能多于期末关注人数与取消关注人数之和');
  }
  const gap = at(figures, longestGapDays);
  const days = at(figures, daysIndex);
  if (gap < shortestGap(count, days) || gap > greatestGap(count, days)) {
    fields.fault('longestGapDays', gapFault(gap, count, days));
  }
}

function gapFault(gap: number, count: number, days: number): string {
  const name = label('longestGapDays');
  if (gap > days) return `${name}不能多于周期天数`;
  if (count === 0) return `没有发布文章时${name}须为周期的全部 ${days} 天`;
  if (gap === days) return `发布过文章，${name}不能是周期的全部 ${days} 天`;
  const least = shortestGap(count, days);
  return `${count} 篇文章最多有 ${count} 天发布，${days} 天里${name}至少为 ${least} 天`;
}
