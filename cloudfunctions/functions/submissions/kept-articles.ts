import type { Submission } from '../../../typings/submission';
import { type Period, parsePeriod } from '../../domain/indices';
import { findRevision } from '../../records/submissions';
import type { Standing } from './standing';

/** The newest submission to compare a file with: this period's, else the last one's. */
export async function keptArticles({
  period,
  submission,
  previous,
}: Standing): Promise<{ period: Period; submission: Submission } | null> {
  if (submission) return { period, submission };
  if (!previous) return null;
  const parsed = parsePeriod(previous.period);
  const earlier = await findRevision(previous.accountId, previous.period, previous.revision);
  return parsed.ok && earlier ? { period: parsed.value, submission: earlier } : null;
}
