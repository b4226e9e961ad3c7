import type { ReportState } from '../../../typings/reports';
import type { Tone } from '../../components/Tag';

export const stateLabels: Record<ReportState, { text: string; tone: Tone }> = {
  running: { text: '生成中', tone: 'info' },
  finished: { text: '待发布', tone: 'warn' },
  published: { text: '已发布', tone: 'good' },
};

/** Schemes whose scores are kept, so that a report can be made on them. */
export const schemeLabels = {
  'zhengwei-1': '政微传播指数',
  'zhengwei-assess-1': '政微履职指数（考核口径）',
  'wci-14.2': 'WCI V14.2',
  'wci-13.0': 'WCI V13.0',
};
