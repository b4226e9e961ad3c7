import type { ReportChart } from '../../../typings/reports';
import type { Dimension } from './groups';
import type { SectionName } from './phrases.data';

interface TablePlan {
  caption: string;
  /** a row a group of the dimension, in its order */
  dimension: Dimension;
  /** head of the first column */
  head: string;
  /** measures, a column each */
  measures: string[];
  /** rows by this measure, the greatest first; the usual order when absent */
  by?: string;
  /** so many rows, of those that have the measure */
  first?: number;
}

interface ChartPlan extends Pick<ReportChart, 'title' | 'chart' | 'unit'> {
  dimension: Dimension;
  /** a series each */
  measures: string[];
  by?: string;
  first?: number;
}

export interface SectionPlan {
  id: SectionName;
  title: string;
  /** told only where several groups of it have accounts */
  dimension?: Dimension;
  tables: TablePlan[];
  charts: ChartPlan[];
}

const usual = ['accounts', 'share', 'median', 'medianChange', 'medianBefore', 'scored'];
const leading = 10;
const mostBars = 15;

const usualTable = (dimension: Dimension, head: string, by?: string): TablePlan => ({
  caption: `各${head}账号与指数`,
  dimension,
  head,
  measures: usual,
  ...(by ? { by } : {}),
});

const amounts = (dimension: Dimension, head: string): ChartPlan => ({
  title: `各${head}在用账号数`,
  chart: 'column',
  unit: '个',
  dimension,
  measures: ['accounts'],
});

const medians = (dimension: Dimension, head: string): ChartPlan => ({
  title: `各${head}指数中位数`,
  chart: 'column',
  unit: '',
  dimension,
  measures: ['medianBefore', 'median'],
});

/** The report's sections, in order, under the numerals 一、二、… */
export const sections: readonly SectionPlan[] = [
  { id: 'overview', title: '总体情况', tables: [], charts: [] },
  {
    id: 'level',
    title: '级别分布',
    dimension: 'level',
    tables: [usualTable('level', '级别')],
    charts: [amounts('level', '级别'), medians('level', '级别')],
  },
  {
    id: 'region',
    title: '地域分布',
    dimension: 'region',
    tables: [
      usualTable('region', '地区', 'median'),
      {
        caption: '指数中位数居前的市、县（区）',
        dimension: 'city',
        head: '地区',
        measures: usual,
        by: 'median',
        first: leading,
      },
    ],
    charts: [
      {
        title: '各地区指数中位数',
        chart: 'bar',
        unit: '',
        dimension: 'region',
        measures: ['median'],
        by: 'median',
        first: mostBars,
      },
    ],
  },
  {
    id: 'department',
    title: '部门分布',
    dimension: 'department',
    tables: [usualTable('department', '部门', 'accounts')],
    charts: [
      {
        title: '各部门指数中位数',
        chart: 'bar',
        unit: '',
        dimension: 'department',
        measures: ['median'],
        by: 'median',
        first: mostBars,
      },
    ],
  },
  {
    id: 'stage',
    title: '发展阶段',
    dimension: 'stage',
    tables: [usualTable('stage', '阶段')],
    charts: [amounts('stage', '阶段')],
  },
  {
    id: 'mode',
    title: '运作模式及变化',
    dimension: 'mode',
    tables: [
      {
        caption: '各模式账号与指数',
        dimension: 'mode',
        head: '模式',
        measures: ['accounts', 'accountsBefore', 'share', 'median', 'medianChange', 'scored'],
      },
      {
        caption: '运作模式的调整',
        dimension: 'transition',
        head: '调整',
        measures: ['changed'],
      },
    ],
    charts: [amounts('mode', '模式')],
  },
  { id: 'concentration', title: '集中程度与地区差距', tables: [], charts: [] },
  {
    id: 'comparison',
    title: '与上期比较',
    tables: [
      {
        caption: '各级别账号指数的升降',
        dimension: 'level',
        head: '级别',
        measures: ['matched', 'rose', 'same', 'fell', 'roseShare', 'fellShare'],
      },
    ],
    charts: [
      {
        title: '各级别上升、持平与下降的账号数',
        chart: 'column',
        unit: '个',
        dimension: 'level',
        measures: ['rose', 'same', 'fell'],
      },
    ],
  },
];

/** Rows of the whole scope: a name, then this period, the one before, and the change. */
export const wholeRows: Partial<
  Record<
    SectionName,
    { caption: string; rows: { name: string; figures: [string, string, string] }[] }
  >
> = {
  overview: {
    caption: '主要指标',
    rows: [
      {
        name: '在用账号数（个）',
        figures: ['all.accounts', 'all.accountsBefore', 'all.accountsChange'],
      },
      {
        name: '有指数的账号数（个）',
        figures: ['all.scored', 'all.scoredBefore', 'all.scoredChange'],
      },
      { name: '指数中位数', figures: ['all.median', 'all.medianBefore', 'all.medianChange'] },
      { name: '指数的基尼系数', figures: ['all.gini', 'all.giniBefore', 'all.giniChange'] },
    ],
  },
  concentration: {
    caption: '集中程度与地区差距',
    rows: [
      { name: '指数的基尼系数', figures: ['all.gini', 'all.giniBefore', 'all.giniChange'] },
      { name: '泰尔指数', figures: ['all.theil', 'all.theilBefore', 'all.theilChange'] },
      {
        name: '其中：地区之间',
        figures: ['all.theilBetween', 'all.theilBetweenBefore', 'all.theilBetweenChange'],
      },
      {
        name: '其中：地区内部',
        figures: ['all.theilWithin', 'all.theilWithinBefore', 'all.theilWithinChange'],
      },
      {
        name: '地区中位数差',
        figures: ['all.regionGap', 'all.regionGapBefore', 'all.regionGapChange'],
      },
    ],
  },
};
