import type { InputName } from '../../../typings/indices';
import type { FieldReader } from './fields';
import { at, type Figures, placeOf } from './figures';
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

const neverMore: Pair[] = [
  ...bounds.map(({ lesser, greater }) =>
    pair(lesser, greater, `${label(lesser)}不能多于${label(greater)}`),
  ),
  pair('longestGapDays', 'days', '最长未发布天数不能多于周期天数'),
];

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
}
