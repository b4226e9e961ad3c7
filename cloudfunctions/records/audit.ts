import type { ErrorCode } from '../../typings/answer';
import type { Instant } from '../../typings/vocabulary';
import { randomId } from '../platform/random';
import { collection } from './collection';

/** When, who, what, on what, with which result, by which right, and why. */
export interface AuditRow {
  at: Instant;
  /** keyed hash; null for a caller without identity */
  who: string | null;
  action: string;
  /** ids of what the action was about */
  on: string[];
  result: 'ok' | ErrorCode;
  /** the membership that allowed */
  by: string | null;
  /** in the words of whoever acted, where the action asks for them */
  why?: string;
}

const audit = collection<AuditRow & { _id: string }>('audit');

/** Appends a row; nothing changes one, and only the end of its term removes it (domain/privacy). */
export async function appendAudit(row: AuditRow): Promise<void> {
  await audit.add([{ _id: randomId(), ...row }]);
}
