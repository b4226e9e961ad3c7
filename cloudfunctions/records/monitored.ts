import type { Submission } from '../../typings/submission';
import type { Period } from '../domain/indices';
import type { ListMatcher } from '../domain/monitors';
import type { StoredAccount } from './accounts';

/** A submission with what it is looked at by. */
export interface Monitored {
  account: StoredAccount;
  period: Period;
  submission: Submission;
  lists: ListMatcher[];
}
