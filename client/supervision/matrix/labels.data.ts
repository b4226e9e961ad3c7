import type { LinkState, Tie } from '../../../typings/matrix';
import type { FunctionKind } from '../../../typings/modes';
import type { Tone } from '../../components/Tag';

export const stateTags: Record<LinkState, { text: string; tone: Tone }> = {
  live: { text: '有效', tone: 'good' },
  closed: { text: '已关停', tone: 'bad' },
  moved: { text: '已迁移', tone: 'warn' },
  unknown: { text: '未登记', tone: 'warn' },
  unread: { text: '未识别', tone: 'plain' },
  ambiguous: { text: '有同名', tone: 'warn' },
  self: { text: '链接自己', tone: 'warn' },
};

export const tieLabels: Record<Tie, string> = {
  both: '⇅ 互相链接',
  out: '↓ 已链接对方',
  in: '↑ 对方链接过来',
  none: '○ 互不链接',
};

export const functionLabels: Record<FunctionKind, string> = {
  information: '信息发布为主',
  service: '办事服务为主',
  interaction: '互动交流为主',
};
