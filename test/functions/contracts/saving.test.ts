import { randomUUID } from 'node:crypto';
import type { ContractInput } from '../../../typings/contracts';
import { codes, contractCloud, contractOf, kpi } from '../support/contracts';
import { monthBefore } from '../support/exports';

let on: Awaited<ReturnType<typeof contractCloud>>;
beforeAll(async () => {
  on = await contractCloud();
});
afterEach(() => on.clear());
afterAll(() => on.cloud.close());

describe('saving', () => {
  test('answers with the KPI state computed from what was filed', async () => {
    const answer = await on.save(contractOf());
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
    const answers = await Promise.all([1, 2].map(() => on.save(contractOf(), { requestKey })));
    const ids = answers.map((answer) => answer.ok && answer.data.contract.id);
    expect(ids[0]).toBeTruthy();
    expect(ids[0]).toBe(ids[1]);
    expect(await on.cloud.documents('contracts', {})).toHaveLength(1);
    expect(await on.cloud.documents('contract-revisions', { contractId: ids[0] })).toHaveLength(1);
  });

  test('of two overlapping contracts at once one is refused', async () => {
    const second = contractOf({ vendorCode: codes[1], vendorName: '另一公司' });
    const answers = await Promise.all([on.save(contractOf()), on.save(second), on.save(second)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) {
      expect(answer).toMatchObject({ error: { code: 'conflict' } });
    }
    expect(await on.cloud.documents('contracts', {})).toHaveLength(1);
  });

  test('two contracts of one account and different scopes stand beside each other', async () => {
    await on.saved(contractOf());
    expect((await on.save(contractOf({ scope: ['training'], vendorCode: codes[1] }))).ok).toBe(
      true,
    );
  });

  test('a change needs its reason and the newest revision, keeps what was, and frees what it leaves', async () => {
    const { id } = await on.saved(contractOf());
    const moved = contractOf({ accountIds: ['two'] });
    const change = { contractId: id, basedOnRevision: 1 };
    expect(await on.save(moved, change)).toMatchObject({
      error: { code: 'invalid', fields: { reason: expect.any(String) } },
    });
    const answers = await Promise.all(
      [1, 2].map(() => on.save(moved, { ...change, reason: '换了账号' })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await on.cloud.documents('contract-revisions', { contractId: id })).toHaveLength(2);
    expect((await on.save(contractOf())).ok).toBe(true);
  });

  test.each<[string, Partial<ContractInput>, string]>([
    ['ends before it starts', { endsOn: '2020-01-01' }, 'endsOn'],
    ['has weights that do not sum', { kpis: [kpi({ weight: 0.4 })] }, 'kpis'],
    ['names a vendor by no code', { vendorCode: '123' }, 'vendorCode'],
  ])('refuses one that %s', async (_, changes, field) => {
    expect(await on.save(contractOf(changes))).toMatchObject({
      error: { code: 'invalid', fields: { [field]: expect.any(String) } },
    });
  });

  test('refuses a KPI on an unknown metric', async () => {
    const kpis = [kpi({ metric: 'fame' as 'articles' })];
    expect(await on.save(contractOf({ kpis }))).toMatchObject({
      error: { code: 'invalid', fields: { 'contract.kpis.0.metric': '没有这个指标' } },
    });
  });

  test('warns of a KPI that rewards gaming, and names the alternative', async () => {
    const kpis = [kpi({ metric: 'newFollowers', target: 2000 })];
    expect(await on.save(contractOf({ kpis }))).toMatchObject({
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
      expect(await on.save(contractOf({ accountIds }))).toMatchObject({
        error: { code: 'not-found' },
      });
    }
    expect(await on.cloud.documents('contracts', {})).toEqual([]);
  });
});

test('the form names the agency’s accounts and vendors, and KPIs to start from', async () => {
  await on.saved(contractOf());
  const answer = await on.cloud.call('staff', 'contracts.form', { accountId: 'one' });
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
