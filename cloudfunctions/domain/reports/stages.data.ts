import type { Stage } from '../../../typings/modes';
import { fieldStageIn } from '../modes/history';

/** Stages of government accounts as a whole, by the year in which an account was opened. */
export type StageKey = Stage | 'earlier' | 'unknown';

interface StageRow {
  label: string;
  /** Chinese: which years */
  span: string;
  /** first and last year; null where nothing is registered, an open end is null */
  years: { from: number | null; to: number | null } | null;
}

/** Seed text, chapter 3 section 1; the years are those of domain/modes/history. */
export const stages: Record<StageKey, StageRow> = {
  earlier: { label: '发展初期以前', span: '2011年及以前', years: { from: null, to: 2011 } },
  founding: { label: '发展初期', span: '2012—2013年', years: { from: 2012, to: 2013 } },
  growth: { label: '成长发展期', span: '2014年', years: { from: 2014, to: 2014 } },
  stable: { label: '稳定发展期', span: '2015年以来', years: { from: 2015, to: null } },
  unknown: { label: '开设时间未登记', span: '未登记', years: null },
};

export function stageOf(openedYear: number | null): StageKey {
  return openedYear === null ? 'unknown' : (fieldStageIn(openedYear) ?? 'earlier');
}
