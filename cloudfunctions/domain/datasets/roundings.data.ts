/** How a number is made coarser before it is written out. */
export type Rounding =
  | { kind: 'exact'; text: string }
  | { kind: 'step'; step: number; text: string }
  | { kind: 'digits'; digits: number; text: string }
  | { kind: 'preferred'; series: readonly number[]; text: string };

/**
 * What anyone may have read on an article or a board goes to the ten preferred numbers of a decade
 * (ISO 3, R10: at most about 12 % off); what the agency alone has keeps two digits (at most 5 % off).
 */
export const roundings = {
  exact: { kind: 'exact', text: '不取整' },
  twoPoints: { kind: 'step', step: 2, text: '取整到 2 分' },
  fiftyPoints: { kind: 'step', step: 50, text: '取整到 50 分' },
  twoDigits: { kind: 'digits', digits: 2, text: '保留两位有效数字' },
  preferred: {
    kind: 'preferred',
    series: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
    text: '取最近的优先数（每十倍十档，10 以下取整数）',
  },
} as const satisfies Record<string, Rounding>;
