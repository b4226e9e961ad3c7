import type { BoardMeasure, LeftOutReason, ReviewVerdict } from '../../../typings/leaderboards';
import type { Account } from '../../../typings/registry';
import type { Period } from '../indices';

/** A score of less of its scheme's weight than this stands on no published board. The product's own choice. */
export const leastCoverage = 0.6;

/** What is known of one account when a board is prepared. */
export interface Candidate {
  account: Pick<Account, 'status' | 'closedOn' | 'operation'>;
  /** null when the period was not filed */
  score: {
    /** of the board's measure */
    value: number | null;
    /** of the index itself */
    index: number | null;
    coverage: number;
    doubts: string[];
  } | null;
  /** what a person said of the score's doubts; null when nobody did */
  review: ReviewVerdict | null;
}

interface Rule {
  reason: LeftOutReason;
  applies(candidate: Candidate, period: Period): boolean;
  text(candidate: Candidate, measure: BoardMeasure): string;
}

/** In this order: the first that applies is the reason told. */
const rules: Rule[] = [
  {
    reason: 'not-opened',
    applies: ({ account }, { to }) => (account.operation.openedOn ?? '') > to,
    text: ({ account }) => `账号 ${account.operation.openedOn} 才开设`,
  },
  {
    reason: 'closed',
    applies: ({ account }, { to }) => account.status === 'closed' && (account.closedOn ?? '') <= to,
    text: ({ account }) => `账号已于 ${account.closedOn ?? '此前'} 关停`,
  },
  {
    reason: 'not-filed',
    applies: ({ score }) => score === null,
    text: () => '本期没有填报数据',
  },
  {
    reason: 'excluded',
    applies: ({ review }) => review === 'excluded',
    text: () => '数据异常，经核实不参加本期排名',
  },
  {
    reason: 'under-review',
    applies: ({ score, review }) => (score?.doubts.length ?? 0) > 0 && review === null,
    text: ({ score }) => `数据异常待核实（${score?.doubts.map(doubtLabel).join('、')}）`,
  },
  {
    reason: 'insufficient',
    applies: ({ score }) => score?.index === null,
    text: ({ score }) => `数据不足，没有得分（覆盖率 ${percent(score?.coverage ?? 0)}）`,
  },
  {
    reason: 'low-coverage',
    applies: ({ score }) => (score?.coverage ?? 0) < leastCoverage,
    text: ({ score }) =>
      `数据覆盖率 ${percent(score?.coverage ?? 0)}，低于 ${percent(leastCoverage)}`,
  },
  {
    reason: 'no-value',
    applies: ({ score }) => score?.value === null,
    text: (_, measure) => (measure === 'growth' ? '没有上一期的得分，无法比较' : '这一项没有得分'),
  },
];

/** Every reason, in the order in which they are looked for. */
export const leftOutReasons: readonly LeftOutReason[] = rules.map(({ reason }) => reason);

const doubtLabels = new Map([
  ['like-read-ratio', '点赞与阅读的比例异常'],
  ['read-follower-ratio', '阅读与关注人数的比例异常'],
]);

const doubtLabel = (code: string): string => doubtLabels.get(code) ?? '数据异常';
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Why an account is left out of a board; null when it has its place. */
export function whyLeftOut(
  candidate: Candidate,
  period: Period,
  measure: BoardMeasure,
): { reason: LeftOutReason; text: string } | null {
  const rule = rules.find(({ applies }) => applies(candidate, period));
  return rule ? { reason: rule.reason, text: rule.text(candidate, measure) } : null;
}
