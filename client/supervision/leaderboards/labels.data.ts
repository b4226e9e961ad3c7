import type {
  BoardMeasure,
  BoardState,
  BoardUse,
  LeftOutReason,
} from '../../../typings/leaderboards';
import type { Tone } from '../../components/Tag';

export const measureLabels: Record<BoardMeasure, string> = {
  index: '传播指数',
  dissemination: '传播力',
  service: '服务力',
  interaction: '互动力',
  growth: '比上期增长',
};

export const schemeLabels = {
  'zhengwei-1': '政微传播指数',
  'zhengwei-assess-1': '政微履职指数（考核口径）',
  'wci-14.2': 'WCI V14.2',
  'wci-13.0': 'WCI V13.0',
};

/** Only these may be a basis of assessment. */
export const assessmentSchemes = ['zhengwei-assess-1'];

export const useLabels: Record<BoardUse, string> = {
  reference: '仅供参考',
  assessment: '作考核依据',
};

export const stateLabels: Record<BoardState, { text: string; tone: Tone }> = {
  collecting: { text: '汇总中', tone: 'info' },
  collected: { text: '待确认', tone: 'warn' },
  ranking: { text: '排名中', tone: 'info' },
  published: { text: '已发布', tone: 'good' },
  discarded: { text: '已撤回', tone: 'plain' },
};

export const reasonLabels: Record<LeftOutReason, string> = {
  'not-opened': '尚未开设',
  closed: '已关停',
  'not-filed': '未填报',
  insufficient: '数据不足',
  'low-coverage': '覆盖率不够',
  'no-value': '没有这一项',
  'under-review': '异常待核实',
  excluded: '核实后不参加',
};
