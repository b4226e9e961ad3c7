import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { ActionInput } from '../../typings/api';
import type { ContractInput, ContractKpi } from '../../typings/contracts';
import type { Figures, Submission } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { monthBefore } from './support/exports';
import { madeAccount } from './support/sample';

const gulou = { id: 'gulou-office', region: '350102' };
const accounts = [
  madeAccount('one', { agency: gulou }),
  madeAccount('two', { agency: gulou }),
  madeAccount('three', { agency: gulou }),
  madeAccount('elsewhere', { agency: { region: '440103' } }),
];
const [startsOn, endsOn] = [`${monthBefore(3)}-01`, lastDayOf(monthBefore(-6))];
const codes = ['9144030071526726XG', '91350100M000100Y43'] as const;

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const kpi = (changes: Partial<ContractKpi> = {}): ContractKpi => ({
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

const contractOf = (changes: Partial<ContractInput> = {}): ContractInput => ({
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

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(
    accounts,
    [1, 2, 3].flatMap((back) => filed('one', monthBefore(back), back === 1 ? 18 : 25)),
  );
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: gulou.id });
  await cloud.grant('other', 'staff', { kind: 'agency', agencyId: 'agency-elsewhere' });
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('health', 'supervisor', {
    kind: 'region',
    regionPrefix: '3501',
    department: 'health',
  });
});
afterAll(() => cloud.close());

function filed(accountId: string, period: string, articles: number): Submission {
  const figures: Figures = {
    articles: { value: articles, measure: null, source: 'file', asOf: `${period}-28` },
  };
  const entered = { enteredBy: 'test', enteredAt: `${period}-28T00:00:00Z`, sample: false };
  return { accountId, period, revision: 1, figures, items: [], ...entered };
}

type Save = ActionInput<'contracts.save'>;

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

async function saved(contract: ContractInput): Promise<{ id: string; vendorId: string }> {
  const answer = await save(contract);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data.contract;
}

const remove = async () => {
  for (const name of ['contracts', 'contract-ledgers', 'contract-reports'] as const) {
    await cloud.remove(name, {});
  }
  await cloud.remove('contract-report-heads', {});
  for (const { id } of accounts) await cloud.change('accounts', { _id: id }, { vendorIds: [] });
};
afterEach(remove);

