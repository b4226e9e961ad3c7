import { periodLabel } from '../indices';
import type { Figures } from './figures';
import type { ReportFrame } from './frame';
import { leastAccounts } from './reading';

const indexRule = {
  month: '指数为账号当月的得分。',
  quarter: '季度指数为季内各月得分的平均，至少两个月有得分才有。',
  year: '年度指数为年内各月得分的平均，至少八个月有得分才有。',
};

/** How the report was counted, and what that leaves open. */
export function notesOf({ period, scheme }: ReportFrame, figures: Figures): string[] {
  const { kind } = period;
  const rule = kind === 'quarter' || kind === 'year' ? indexRule[kind] : indexRule.month;
  const doubtful = figures.tell('all.doubtful');
  return [
    `指数方案：${scheme.name}（${scheme.version} 版）。${rule}`,
    `级别、地域、部门按账号的现登记情况，运作模式按${periodLabel(period)}末和上期末的登记情况。`,
    `有指数的账号不足${leastAccounts}个的组，不列中位数等统计量；数量照列。`,
    ...(doubtful.value
      ? [`${doubtful.shown}个账号的本期得分带有异常提示、有待复核，仍计入各项统计。`]
      : []),
    '文字由数据按规则写成，不含数据以外的判断；每个数字的口径与查询范围见“指标与口径”。',
  ];
}
