import type { NumberFormat } from '../../../typings/documents';
import { type Buckets, sizeOf } from '../submissions/peer-buckets';
import {
  difference,
  enough,
  inScale,
  leastAccounts,
  ofEnough,
  type Reading,
  type Scale,
  share,
} from './reading';
import { gini, quantile, theil, topTenthShare } from './statistics';

export interface Measure {
  label: string;
  /** head of a table's column, where the table says of what; the label when absent */
  head?: string;
  unit: string;
  /** `index`: as the scheme's scale is told */
  format: NumberFormat | 'index';
  /** shown with its sign */
  signed?: true;
  definition: string;
  read(from: Reading): number | null;
  /** how many accounts it is made of; a count has none */
  count?(from: Reading): number;
}

const withheld = `不足${leastAccounts}个账号的不列。`;
const medianDefinition = `有指数的账号由低到高排列，居第一个不少于一半位置的值。${withheld}`;

const size = (buckets: Buckets): number => sizeOf({ buckets });
const matched = ({ group }: Reading): number => group.rose + group.fell + group.same;
const scoredNow = ({ group }: Reading): number => size(group.now);
const at = (buckets: Buckets, part: number, scale: Scale): number | null =>
  inScale(
    ofEnough(buckets, (enough) => quantile(enough, part)),
    scale,
  );

/** What is told of every group. */
export const groupMeasures = {
  accounts: {
    label: '在用账号数',
    head: '账号数',
    unit: '个',
    format: 'integer',
    definition: '期末最后一日已开通、未关停的账号；开通日期未登记的计入。',
    read: ({ group }) => group.accounts,
  },
  accountsBefore: {
    label: '上期末在用账号数',
    head: '上期末账号数',
    unit: '个',
    format: 'integer',
    definition: '上期最后一日已开通、未关停的账号；开通日期未登记的计入。',
    read: ({ group }) => group.accountsBefore,
  },
  accountsChange: {
    label: '在用账号数比上期',
    unit: '个',
    format: 'integer',
    signed: true,
    definition: '期末在用账号数减上期末在用账号数。',
    read: ({ group }) => group.accounts - group.accountsBefore,
  },
  share: {
    label: '占比',
    unit: '',
    format: 'percent',
    definition: '本组在用账号数占报告范围内全部在用账号数的比重。',
    read: ({ group, all }) => share(group.accounts, all.accounts),
    count: ({ all }) => all.accounts,
  },
  scored: {
    label: '有指数的账号数',
    head: '有指数',
    unit: '个',
    format: 'integer',
    definition: '在用账号中本期有指数的；未报数、数据不足的没有指数。',
    read: scoredNow,
  },
  coverage: {
    label: '指数覆盖率',
    unit: '',
    format: 'percent',
    definition: '有指数的账号数占在用账号数的比重。',
    read: ({ group }) => share(size(group.now), group.accounts),
    count: ({ group }) => group.accounts,
  },
  median: {
    label: '指数中位数',
    head: '中位数',
    unit: '',
    format: 'index',
    definition: medianDefinition,
    read: ({ group, scale }) => at(group.now, 0.5, scale),
    count: scoredNow,
  },
  medianBefore: {
    label: '上期指数中位数',
    head: '上期中位数',
    unit: '',
    format: 'index',
    definition: `按上期指数计算的中位数。${withheld}`,
    read: ({ group, scale }) => at(group.before, 0.5, scale),
    count: ({ group }) => size(group.before),
  },
  medianChange: {
    label: '指数中位数比上期',
    head: '比上期',
    unit: '',
    format: 'index',
    signed: true,
    definition: '本期指数中位数减上期指数中位数；两期的账号不尽相同。',
    read: ({ group, scale }) =>
      inScale(
        difference(
          ofEnough(group.now, (one) => quantile(one, 0.5)),
          ofEnough(group.before, (one) => quantile(one, 0.5)),
        ),
        scale,
      ),
    count: scoredNow,
  },
  matched: {
    label: '两期都有指数的账号数',
    head: '两期都有',
    unit: '个',
    format: 'integer',
    definition: '本期和上期都有指数的账号。',
    read: matched,
  },
  rose: {
    label: '上升的账号数',
    head: '上升',
    unit: '个',
    format: 'integer',
    definition: '两期都有指数、本期高于上期的账号（按指数所列的小数位比较）。',
    read: ({ group }) => group.rose,
  },
  same: {
    label: '持平的账号数',
    head: '持平',
    unit: '个',
    format: 'integer',
    definition: '两期都有指数、按指数所列的小数位相等的账号。',
    read: ({ group }) => group.same,
  },
  fell: {
    label: '下降的账号数',
    head: '下降',
    unit: '个',
    format: 'integer',
    definition: '两期都有指数、本期低于上期的账号（按指数所列的小数位比较）。',
    read: ({ group }) => group.fell,
  },
  roseShare: {
    label: '上升的占比',
    head: '上升占比',
    unit: '',
    format: 'percent',
    definition: '上升的账号数占两期都有指数的账号数的比重。',
    read: (from) => share(from.group.rose, matched(from)),
    count: matched,
  },
  fellShare: {
    label: '下降的占比',
    head: '下降占比',
    unit: '',
    format: 'percent',
    definition: '下降的账号数占两期都有指数的账号数的比重。',
    read: (from) => share(from.group.fell, matched(from)),
    count: matched,
  },
} satisfies Record<string, Measure>;