describe('saving', () => {
  test('answers with the KPI state computed from what was filed', async () => {
    const answer = await save(contractOf());
    const month = answer.ok && answer.data.settlements.find((one) => one.period === monthBefore(1));
    expect(month).toMatchObject({
      over: true,
      score: 90,
      kpis: [{ state: 'missed', actual: 18, deductionPercent: 4, evidence: [{ value: 18 }] }],
    });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        may: { save: true, report: false },
        warnings: [{ code: 'duty-open', source: expect.any(String) }],
        listing: { stage: 'running', agencyName: expect.any(String) },
      },
    });
  });

  test('takes a request once, however often it is sent', async () => {
    const requestKey = randomUUID();
    const answers = await Promise.all([1, 2].map(() => save(contractOf(), { requestKey })));
    const ids = answers.map((answer) => answer.ok && answer.data.contract.id);
    expect(ids[0]).toBeTruthy();
    expect(ids[0]).toBe(ids[1]);
    expect(await cloud.documents('contracts', {})).toHaveLength(1);
    expect(await cloud.documents('contract-revisions', { contractId: ids[0] })).toHaveLength(1);
  });

  test('of two overlapping contracts at once one is refused', async () => {
    const second = contractOf({ vendorCode: codes[1], vendorName: '另一公司' });
    const answers = await Promise.all([save(contractOf()), save(second), save(second)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) {
      expect(answer).toMatchObject({ error: { code: 'conflict' } });
    }
    expect(await cloud.documents('contracts', {})).toHaveLength(1);
  });

  test('two contracts of one account and different scopes stand beside each other', async () => {
    await saved(contractOf());
    expect((await save(contractOf({ scope: ['training'], vendorCode: codes[1] }))).ok).toBe(true);
  });

  test('a change needs its reason and the newest revision, keeps what was, and frees what it leaves', async () => {
    const { id } = await saved(contractOf());
    const moved = contractOf({ accountIds: ['two'] });
    const change = { contractId: id, basedOnRevision: 1 };
    expect(await save(moved, change)).toMatchObject({
      error: { code: 'invalid', fields: { reason: expect.any(String) } },
    });
    const answers = await Promise.all(
      [1, 2].map(() => save(moved, { ...change, reason: '换了账号' })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await cloud.documents('contract-revisions', { contractId: id })).toHaveLength(2);
    expect((await save(contractOf())).ok).toBe(true);
  });

  test.each<[string, Partial<ContractInput>, string]>([
    ['ends before it starts', { endsOn: '2020-01-01' }, 'endsOn'],
    ['has weights that do not sum', { kpis: [kpi({ weight: 0.4 })] }, 'kpis'],
    ['names a vendor by no code', { vendorCode: '123' }, 'vendorCode'],
  ])('refuses one that %s', async (_, changes, field) => {
    expect(await save(contractOf(changes))).toMatchObject({
      error: { code: 'invalid', fields: { [field]: expect.any(String) } },
    });
  });

  test('refuses a KPI on an unknown metric', async () => {
    const kpis = [kpi({ metric: 'fame' as 'articles' })];
    expect(await save(contractOf({ kpis }))).toMatchObject({
      error: { code: 'invalid', fields: { 'contract.kpis.0.metric': '没有这个指标' } },
    });
  });

  test('warns of a KPI that rewards gaming, and names the alternative', async () => {
    const kpis = [kpi({ metric: 'newFollowers', target: 2000 })];
    expect(await save(contractOf({ kpis }))).toMatchObject({
      ok: true,
      data: {
        warnings: expect.arrayContaining([
          expect.objectContaining({ code: 'gaming-kpi', alternative: 'serviceUses' }),
        ]),
      },
    });
  });

  test('finds no account of another agency, alone or beside one’s own', async () => {
    for (const accountIds of [['elsewhere'], ['one', 'elsewhere'], ['one', 'nowhere']]) {
      expect(await save(contractOf({ accountIds }))).toMatchObject({
        error: { code: 'not-found' },
      });
    }
    expect(await cloud.documents('contracts', {})).toEqual([]);
  });
});

