import type { AutomaticMeasure } from '../../../typings/inspection-rules';

interface MeasureFacts {
  label: string;
  /** Chinese unit of the limit; null where the measure has none */
  unit: string | null;
  /** what a finding of it shows */
  evidence: string;
}

/** Every measure that a rule may be found by. None is a popularity figure. */
export const measures: Record<AutomaticMeasure, MeasureFacts> = {
  'days-without-update': {
    label: '检查日前未更新天数',
    unit: '天',
    evidence: '最近发文日、来源与核对日',
  },
  'posts-per-week': {
    label: '最近一期每周发文篇数',
    unit: '篇',
    evidence: '最近一期填报的发文篇数',
  },
  'no-interaction': {
    label: '互动功能是否可用',
    unit: null,
    evidence: '最近一期填报的“互动功能可用”',
  },
  'unanswered-messages': {
    label: '超期未回应的留言与私信',
    unit: '天',
    evidence: '周期、收到数与回复数',
  },
  'closed-without-procedure': {
    label: '已关停未办理备案注销',
    unit: null,
    evidence: '关停日期与备案状态',
  },
  abandoned: { label: '停止维护未注销', unit: '天', evidence: '最近发文日与登记状态' },
  'broken-service-entries': {
    label: '无法使用的服务入口',
    unit: '个',
    evidence: '入口总数与可用数',
  },
  'filing-missing': { label: '未备案', unit: null, evidence: '备案状态' },
  'filing-overdue': {
    label: '变更、关停未在规定工作日内备案',
    unit: null,
    evidence: '事项、发生日与备案日',
  },
  'title-form': { label: '标题中的错敏表述', unit: null, evidence: '标题、词条与复核人意见' },
  'unmasked-number': {
    label: '标题中未遮挡的个人号码',
    unit: null,
    evidence: '遮挡后的标题与复核人意见',
  },
};