type Side = 'now' | 'before';

const regionTheil = ({ regions }: Reading, side: Side) => {
  const told = regions.map((region) => region[side]).filter((one) => size(one) > 0);
  return told.length < 2 || told.reduce((sum, one) => sum + size(one), 0) < leastAccounts
    ? null
    : theil(told);
};
const regionGap = ({ regions }: Reading, side: Side): number | null => {
  const medians = regions
    .map((region) => region[side])
    .filter(enough)
    .flatMap((one) => quantile(one, 0.5) ?? []);
  return medians.length < 2 ? null : Math.max(...medians) - Math.min(...medians);
};
const inRegions = ({ regions }: Reading): number =>
  regions.reduce((sum, { now }) => sum + size(now), 0);
const inRegionsBefore = ({ regions }: Reading): number =>
  regions.reduce((sum, { before }) => sum + size(before), 0);
const ofWhole = (buckets: Buckets, statistic: (buckets: Buckets) => number | null) =>
  ofEnough(buckets, statistic);

/** What is told of the report's whole scope alone. */
export const wholeMeasures = {
  scoredBefore: {
    label: '上期有指数的账号数',
    unit: '个',
    format: 'integer',
    definition: '上期末在用账号中上期有指数的。',
    read: ({ all }) => size(all.before),
  },
  scoredChange: {
    label: '有指数的账号数比上期',
    unit: '个',
    format: 'integer',
    signed: true,
    definition: '本期有指数的账号数减上期有指数的账号数。',
    read: ({ all }) => size(all.now) - size(all.before),
  },
  opened: {
    label: '新开设账号数',
    unit: '个',
    format: 'integer',
    definition: '开通日期在本期内的账号。',
    read: ({ tally }) => tally.opened,
  },
  closed: {
    label: '关停账号数',
    unit: '个',
    format: 'integer',
    definition: '关停日期在本期内的账号。',
    read: ({ tally }) => tally.closed,
  },
  doubtful: {
    label: '有待复核数据的账号数',
    unit: '个',
    format: 'integer',
    definition: '在用账号中，本期得分带有异常提示的；仍计入各项统计。',
    read: ({ tally }) => tally.doubtful,
  },
  lowerQuartile: {
    label: '指数下四分位数',
    unit: '',
    format: 'index',
    definition: `有指数的账号由低到高排列，居第一个不少于四分之一位置的值。${withheld}`,
    read: ({ all, scale }) => at(all.now, 0.25, scale),
    count: scoredNow,
  },
  upperQuartile: {
    label: '指数上四分位数',
    unit: '',
    format: 'index',
    definition: `有指数的账号由低到高排列，居第一个不少于四分之三位置的值。${withheld}`,
    read: ({ all, scale }) => at(all.now, 0.75, scale),
    count: scoredNow,
  },
  gini: {
    label: '指数的基尼系数',
    unit: '',
    format: 'three-decimals',
    definition: `账号间指数的基尼系数，0 为完全相等，越大越集中。${withheld}`,
    read: ({ all }) => ofWhole(all.now, gini),
    count: scoredNow,
  },
  giniBefore: {
    label: '上期指数的基尼系数',
    unit: '',
    format: 'three-decimals',
    definition: `按上期指数计算的基尼系数。${withheld}`,
    read: ({ all }) => ofWhole(all.before, gini),
    count: ({ all }) => size(all.before),
  },
  giniChange: {
    label: '基尼系数比上期',
    unit: '',
    format: 'three-decimals',
    signed: true,
    definition: '本期基尼系数减上期基尼系数，两者先取三位小数。',
    read: ({ all }) =>
      difference(thousandths(ofWhole(all.now, gini)), thousandths(ofWhole(all.before, gini))),
    count: scoredNow,
  },
  topTenth: {
    label: '最高一成账号的指数份额',
    unit: '',
    format: 'percent',
    definition: `指数最高的十分之一账号（个数向上取整）的指数之和占全部指数之和的比重。${withheld}`,
    read: ({ all }) => ofWhole(all.now, topTenthShare),
    count: scoredNow,
  },
  medianGain: {
    label: '账号变化的中位数',
    unit: '',
    format: 'index',
    signed: true,
    definition: `两期都有指数的账号，本期减上期之差的中位数。${withheld}`,
    read: ({ tally, scale }) => at(tally.change, 0.5, scale),
    count: matched,
  },
  theil: {
    label: '泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: `计入地区的账号间指数的泰尔 T 指数，0 为完全相等。${withheld}`,
    read: (from) => regionTheil(from, 'now')?.total ?? null,
    count: inRegions,
  },
  theilBefore: {
    label: '上期泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: `按上期指数计算的泰尔指数。${withheld}`,
    read: (from) => regionTheil(from, 'before')?.total ?? null,
    count: inRegionsBefore,
  },
  theilChange: {
    label: '泰尔指数比上期',
    unit: '',
    format: 'three-decimals',
    signed: true,
    definition: '本期泰尔指数减上期泰尔指数，两者先取三位小数。',
    read: (from) =>
      difference(
        thousandths(regionTheil(from, 'now')?.total ?? null),
        thousandths(regionTheil(from, 'before')?.total ?? null),
      ),
    count: inRegions,
  },
  theilBetween: {
    label: '地区间泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: '各地区均值之间的部分。',
    read: (from) => regionTheil(from, 'now')?.between ?? null,
    count: inRegions,
  },
  theilBetweenBefore: {
    label: '上期地区间泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: `按上期指数计算的地区间泰尔指数。${withheld}`,
    read: (from) => regionTheil(from, 'before')?.between ?? null,
    count: inRegionsBefore,
  },
  theilBetweenChange: {
    label: '地区间泰尔指数比上期',
    unit: '',
    format: 'three-decimals',
    signed: true,
    definition: '本期地区间泰尔指数减上期地区间泰尔指数，两者先取三位小数。',
    read: (from) =>
      difference(
        thousandths(regionTheil(from, 'now')?.between ?? null),
        thousandths(regionTheil(from, 'before')?.between ?? null),
      ),
    count: inRegions,
  },
  theilWithin: {
    label: '地区内泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: '各地区内部账号之间的部分；与地区间的部分相加为泰尔指数。',
    read: (from) => regionTheil(from, 'now')?.within ?? null,
    count: inRegions,
  },
  theilWithinBefore: {
    label: '上期地区内泰尔指数',
    unit: '',
    format: 'three-decimals',
    definition: `按上期指数计算的地区内泰尔指数。${withheld}`,
    read: (from) => regionTheil(from, 'before')?.within ?? null,
    count: inRegionsBefore,
  },
  theilWithinChange: {
    label: '地区内泰尔指数比上期',
    unit: '',
    format: 'three-decimals',
    signed: true,
    definition: '本期地区内泰尔指数减上期地区内泰尔指数，两者先取三位小数。',
    read: (from) =>
      difference(
        thousandths(regionTheil(from, 'now')?.within ?? null),
        thousandths(regionTheil(from, 'before')?.within ?? null),
      ),
    count: inRegions,
  },
  betweenShare: {
    label: '地区间差异占比',
    unit: '',
    format: 'percent',
    definition: '地区间泰尔指数占泰尔指数的比重；指数完全相等时没有。',
    read: (from) => {
      const parts = regionTheil(from, 'now');
      return parts && parts.total > 0 ? parts.between / parts.total : null;
    },
    count: inRegions,
  },
  regionGap: {
    label: '地区中位数差',
    unit: '',
    format: 'index',
    definition: `各地区指数中位数的最高与最低之差。有指数的账号不足${leastAccounts}个的地区不计。`,
    read: (from) => inScale(regionGap(from, 'now'), from.scale),
    count: inRegions,
  },
  regionGapBefore: {
    label: '上期地区中位数差',
    unit: '',
    format: 'index',
    definition: `按上期指数计算的地区中位数差。有指数的账号不足${leastAccounts}个的地区不计。`,
    read: (from) => inScale(regionGap(from, 'before'), from.scale),
    count: inRegionsBefore,
  },
  regionGapChange: {
    label: '地区中位数差比上期',
    unit: '',
    format: 'index',
    signed: true,
    definition: '本期地区中位数差减上期地区中位数差；两期计入的地区不尽相同。',
    read: (from) =>
      inScale(difference(regionGap(from, 'now'), regionGap(from, 'before')), from.scale),
    count: inRegions,
  },
  modeChanged: {
    label: '调整运作模式的账号数',
    unit: '个',
    format: 'integer',
    definition: '两期末都在用、登记的运作模式与上期末不同的账号。',
    read: ({ tally }) => Object.values(tally.transitions).reduce((sum, number) => sum + number, 0),
  },
} satisfies Record<string, Measure>;

function thousandths(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(3));
}

/** How many accounts went from one mode to another. */
export const transitionMeasure: Measure = {
  label: '调整运作模式的账号数',
  head: '账号数',
  unit: '个',
  format: 'integer',
  definition: '两期末都在用、登记的运作模式由前者变为后者的账号。',
  read: ({ moved }) => moved,
};
