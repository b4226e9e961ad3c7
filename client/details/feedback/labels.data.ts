import type { FeedbackAspect, ServiceOutcome } from '../../../typings/feedback';

export const aspectLabels: { aspect: FeedbackAspect; label: string }[] = [
  { aspect: 'worth', label: '内容价值' },
  { aspect: 'interest', label: '有趣' },
  { aspect: 'resonance', label: '情感共鸣' },
  { aspect: 'updates', label: '更新速度' },
  { aspect: 'appearance', label: '界面美观' },
];

export const outcomeLabels: { outcome: ServiceOutcome; label: string }[] = [
  { outcome: 'found', label: '找到了服务' },
  { outcome: 'finished', label: '办成了' },
  { outcome: 'failed', label: '没办成' },
];
