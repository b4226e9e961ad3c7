import type { Activity, UpdateForecast } from '../../../typings/updates';
import type { AccountKind, Day, Department, Level, RegionCode } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { clockOf, daysBetween, publishBy } from './clock';

interface Forecasted {
  id: string;
  name: string;
  kind: AccountKind;
  sample: boolean;
  agency: { name: string; level: Level; region: RegionCode; department: Department };
}

/** When an account fails if nothing more is posted; null where no clock runs for it. */
export function forecastOf(
  account: Forecasted,
  { lastPublished, source, asOf, confirmed }: Activity,
  today: Day,
): UpdateForecast | null {
  const { region, level, department, name: agency } = account.agency;
  const clock = clockOf({ region, kind: account.kind }, today);
  if (!clock) return null;
  const last = publishBy(lastPublished, clock.days);
  return {
    accountId: account.id,
    name: account.name,
    agency,
    level,
    region,
    department,
    lastPublished,
    publishBy: last,
    daysLeft: daysBetween(today, last),
    clock: { days: clock.days, source: clock.source },
    activity: { source, asOf, confirmed },
    sample: account.sample,
  };
}

/** 「再过 3 天不更新将判不合格」 */
export function forecastText({ name, daysLeft, clock, lastPublished }: UpdateForecast): string {
  const since = `最近发文${dayName(lastPublished)}`;
  if (daysLeft < 0) return `“${name}”已超过 ${clock.days} 天未更新（${since}），请立即更新。`;
  if (daysLeft === 0) return `“${name}”今天不更新，明天起将超过 ${clock.days} 天（${since}）。`;
  return `“${name}”再过 ${daysLeft} 天不更新，将超过 ${clock.days} 天的更新时限（${since}）。`;
}
