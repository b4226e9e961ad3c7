import type { ApiError } from '../../../typings/answer';
import type {
  ApplicationStatus,
  DatasetApplication,
  DatasetRelease,
} from '../../../typings/datasets';
import type { RegionScope } from '../../../typings/membership';
import type { Result } from '../../../typings/result';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { parsePeriod } from '../indices';

/** Fewest accounts that must share what is published of them. */
export const leastK = 5;
export const mostK = 100;
/** Longest use that one application may ask for, in days: two years. */
export const mostDaysOfUse = 731;

const dayLength = 86_400_000;

/** A period that is over; `invalid` for what is none or still runs. */
export function closedPeriod(id: PeriodId, today: Day): Result<{ to: Day }> {
  const period = parsePeriod(id);
  if (!period.ok) return period;
  if (period.value.to >= today) return refusal('period', '这一期还没有结束，结束后才能发布。');
  return { ok: true, value: period.value };
}

/** Last day of use: from today to two years ahead. */
export function allowedUntil(until: Day, today: Day): Result<Day> {
  if (until < today) return refusal('until', '使用期限不能早于今天。');
  if (daysBetween(today, until) > mostDaysOfUse) {
    return refusal('until', '使用期限最长两年，到期可以再次申请。');
  }
  return { ok: true, value: until };
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** Whether two scopes can hold one account in common. */
export function overlaps(one: RegionScope, other: RegionScope): boolean {
  const regions =
    one.regionPrefix.startsWith(other.regionPrefix) ||
    other.regionPrefix.startsWith(one.regionPrefix);
  const levels =
    !one.levels || !other.levels || one.levels.some((level) => other.levels?.includes(level));
  const departments = !one.department || !other.department || one.department === other.department;
  return regions && levels && departments;
}

/**
 * Whether a release may be made beside those of its period: each account at most once, since what two
 * overlapping releases tell could be subtracted from each other.
 */
export function besideOthers(
  scope: RegionScope,
  others: readonly Pick<DatasetRelease, 'scope' | 'status' | 'title'>[],
): Result<null> {
  const standing = others.find(
    ({ scope: other, status }) =>
      (status === 'ready' || status === 'building') && overlaps(scope, other),
  );
  if (!standing) return { ok: true, value: null };
  return {
    ok: false,
    error: {
      code: 'conflict',
      message: `这一期已有范围重叠的发布“${standing.title}”，两份相减可能认出具体账号。请先撤回它，或选择不重叠的范围。`,
    },
  };
}

/** How an application stands on a day: an approval ends with its last day. */
export function statusOn(
  { status, until }: Pick<DatasetApplication, 'status' | 'until'>,
  today: Day,
): ApplicationStatus {
  return status === 'approved' && until < today ? 'expired' : status;
}

const notAllowed: Record<Exclude<ApplicationStatus, 'approved'>, string> = {
  waiting: '申请还在等待审批，批准后才能下载。',
  refused: '申请没有获批，可以修改后再次申请。',
  revoked: '使用许可已被收回，不能再下载。请停止使用并删除已下载的数据。',
  expired: '使用期限已过，不能再下载。需要继续使用的，请再次申请。',
};

/** Whether an application opens its release today; `forbidden` and `conflict` say why not. */
export function mayDownload(
  application: Pick<DatasetApplication, 'status' | 'until' | 'licenceAcceptedAt'>,
  release: Pick<DatasetRelease, 'status'>,
  today: Day,
): Result<null> {
  const status = statusOn(application, today);
  if (status !== 'approved') return { ok: false, error: forbidden(notAllowed[status]) };
  if (release.status !== 'ready') return { ok: false, error: withdrawn };
  if (application.licenceAcceptedAt === null) {
    const message = '下载前请先阅读并同意使用许可。';
    return { ok: false, error: { code: 'conflict', message } };
  }
  return { ok: true, value: null };
}

export const withdrawn: ApiError = {
  code: 'conflict',
  message: '这份数据已撤回，不再提供。请查看同一范围的新版本。',
};

function forbidden(message: string): ApiError {
  return { code: 'forbidden', message };
}

function refusal(field: string, message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { [field]: message } } };
}
