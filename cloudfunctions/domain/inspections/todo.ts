import type { InspectionRecord } from '../../../typings/inspections';
import type { TodoItem, TodoNotice, UpdateForecast } from '../../../typings/updates';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { daysBetween } from './clock';
import { forecastText } from './forecast';

/** Days ahead that a update which runs out is something to do. */
const updateDays = 3;

/** 待办: what an agency has to do as things stand, the most urgent first. */
export function todoOf(
  forecasts: readonly UpdateForecast[],
  records: readonly Pick<InspectionRecord, 'id' | 'account' | 'state' | 'dueOn'>[],
  today: Day,
): TodoItem[] {
  const updates = forecasts
    .filter(({ daysLeft }) => daysLeft <= updateDays)
    .map((forecast): TodoItem => {
      const { accountId, name, publishBy, daysLeft } = forecast;
      const text = forecastText(forecast);
      return {
        kind: 'update',
        accountId,
        accountName: name,
        text,
        recordId: null,
        dueOn: publishBy,
        daysLeft,
      };
    });
  const rectifications = records.flatMap(({ id, account, state, dueOn }): TodoItem[] => {
    if (state !== 'rectifying' || dueOn === null) return [];
    const daysLeft = daysBetween(today, dueOn);
    const text =
      daysLeft < 0
        ? `“${account.name}”的整改已于${dayName(dueOn)}到期，请尽快提交整改情况。`
        : `“${account.name}”有检查问题要整改，请在${dayName(dueOn)}前提交整改情况。`;
    const { accountId, name } = account;
    return [
      { kind: 'rectification', accountId, accountName: name, text, recordId: id, dueOn, daysLeft },
    ];
  });
  return [...updates, ...rectifications].sort((a, b) => a.daysLeft - b.daysLeft);
}

/** Of what is told of one thing the newest alone: an earlier day to act by no longer holds. */
export function standingNotices<T extends Pick<TodoNotice, 'recordId' | 'accountId'>>(
  newestFirst: readonly T[],
): T[] {
  const told = new Set<string>();
  return newestFirst.filter(({ recordId, accountId }) => {
    const about = recordId ?? accountId;
    const isFirst = !told.has(about);
    told.add(about);
    return isFirst;
  });
}
