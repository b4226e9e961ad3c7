import type { TodoNotice } from '../../../typings/updates';
import { dayName } from '../../domain/day-name';
import { forecastOf, forecastText } from '../../domain/inspections';
import type { Moment } from '../../platform/clock';
import { accountsByIds } from '../../records/accounts';
import { soonDue } from '../../records/activity';
import { dueRecords, type RecordDocument } from '../../records/inspection-records';
import { addNotices, type NoticeDocument, putReminder, reminderOf } from '../../records/notices';

/** An account is told this many days before its time runs out, and on the day. */
const forecastDays = 3;
const rectificationDays = 2;
const batchSize = 500;
const batchesAtOnce = 40;

const texts: Record<
  Exclude<TodoNotice['kind'], 'forecast'>,
  (name: string, dueOn: string) => string
> = {
  rectification: (name, dueOn) =>
    `“${name}”有检查问题需要整改，请在${dayName(dueOn)}前提交整改情况。`,
  overdue: (name, dueOn) => `“${name}”的整改已于${dayName(dueOn)}到期，请尽快提交整改情况。`,
  upheld: (name, dueOn) =>
    `“${name}”的申诉未获支持，请在${dayName(dueOn)}前整改；处理申诉的天数已补回。`,
  recheck: (name, dueOn) => `“${name}”复查未通过，请在${dayName(dueOn)}前重新整改。`,
};

/** What an agency is told of a record that it has to rectify. */
export function dueNotice(
  kind: keyof typeof texts,
  { _id, account, dueOn }: Pick<RecordDocument, '_id' | 'account' | 'dueOn'>,
  at: string,
): NoticeDocument {
  const due = dueOn ?? '';
  return {
    _id: `${kind}:${_id}:${due}`,
    kind,
    agencyId: account.agencyId,
    accountId: account.accountId,
    accountName: account.name,
    text: texts[kind](account.name, due),
    recordId: _id,
    dueOn: due,
    at,
  };
}

/** Tells the agencies of accounts whose time runs out within days; goes on where it stopped. */
export async function remindOfUpdates({ instant, today }: Moment): Promise<void> {
  const id = `forecast:${today}`;
  const standing = await reminderOf(id);
  if (standing?.done) return;
  const until = dayAfter(today, forecastDays);
  let after: string | null = standing?.cursor || null;
  for (let batch = 0; batch < batchesAtOnce; batch += 1) {
    const wholeCountry = { kind: 'region' as const, regionPrefix: '' };
    const page = await soonDue([wholeCountry], { until, after, limit: batchSize, from: today });
    const accounts = await accountsByIds(page.items.map(({ accountId }) => accountId));
    const activities = new Map(page.items.map((one) => [one.accountId, one]));
    await addNotices(
      accounts.flatMap((account): NoticeDocument[] => {
        const activity = activities.get(account.id);
        const forecast = activity && forecastOf(account, activity, today);
        if (!forecast || account.status !== 'active') return [];
        return [
          {
            _id: `forecast:${account.id}:${forecast.publishBy}`,
            kind: 'forecast',
            agencyId: account.agency.id,
            accountId: account.id,
            accountName: account.name,
            text: forecastText(forecast),
            recordId: null,
            dueOn: forecast.publishBy,
            at: instant,
          },
        ];
      }),
    );
    after = page.next;
    await putReminder(id, after ?? '', after === null);
    if (after === null) return;
  }
}

/** Tells agencies of rectifications that are due within days or overdue. */
export async function remindOfRectifications({ instant, today }: Moment): Promise<void> {
  const id = `rectification:${today}`;
  const standing = await reminderOf(id);
  if (standing?.done) return;
  const until = dayAfter(today, rectificationDays);
  let after: string | null = standing?.cursor || null;
  for (let batch = 0; batch < batchesAtOnce; batch += 1) {
    const page = await dueRecords(until, after, batchSize);
    await addNotices(
      page.items.map((record) => {
        const isOver = record.dueOn !== null && record.dueOn < today;
        return dueNotice(isOver ? 'overdue' : 'rectification', record, instant);
      }),
    );
    after = page.next;
    await putReminder(id, after ?? '', after === null);
    if (after === null) return;
  }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
