import type { Parameters } from './parameters';
import type { Catalogue } from './storage/catalogue';
import type { PlainSession } from './transactions/plain-session';
import type { Session } from './transactions/session';

/** What a request works with. */
export interface Context {
  catalogue: Catalogue;
  plain: PlainSession;
  /** `plain`, or the transaction that the request belongs to */
  session: Session;
  parameters: Parameters;
  /** the time of the request, in milliseconds */
  now: number;
}
