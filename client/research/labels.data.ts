import type { ApplicationStatus, ReleaseStatus, Sensitivity } from '../../typings/datasets';
import type { Tone } from '../components/Tag';

export const releaseStates: Record<ReleaseStatus, { text: string; tone: Tone }> = {
  building: { text: '生成中', tone: 'info' },
  ready: { text: '可申请', tone: 'good' },
  refused: { text: '未发布', tone: 'bad' },
  withdrawn: { text: '已撤回', tone: 'plain' },
};

export const applicationStates: Record<ApplicationStatus, { text: string; tone: Tone }> = {
  waiting: { text: '待审批', tone: 'info' },
  approved: { text: '已批准', tone: 'good' },
  refused: { text: '未批准', tone: 'bad' },
  revoked: { text: '已收回', tone: 'bad' },
  expired: { text: '已到期', tone: 'warn' },
};

/** What is said of a number beside its definition; the others' definitions say it. */
export const sensitivityLabels: Record<Sensitivity, string> = {
  pseudonym: '',
  trait: '',
  linkable: '可公开见到，粗取整',
  held: '单位自有，取整',
};
