import type { ReportContent, ReportQuery } from '../../../typings/reports';
import type { PeriodKind } from '../../../typings/vocabulary';

/** A value as JSON whose keys are in order, so that the same value is the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** The text whose SHA-256 is a report's checksum. */
export function checkedText(content: ReportContent): string {
  return canonical(content);
}

/** Reports that follow each other as 第 1 期, 第 2 期, …: of one scheme, scope and kind of period. */
export function seriesOf({ scope, scheme }: ReportQuery, kind: PeriodKind): string {
  const { regionPrefix, levels, department } = scope;
  const within = levels ? [...levels].sort().join('+') : 'all';
  return [scheme, kind, regionPrefix || 'all', within, department ?? 'all'].join(':');
}
