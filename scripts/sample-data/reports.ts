import type { Day, PeriodId } from '../../typings/vocabulary';

const scheme = 'zhengwei-1';
const supervisor = 'preview-supervisor-city';
const dayLength = 86_400_000;

/** Reports on the scopes that the preview's supervisors have; `issued` are published, oldest first. */
const plans = [
  { regionPrefix: '3501', publisher: '福州市 · 全部账号', issued: 2 },
  { regionPrefix: '35', publisher: '福建省 · 全部账号', issued: 1 },
  { regionPrefix: '', publisher: '全国 · 全部账号', issued: 1 },
];

/** Publishes reports on the last full quarters; the city has one on the last month that waits. */
export async function makeSampleReports(today: Day): Promise<void> {
  // They read the service's address while they load.
  const [{ orderReport }, { takeFurther }, { publishReport }, { keyedHash }, { momentOf }] =
    await Promise.all([
      import('../../cloudfunctions/functions/reports/order'),
      import('../../cloudfunctions/functions/reports/making'),
      import('../../cloudfunctions/records/reports'),
      import('../../cloudfunctions/platform/identity'),
      import('../../cloudfunctions/platform/clock'),
    ]);
  const who = keyedHash('member', supervisor);
  const make = async (regionPrefix: string, period: PeriodId, minute: number) => {
    const now = momentOf(Date.parse(`${today}T00:00:00+08:00`) + minute * 60_000);
    const request = (requestKey: string) => ({ who, action: 'reports', requestKey, asked: period });
    const requestKey = `sample-report-${regionPrefix}-${period}`;
    const scope = { kind: 'region' as const, regionPrefix };
    const id = await orderReport({ requestKey, scope, period, scheme }, { who, now, request });
    await takeFurther(id);
    return { id, now, request: request(`${requestKey}-issue`) };
  };
  let minute = 0;
  for (const { regionPrefix, publisher, issued } of plans) {
    for (const period of quartersBefore(today, issued)) {
      const { id, now, request } = await make(regionPrefix, period, minute);
      await publishReport(id, { publisher, publishedAt: now.instant }, request);
      minute += 1;
    }
  }
  await make('3501', monthBefore(today), minute);
}

/** The last full quarters, oldest first. */
function quartersBefore(today: Day, count: number): PeriodId[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, index) => {
    const quarter = current - count + index;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

function monthBefore(today: Day): PeriodId {
  return new Date(Date.parse(`${today.slice(0, 7)}-01`) - dayLength).toISOString().slice(0, 7);
}
