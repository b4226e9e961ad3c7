import type { OwnInspections } from '../../../typings/inspections';
import type { UpdateForecast } from '../../../typings/updates';
import { forecastOf } from '../../domain/inspections';
import type { StoredAccount } from '../../records/accounts';
import { activityOfAccounts } from '../../records/activity';
import {
  type RecordDocument,
  recordsOfAccount,
  shownRecord,
} from '../../records/inspection-records';
import { inspectionsByIds } from '../../records/inspections';

const recordsShown = 50;

/** What the staff of some accounts are shown: their forecasts, and results that are published. */
export async function ownInspections(
  accounts: StoredAccount[],
  today: string,
): Promise<OwnInspections> {
  const active = accounts.filter(({ status }) => status === 'active');
  const [activities, records] = await Promise.all([
    activityOfAccounts(active.map(({ id }) => id)),
    Promise.all(accounts.map(({ id }) => recordsOfAccount(id))),
  ]);
  const forecasts = active.flatMap((account): UpdateForecast[] => {
    const activity = activities.get(account.id);
    const forecast = activity && forecastOf(account, activity, today);
    return forecast ? [forecast] : [];
  });
  return {
    forecasts: forecasts.sort((a, b) => a.daysLeft - b.daysLeft),
    unknown: active
      .filter(({ id }) => !activities.has(id))
      .map(({ id, name }) => ({ accountId: id, name })),
    records: (await published(records.flat())).slice(0, recordsShown).map((record) => ({
      ...shownRecord(record),
      inspectionTitle: record.inspectionTitle,
      ruleSetId: record.ruleSetId,
    })),
  };
}

/** Nothing of an inspection shows before it is published. */
async function published(records: RecordDocument[]): Promise<RecordDocument[]> {
  const inspections = await inspectionsByIds(records.map(({ inspectionId }) => inspectionId));
  const open = new Set(inspections.flatMap((one) => (one.publishedAt ? [one._id] : [])));
  return records.filter(({ inspectionId }) => open.has(inspectionId));
}
