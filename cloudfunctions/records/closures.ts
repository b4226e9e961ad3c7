import type { Closure } from '../../typings/lifecycle';
import { collection, type Document } from './collection';

export type StoredClosure = Closure & Document & { procedureId: string };

const closures = collection<StoredClosure>('closures');
const mostPerAccount = 50;

/** How some accounts were closed, those that were by procedure. */
export function closuresOf(accountIds: string[]): Promise<StoredClosure[]> {
  return closures.listIn('_id', accountIds);
}

/** Accounts that were folded into one. */
export function closuresInto(successorId: string): Promise<StoredClosure[]> {
  return closures.list({ successorId }, { limit: mostPerAccount });
}
