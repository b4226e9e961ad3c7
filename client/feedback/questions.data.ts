import type { FeedbackAspect, Rating, ServiceOutcome } from '../../typings/feedback';

export const aspects: { aspect: FeedbackAspect; label: string }[] = [
  { aspect: 'worth', label: '内容有没有用' },
  { aspect: 'interest', label: '读起来有没有意思' },
  { aspect: 'resonance', label: '说到心里没有' },
  { aspect: 'updates', label: '更新够不够快' },
  { aspect: 'appearance', label: '版面好不好看' },
];

export const ratings: { rating: Rating; label: string; sign: string }[] = [
  { rating: 'good', label: '好', sign: '☺' },
  { rating: 'fair', label: '一般', sign: '－' },
  { rating: 'poor', label: '不好', sign: '☹' },
];

export const outcomes: { outcome: ServiceOutcome; label: string }[] = [
  { outcome: 'found', label: '找到了' },
  { outcome: 'finished', label: '办成了' },
  { outcome: 'failed', label: '没办成' },
];
