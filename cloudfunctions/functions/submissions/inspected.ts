import type { Figures } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { dayOfInstant } from '../../domain/indices/days';
import { type KnownRecord, openContentFindings } from '../../domain/inspections';
import { recordsOfAccount } from '../../records/inspection-records';
import { inspectionsByIds } from '../../records/inspections';

/** What inspections of an account that were made known tell of a day; nothing of an account never inspected. */
export async function inspectedFigures(accountId: string, asOf: Day): Promise<Figures> {
  const records = await recordsOfAccount(accountId);
  if (records.length === 0) return {};
  const inspections = await inspectionsByIds(records.map(({ inspectionId }) => inspectionId));
  const published = new Map(inspections.map(({ _id, publishedAt }) => [_id, publishedAt]));
  const known = records.flatMap((record): KnownRecord[] => {
    const at = published.get(record.inspectionId) ?? null;
    return at === null ? [] : [{ ...record, publishedOn: dayOfInstant(at) }];
  });
  const value = openContentFindings(known, asOf);
  return value === null ? {} : { openFindings: { value, measure: null, source: 'api', asOf } };
}
