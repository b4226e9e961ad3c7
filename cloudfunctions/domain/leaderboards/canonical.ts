import type { BoardFilter, BoardMeasure, BoardQuery } from '../../../typings/leaderboards';
import type { Force, Instant } from '../../../typings/vocabulary';
import { parsePeriod } from '../indices';

/** A filter as one text, the same for the same filter however it was written. */
function filterText({ regionPrefix = '', levels, department, kind, mode }: BoardFilter): string {
  const ofLevels = levels ? [...levels].sort().join('+') : 'all';
  return [regionPrefix || 'all', ofLevels, department ?? 'all', kind ?? 'all', mode ?? 'all'].join(
    ':',
  );
}

/** The boards that follow each other as 第 1 期, 第 2 期, …: of one scheme, measure and filter. */
export function seriesOf({ scheme, period, measure, ...filter }: BoardQuery): string {
  const parsed = parsePeriod(period);
  const kind = parsed.ok ? parsed.value.kind : 'custom';
  return [scheme, measure, kind, filterText(filter)].join(':');
}

/** What a checksum begins with. */
export interface ChecksumHead {
  scheme: string;
  schemeVersion: string;
  period: string;
  measure: BoardMeasure;
  filter: BoardFilter;
  number: number;
  cutOff: Instant;
}

export function headLine(head: ChecksumHead): string {
  const { scheme, schemeVersion, period, measure, filter, number, cutOff } = head;
  return JSON.stringify([
    scheme,
    schemeVersion,
    period,
    measure,
    filterText(filter),
    number,
    cutOff,
  ]);
}

/** What a checksum says of one row. */
export interface ChecksumRow {
  position: number;
  rank: number;
  accountId: string;
  value: number;
  forces: Partial<Record<Force, number | null>>;
  submissionRevision: number;
  scoreRevision: number;
}

export function rowLine(row: ChecksumRow): string {
  const { position, rank, accountId, value, forces, submissionRevision, scoreRevision } = row;
  const { dissemination = null, service = null, interaction = null } = forces;
  const ofForces = [dissemination, service, interaction];
  return JSON.stringify([
    position,
    rank,
    accountId,
    value,
    ...ofForces,
    submissionRevision,
    scoreRevision,
  ]);
}
