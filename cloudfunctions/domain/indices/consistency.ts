import type { InputName } from '../../../typings/indices';
import type { FieldReader } from './fields';
import { type Figures, placeOf } from './figures';
import { bounds, maxima, metricFacts, nothingWithout } from './metrics.data';
import type { QuantityInput } from './scheme';

/** Unknown figures are NaN, with which every comparison is false: nothing unknown is broken. */
interface Check {
  places: [number, number, number];
  broken(a: number, b: number, c: number): boolean;
  field: InputName;
  message: string;
}

const label = (name: InputName): string => metricFacts[name].label;

const check = (
  [first, second, third = first]: [QuantityInput, QuantityInput, QuantityInput?],
  field: InputName,
  broken: Check['broken'],
  message: string,
): Check => ({
  places: [placeOf(first), placeOf(second), placeOf(third)],
  broken,
  field,
  message,
});

const readerTotals: InputName[] = ['reads', 'wows', 'likes', 'shares', 'favourites', 'comments'];

const checks: Check[] = [
  ...bounds.map(({ lesser, greater }) =>
    check([lesser, greater], lesser, (a, b) => a > b, `${label(lesser)}不能多于${label(greater)}`),
  ),
  ...maxima.map(({ maximum, total }) =>
    check(
      [maximum, total, 'articles'],
      maximum,
      // half a count of slack for the division
      (most, all, count) => most * count < all - 0.5,
      `${label(maximum)}不能低于每篇平均`,
    ),
  ),
  ...nothingWithout.map(({ part, whole }) =>
    check(
      [part, whole],
      part,
      (a, b) => a > 0 && b === 0,
      `${label(whole)}为 0 时${label(part)}须为 0`,
    ),
  ),
  ...readerTotals.map((name) =>
    check(
      [name, 'articles'],
      name,
      (a, articles) => a > 0 && articles === 0,
      `没有发布文章时${label(name)}须为 0`,
    ),
  ),
  check(
    ['newFollowers', 'followers', 'lostFollowers'],
    'newFollowers',
    (gained, end, lost) => gained > end + lost,
    '新增关注人数不能多于期末关注人数与取消关注人数之和',
  ),
  check(
    ['longestGapDays', 'days'],
    'longestGapDays',
    (gap, days) => gap > days,
    '最长未发布天数不能多于周期天数',
  ),
];

/** Refuses figures that cannot be true together, naming the one to look at. */
export function checkConsistency(figures: Figures, fields: FieldReader): void {
  for (const { places, broken, field, message } of checks) {
    const [first, second, third] = places;
    if (broken(at(figures, first), at(figures, second), at(figures, third))) {
      fields.fault(field, message);
    }
  }
}

const at = (figures: Figures, place: number): number => figures[place] ?? Number.NaN;
