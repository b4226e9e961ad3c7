import type { Instant } from '../../typings/vocabulary';
import { idOf } from '../platform/random';
import { collection, command } from './collection';

interface AttemptDocument {
  _id: string;
  /** keyed hash */
  who: string;
  hour: string;
  count: number;
}

const attempts = collection<AttemptDocument>('attempts');

const hourOf = (now: Instant): string => now.slice(0, 13);

/** How often a person has tried in vain in this hour. */
export async function failedAttempts(who: string, now: Instant): Promise<number> {
  return (await attempts.find(idOf(who, hourOf(now))))?.count ?? 0;
}

export async function countFailedAttempt(who: string, now: Instant): Promise<void> {
  const _id = idOf(who, hourOf(now));
  const counted = await attempts.change({ _id }, { count: command.inc(1) });
  if (counted > 0 || (await attempts.addOnce({ _id, who, hour: hourOf(now), count: 1 }))) return;
  await attempts.change({ _id }, { count: command.inc(1) });
}