describe('roles', () => {
  test('a supervisor sees and writes within its scope, another sees what does not exist', async () => {
    const { id } = await saved(contractOf());
    const get = (by: string) => cloud.call(by, 'contracts.get', { contractId: id });
    expect(await get('city')).toMatchObject({ ok: true, data: { may: { save: true } } });
    const absent = await cloud.call('other', 'contracts.get', { contractId: 'absent' });
    for (const by of ['other', 'health']) expect(await get(by)).toEqual(absent);
    const change = { contractId: id, basedOnRevision: 1, reason: '改验收人' };
    expect((await save(contractOf({ acceptor: '宣传科' }), { by: 'city', ...change })).ok).toBe(
      true,
    );
    const lists = await Promise.all(
      ['staff', 'city', 'health', 'other'].map((by) => cloud.call(by, 'contracts.list', {})),
    );
    expect(lists.map((list) => list.ok && list.data.items.length)).toEqual([1, 1, 0, 0]);
  });

  test('a vendor sees its own contracts and nothing else, byte by byte', async () => {
    const mine = await saved(contractOf());
    const theirs = await saved(contractOf({ scope: ['training'], vendorCode: codes[1] }));
    const vendor = randomUUID();
    await cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId: mine.vendorId });
    const send = (contractId: string) =>
      cloud.send(vendor, 'contracts', { action: 'get', input: { contractId } });
    const strip = (text: string) => text.replace(/"requestId":"[^"]*"/g, '');
    expect(strip(await send(theirs.id))).toBe(strip(await send('absent')));
    const own = await cloud.call(vendor, 'contracts.get', { contractId: mine.id });
    expect(own).toMatchObject({
      ok: true,
      data: { may: { save: false, report: true }, warnings: [] },
    });
    const list = await cloud.call(vendor, 'contracts.list', { accountId: 'one' });
    expect(list.ok && list.data.items.map(({ id }) => id)).toEqual([mine.id]);
    for (const answer of [
      await save(contractOf(), {
        by: vendor,
        contractId: mine.id,
        basedOnRevision: 1,
        reason: '改价',
      }),
      await cloud.call(vendor, 'contracts.alerts', {}),
      await cloud.call(vendor, 'contracts.acceptance', {
        contractId: mine.id,
        period: monthBefore(1),
        format: 'docx',
      }),
    ]) {
      expect(answer).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  test('an account is open to its vendor while the contract runs', async () => {
    const { id, vendorId } = await saved(contractOf());
    const vendor = randomUUID();
    await cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
    const mine = async () => {
      const answer = await cloud.call(vendor, 'accounts.mine', {});
      return answer.ok && answer.data.accounts.map((account) => account.id);
    };
    expect(await mine()).toEqual(['one']);
    const over = contractOf({ endsOn: lastDayOf(monthBefore(1)) });
    const change = { contractId: id, basedOnRevision: 1, reason: '提前终止' };
    expect((await save(over, change)).ok).toBe(true);
    expect(await mine()).toEqual([]);
    expect((await cloud.call(vendor, 'contracts.get', { contractId: id })).ok).toBe(true);
  });

  test('a timer opens accounts to the vendor whose contract has begun', async () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    const { id, vendorId } = await saved(contractOf({ startsOn: tomorrow }));
    const vendors = async () => (await cloud.documents('accounts', { _id: 'one' }))[0]?.vendorIds;
    expect(await vendors()).toEqual([]);
    const begun = { startsOn, nextChangeOn: startsOn };
    await cloud.change('contracts', { _id: id }, begun);
    const binding = { contractId: id, vendorId, vendorName: '', scope: ['operation'] };
    const bindings = [{ ...binding, startsOn, endsOn }];
    await cloud.change('contract-ledgers', { _id: 'one' }, { bindings });
    await cloud.passHours(1);
    expect(await vendors()).toEqual([vendorId]);
    const after = new Date(Date.parse(endsOn) + 86_400_000).toISOString().slice(0, 10);
    expect(await cloud.documents('contracts', { nextChangeOn: after })).toHaveLength(1);
  });

  test('saving an account leaves its vendors alone', async () => {
    await saved(contractOf());
    const [before] = await cloud.documents('accounts', { _id: 'one' });
    const got = await cloud.call('city', 'accounts.get', { accountId: 'one' });
    if (!got.ok) throw new Error('no account');
    const { id, status, closedOn, sample, revision, updatedAt, agency, ...account } = got.data;
    const { id: agencyId, ...office } = agency;
    const request = { requestKey: randomUUID(), accountId: 'one' };
    const changed = { ...account, principal: '新的主体', agency: office };
    const answer = await cloud.call('city', 'accounts.save', { ...request, account: changed });
    expect(answer).toMatchObject({ ok: true });
    const [after] = await cloud.documents('accounts', { _id: 'one' });
    expect(after).toMatchObject({ principal: '新的主体', vendorIds: before?.vendorIds });
  });
});

describe('reports of a vendor', () => {
  let contractId = '';
  let vendor = '';
  beforeEach(async () => {
    const { id, vendorId } = await saved(contractOf());
    [contractId, vendor] = [id, randomUUID()];
    await cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
  });

  const report = (changes: Partial<ActionInput<'contracts.report'>> = {}, by = vendor) =>
    cloud.call(by, 'contracts.report', {
      requestKey: randomUUID(),
      contractId,
      accountId: 'one',
      period: monthBefore(1),
      figures: { articles: 26 },
      basedOnRevision: 0,
      ...changes,
    });

  test('stand beside the principal’s figures, which decide; the difference is flagged', async () => {
    const answer = await report();
    const month = answer.ok && answer.data.settlements.find((one) => one.period === monthBefore(1));
    expect(month).toMatchObject({
      disputedKpis: ['articles'],
      kpis: [{ actual: 18, reported: 26, difference: 8, disputed: true, state: 'missed' }],
    });
    const alerts = await cloud.call('staff', 'contracts.alerts', {});
    expect(alerts.ok && alerts.data.alerts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['disputed-report', 'missed-kpi', 'duty-open']),
    );
  });

  test('are taken once a request; of two at once one is told', async () => {
    const requestKey = randomUUID();
    expect((await report({ requestKey })).ok).toBe(true);
    expect((await report({ requestKey })).ok).toBe(true);
    const answers = await Promise.all([
      report({ basedOnRevision: 1, figures: { articles: 18 } }),
      report({ basedOnRevision: 1, figures: { articles: 19 } }),
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await cloud.documents('contract-reports', { contractId })).toHaveLength(2);
  });

  test.each([
    ['a period outside the contract', { period: monthBefore(9) }, 'period'],
    ['a period that no KPI is judged by', { period: monthBefore(1).slice(0, 4) }, 'period'],
    ['a period to come', { period: monthBefore(-2) }, 'period'],
    ['an account outside the contract', { accountId: 'two' }, 'accountId'],
    ['a negative figure', { figures: { articles: -1 } }, 'figures.articles'],
  ])('are refused for %s', async (_, changes, field) => {
    expect(await report(changes)).toMatchObject({
      error: { code: 'invalid', fields: { [field]: expect.any(String) } },
    });
  });

  test('are no business of the principal', async () => {
    expect(await report({}, 'staff')).toMatchObject({ error: { code: 'forbidden' } });
  });
});

