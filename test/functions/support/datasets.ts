import { leastK } from '../../../cloudfunctions/domain/datasets/admission';
import type { DatasetRelease, OptionalColumn } from '../../../typings/datasets';
import type { RegionScope } from '../../../typings/membership';
import type { Submission } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from './cloud';
import { monthBefore } from './exports';
import { madeAccount } from './sample';

export const [city, other, researcher, another, both] = [
  'city',
  'other',
  'researcher',
  'another',
  'both',
];
export const period = monthBefore(1);
export const fuzhou: RegionScope = { kind: 'region', regionPrefix: '3501' };
export const columns: OptionalColumn[] = ['communicationIndex', 'articles', 'followers'];
export const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

let requests = 0;
export const requestKey = () => {
  requests += 1;
  return `request-${requests}`;
};

function many(count: number, region: string, prefix: string) {
  return Array.from({ length: count }, (_, index) =>
    madeAccount(`${prefix}${index}`, {
      kind: index % 9 === 0 ? 'service' : 'subscription',
      agency: { region, department: index % 4 === 0 ? 'education' : 'health' },
    }),
  );
}

function submission(accountId: string, index: number): Submission {
  const figure = (value: number) => ({
    value,
    measure: null,
    source: 'form' as const,
    asOf: `${period}-28`,
  });
  return {
    accountId,
    period,
    revision: 1,
    figures: {
      articles: figure(5 + (index % 40)),
      followers: figure(index === 7 ? 9_876_543 : 1000 + index * 37),
    },
    items: [],
    enteredBy: 'test',
    enteredAt: `${period}-28T00:00:00.000Z`,
    sample: false,
  };
}

export const asked = (changes: object = {}) => ({
  requestKey: requestKey(),
  period,
  scope: { kind: 'region' as const, regionPrefix: '350102' },
  columns,
  k: leastK,
  ...changes,
});

export const application = (releaseId: string, changes: object = {}) => ({
  requestKey: requestKey(),
  releaseId,
  institution: '示例大学新闻学院',
  purpose: '比较县区账号的更新与关注',
  until: soon,
  ...changes,
});

/** A cloud of its own with accounts of three counties and what they filed. */
export async function startDatasets(): Promise<TestCloud> {
  const cloud = await startTestCloud();
  await cloud.grant(city, 'supervisor', fuzhou);
  await cloud.grant(other, 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant(both, 'supervisor', fuzhou);
  for (const openid of [researcher, another, both]) {
    await cloud.grant(openid, 'researcher', { kind: 'datasets' });
  }
  const accounts = [
    ...many(1200, '350102', 'g'),
    ...many(40, '350103', 't'),
    ...many(3, '350104', 'c'),
  ];
  await cloud.addAccounts(accounts);
  const few = accounts.slice(-3).map(({ id }, index) => ({
    ...submission(id, index),
    period: monthBefore(3),
  }));
  await cloud.recordHistory(accounts, few);
  await cloud.recordHistory(
    accounts,
    accounts.map(({ id }, index) => submission(id, index)),
  );
  return cloud;
}

/** What supervisors and researchers do in most tests. */
export function deskOf(cloud: TestCloud) {
  async function made(scope: RegionScope, openid = city): Promise<DatasetRelease> {
    const created = await cloud.call(openid, 'datasets.create', asked({ scope }));
    if (!created.ok) throw new Error(JSON.stringify(created.error));
    return finished(created.data.id, openid);
  }

  async function finished(releaseId: string, openid = city): Promise<DatasetRelease> {
    for (;;) {
      const answer = await cloud.call(openid, 'datasets.advance', { releaseId });
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      if (answer.data.status !== 'building') return answer.data;
    }
  }

  async function withdrawn(releaseId: string): Promise<void> {
    await cloud.call(city, 'datasets.withdraw', { releaseId, reason: '换新版' });
  }

  async function approved(releaseId: string): Promise<string> {
    const applied = await cloud.call(researcher, 'datasets.apply', application(releaseId));
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
    const applicationId = applied.data.id;
    await cloud.call(city, 'datasets.decide', { applicationId, approve: true });
    const licence = 'zw-research-1';
    await cloud.call(researcher, 'datasets.acceptLicence', { applicationId, licence });
    return applicationId;
  }

  const download = (applicationId: string, openid = researcher) =>
    cloud.call(openid, 'datasets.download', { applicationId, format: 'csv' });

  async function fetched(applicationId: string): Promise<Map<string, string>> {
    const answer = await download(applicationId);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const pairs = answer.data.files.map(async ({ name, url }): Promise<[string, string]> => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)];
    });
    return new Map(await Promise.all(pairs));
  }

  return { made, finished, withdrawn, approved, download, fetched };
}
