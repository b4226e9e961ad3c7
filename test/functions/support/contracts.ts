import { randomUUID } from 'node:crypto';
import type { ActionInput } from '../../../typings/api';
import type { ContractInput } from '../../../typings/contracts';
import type { ContractKpi } from '../../../typings/kpis';
import type { Figures, Submission } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from './cloud';
import { monthBefore } from './exports';
import { madeAccount } from './sample';

const gulou = { id: 'gulou-office', region: '350102' };
const accounts = [
  madeAccount('one', { agency: gulou }),
  madeAccount('two', { agency: gulou }),
  madeAccount('three', { agency: gulou }),
  madeAccount('elsewhere', { agency: { region: '440103' } }),
];
export const codes = ['9144030071526726XG', '91350100M000100Y43'] as const;
export const [startsOn, endsOn] = [`${monthBefore(3)}-01`, lastDayOf(monthBefore(-6))];

export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

export const kpi = (changes: Partial<ContractKpi> = {}): ContractKpi => ({
  id: 'articles',
  metric: 'articles',
  scheme: null,
  period: 'month',
  target: 20,
  direction: 'at-least',
  weight: 1,
  rule: { kind: 'per-unit', unit: 1, percent: 2, capPercent: 20 },
  floor: 5,
  ...changes,
});

export const contractOf = (changes: Partial<ContractInput> = {}): ContractInput => ({
  vendorName: '某某融媒有限公司',
  vendorCode: codes[0],
  accountIds: ['one'],
  scope: ['operation'],
  procurement: 'negotiation',
  startsOn,
  endsOn,
  priceYuan: 340_000,
  settledBy: 'month',
  kpis: [kpi()],
  acceptor: '办公室',
  duties: {
    qualificationCheck: startsOn,
    operatingAgreement: startsOn,
    confidentialityAgreement: null,
    namedOfficer: '张三',
    processSupervision: startsOn,
    reviewBeforePublishing: startsOn,
  },
  ...changes,
});

/** A cloud with three accounts of one agency, one elsewhere, and people of each kind. */
export async function contractCloud() {
  const cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(
    accounts,
    [1, 2, 3].map((back) => filed('one', monthBefore(back), back === 1 ? 18 : 25)),
  );
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: gulou.id });
  await cloud.grant('colleague', 'staff', { kind: 'agency', agencyId: gulou.id });
  await cloud.grant('other', 'staff', { kind: 'agency', agencyId: 'agency-elsewhere' });
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('health', 'supervisor', {
    kind: 'region',
    regionPrefix: '3501',
    department: 'health',
  });
  return { cloud, ...writing(cloud) };
}

export function filed(accountId: string, period: string, articles: number): Submission {
  const figures: Figures = {
    articles: { value: articles, measure: null, source: 'file', asOf: `${period}-28` },
  };
  const entered = { enteredBy: 'test', enteredAt: `${period}-28T00:00:00Z`, sample: false };
  return { accountId, period, revision: 1, figures, items: [], ...entered };
}

type Save = ActionInput<'contracts.save'>;

/** Ways to write contracts on a cloud, and to take all of them away again. */
function writing(cloud: TestCloud) {
  const save = (
    contract: ContractInput,
    { by = 'staff', ...more }: Partial<Save> & { by?: string } = {},
  ) =>
    cloud.call(by, 'contracts.save', {
      requestKey: randomUUID(),
      contract,
      basedOnRevision: 0,
      ...more,
    });
  const saved = async (contract: ContractInput): Promise<{ id: string; vendorId: string }> => {
    const answer = await save(contract);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.data.contract;
  };
  const vendorOf = async (vendorId: string): Promise<string> => {
    const vendor = randomUUID();
    await cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
    return vendor;
  };
  const clear = async () => {
    for (const name of written) await cloud.remove(name, {});
    for (const { id } of accounts) await cloud.change('accounts', { _id: id }, { vendorIds: [] });
  };
  return { save, saved, vendorOf, clear };
}

const written = [
  'contracts',
  'contract-ledgers',
  'contract-reports',
  'contract-report-heads',
  'contract-acceptances',
  'contract-acceptance-heads',
] as const;