test('the record of the present vendor is a fact of the account’s mode', async () => {
  const kpis = [kpi({ weight: 0.5 }), kpi({ id: 'again', weight: 0.5 })];
  await saved(contractOf({ kpis }));
  const answer = await cloud.call('staff', 'modes.current', { accountId: 'one' });
  expect(answer).toMatchObject({ ok: true, data: { facts: { vendors: { record: 'fair' } } } });
});

test('alerts find what expires by its end, of one account where asked', async () => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await saved(contractOf({ accountIds: ['two'], endsOn: soon }));
  await saved(contractOf({ accountIds: ['three'] }));
  const codesFor = async (accountId?: string) => {
    const answer = await cloud.call('city', 'contracts.alerts', { accountId });
    return answer.ok ? answer.data.alerts.map(({ code }) => code) : [];
  };
  expect(await codesFor()).toContain('expiring');
  expect(await codesFor('two')).toContain('expiring');
  expect(await codesFor('three')).not.toContain('expiring');
});

test('the form names the agency’s accounts and vendors, and KPIs to start from', async () => {
  await saved(contractOf());
  const answer = await cloud.call('staff', 'contracts.form', { accountId: 'one' });
  expect(answer).toMatchObject({
    ok: true,
    data: { vendors: [{ code: codes[0], name: '某某融媒有限公司' }] },
  });
  const form = answer.ok ? answer.data : null;
  expect(form?.accounts.map(({ id }) => id).sort()).toEqual(['one', 'three', 'two']);
  expect(form?.metrics.find(({ metric }) => metric === 'likes')?.gaming).toMatchObject({
    alternative: 'satisfactionRate',
  });
});

describe('the acceptance sheet', () => {
  const sheet = async (format: 'docx' | 'xlsx', period = monthBefore(1)) => {
    const { id } = await saved(contractOf());
    return cloud.call('staff', 'contracts.acceptance', { contractId: id, period, format });
  };
  const partsOf = async (format: 'docx' | 'xlsx') => {
    const answer = await sheet(format);
    if (!answer.ok) throw new Error(answer.error.message);
    const bytes = new Uint8Array(await (await fetch(answer.data.url)).arrayBuffer());
    return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  };
  const textOf = (parts: (readonly [string, string])[], name: RegExp) =>
    parts
      .filter(([path]) => name.test(path))
      .map(([, xml]) => xml.replace(/<[^>]+>/g, ''))
      .join('');

  test('as a document says what was wanted, reached, deducted, and where it comes from', async () => {
    const text = textOf(await partsOf('docx'), /document\.xml$/);
    for (const said of [
      '政务微信公众号委托服务验收单',
      '某某融媒有限公司（9144030071526726XG）',
      '不低于20篇',
      '18篇',
      '未达标',
      `${monthBefore(1)} 第 1 版`,
      '保密协议',
      '验收：办公室',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('as a workbook has the KPIs, the settlement and the evidence', async () => {
    const parts = await partsOf('xlsx');
    const sheets = parts.filter(([path]) => /worksheets\/sheet\d\.xml$/.test(path));
    expect(sheets).toHaveLength(3);
    expect(textOf(parts, /sheet3\.xml$/)).toContain('后台导出文件');
  });

  test('is refused for what is no settlement period of the contract', async () => {
    expect(await sheet('docx', monthBefore(12))).toMatchObject({
      error: { code: 'invalid', fields: { period: expect.any(String) } },
    });
  });
});
