import type { InspectionState, RecordEvent, RecordState } from '../../../typings/inspections';

export type InspectionEvent =
  | 'commit'
  | 'frozen'
  | 'draw'
  | 'assign'
  | 'reassign'
  | 'publish'
  | 'close'
  | 'discard';

type Steps<State extends string, Event extends string> = Record<State, { [E in Event]?: State }>;

/** An inspection's way: what may happen in each state, and where it leads. */
export const inspectionSteps: Steps<InspectionState, InspectionEvent> = {
  planned: { commit: 'committed', discard: 'discarded' },
  committed: { frozen: 'frozen', discard: 'discarded' },
  frozen: { draw: 'drawn', discard: 'discarded' },
  drawn: { assign: 'running', discard: 'discarded' },
  running: { reassign: 'running', publish: 'published' },
  published: { close: 'closed' },
  closed: {},
  discarded: {},
};

/** A record's way. Whatever is not written here is refused. */
export const recordSteps: Steps<RecordState, RecordEvent> = {
  waiting: { assign: 'judging' },
  judging: {
    'agree-pass': 'passed',
    'agree-flawed': 'flawed',
    'agree-fail': 'failed',
    disagree: 'disputed',
  },
  disputed: { 'settle-pass': 'passed', 'settle-flawed': 'flawed', 'settle-fail': 'failed' },
  passed: {},
  flawed: { publish: 'rectifying' },
  failed: { publish: 'rectifying' },
  rectifying: { answer: 'answered', appeal: 'appealed' },
  answered: { accept: 'resolved', reject: 'rectifying' },
  appealed: { uphold: 'rectifying', overturn: 'overturned' },
  resolved: {},
  overturned: {},
};

export const inspectionStateLabels: Record<InspectionState, string> = {
  planned: '已拟定',
  committed: '已封存种子',
  frozen: '名单已冻结',
  drawn: '已抽取',
  running: '检查中',
  published: '已通报',
  closed: '已办结',
  discarded: '已作废',
};

export const recordStateLabels: Record<RecordState, string> = {
  waiting: '待分派',
  judging: '检查中',
  disputed: '待第三人复核',
  passed: '合格',
  flawed: '合格（有扣分）',
  failed: '不合格',
  rectifying: '整改中',
  answered: '待复查',
  appealed: '申诉中',
  resolved: '已整改',
  overturned: '申诉成立',
};
