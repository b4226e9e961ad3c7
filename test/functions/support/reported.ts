import type { RegionScope } from '../../../typings/membership';
import type { Report } from '../../../typings/reports';
import type { Submission } from '../../../typings/submission';
import type { MetricName, OperatingMode } from '../../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './cloud';
import { dayOf, monthBefore } from './exports';
import { madeAccount } from './sample';

export const people = {
  province: 'province',
  city: 'city',
  other: 'other',
  county: 'county',
  researcher: 'researcher',
  vendor: 'vendor',
  staff: 'staff',
};
export const period = monthBefore(1);
export const before = monthBefore(2);
export const scheme = 'zhengwei-1';
export const fujian: RegionScope = { kind: 'region', regionPrefix: '35' };
export const fuzhou: RegionScope = { kind: 'region', regionPrefix: '3501' };

const modes: (OperatingMode | null)[] = ['independent', 'delegated', 'collaborative', null];

/** A cloud with 60 accounts of one city, 30 of another, 3 of a third, each scored for two months. */
export async function startReportedCloud(): Promise<TestCloud> {
  const cloud = await startTestCloud();
  await cloud.grant(people.province, 'supervisor', fujian);
  await cloud.grant(people.city, 'supervisor', fuzhou);
  await cloud.grant(people.other, 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant(people.county, 'supervisor', { kind: 'region', regionPrefix: '350102' });
  await cloud.grant(people.researcher, 'researcher', { kind: 'datasets' });
  await cloud.grant(people.vendor, 'vendor', { kind: 'vendor', vendorId: 'v1' });
  await cloud.grant(people.staff, 'staff', { kind: 'agency', agencyId: 'agency-a0' });
  const accounts = [
    ...many(60, '350102', 'a'),
    ...many(30, '350203', 'b'),
    ...many(3, '350702', 'c'),
  ];
  await cloud.addAccounts(accounts);
  const submitted = accounts
    .slice(0, -1)
    .flatMap(({ id }, index) => [
      submission(id, before, 4 + (index % 17)),
      submission(id, period, 5 + (index % 23)),
    ]);
  await cloud.recordHistory(accounts, submitted);
  return cloud;
}

function many(count: number, region: string, prefix: string) {
  return Array.from({ length: count }, (_, index) =>
    madeAccount(`${prefix}${index}`, {
      agency: {
        region,
        level: index % 4 === 0 ? 'prefectural' : 'county',
        department: index % 3 === 0 ? 'education' : 'health',
      },
      operation: {
        mode: modes[index % 4] ?? null,
        operator: null,
        openedOn: index % 5 === 0 ? null : `${2012 + (index % 5)}-03-01`,
        fullTimeStaff: null,
        partTimeStaff: null,
        annualBudget: null,
      },
    }),
  );
}

function submission(accountId: string, month: string, articles: number): Submission {
  const values: Partial<Record<MetricName, number>> = {
    articles,
    reads: articles * 1200,
    maxReads: articles * 300,
    headlineReads: articles * 900,
    headlineCount: articles,
    shares: articles * 20,
    likes: articles * 9,
    wows: articles * 8,
    comments: articles * 2,
    replies: articles,
    medianReplyHours: 6,
    followers: 20_000,
    lostFollowers: 60,
    messages: 30,
    messageReplies: 24,
    longestGapDays: 12,
    workingServiceEntries: 3,
    serviceUses: 300,
    serviceCompletions: 200,
  };
  const readers = /reads|shares|likes|wows/i;
  const figures = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      {
        value,
        measure: readers.test(name) ? ('times' as const) : null,
        source: 'form' as const,
        asOf: dayOf(month, 28),
      },
    ]),
  );
  return {
    accountId,
    period: month,
    revision: 1,
    figures,
    items: [],
    enteredBy: 'test',
    enteredAt: `${dayOf(month, 28)}T00:00:00.000Z`,
    sample: false,
  };
}

let keys = 0;

export function requestKey(): string {
  keys += 1;
  return `request-${keys}`;
}

/** A report that is finished in the call that orders it. */
export async function ordered(
  cloud: TestCloud,
  openid: string,
  scope: RegionScope,
): Promise<Report> {
  const input = { requestKey: requestKey(), scope, period, scheme };
  const answer = await cloud.call(openid, 'reports.order', input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

/** A report with what it says. */
export async function opened(cloud: TestCloud, openid: string, { id }: Report) {
  const answer = await cloud.call(openid, 'reports.get', { reportId: id });
  if (!answer.ok || !answer.data.content) throw new Error(JSON.stringify(answer));
  return { ...answer.data, content: answer.data.content };
}

export const valueIn = (content: { figures: { id: string; value: number | null }[] }, id: string) =>
  content.figures.find((figure) => figure.id === id)?.value;
