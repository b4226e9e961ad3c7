import { randomUUID } from 'node:crypto';
import type { ActionInput } from '../../../typings/api';
import { contractCloud, contractOf, kpi } from '../support/contracts';
import { monthBefore } from '../support/exports';

let on: Awaited<ReturnType<typeof contractCloud>>;
beforeAll(async () => {
  on = await contractCloud();
});
afterEach(() => on.clear());
afterAll(() => on.cloud.close());

describe('reports of a vendor', () => {
  let contractId = '';
  let vendor = '';
  beforeEach(async () => {
    const { id, vendorId } = await on.saved(contractOf());
    [contractId, vendor] = [id, randomUUID()];
    await on.cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
  });

  const report = (changes: Partial<ActionInput<'contracts.report'>> = {}, by = vendor) =>
    on.cloud.call(by, 'contracts.report', {
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
    const alerts = await on.cloud.call('staff', 'contracts.alerts', {});
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
    expect(await on.cloud.documents('contract-reports', { contractId })).toHaveLength(2);
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
  await on.saved(contractOf({ kpis }));
  const answer = await on.cloud.call('staff', 'modes.current', { accountId: 'one' });
  expect(answer).toMatchObject({ ok: true, data: { facts: { vendors: { record: 'fair' } } } });
});

test('alerts find what expires by its end, of one account where asked', async () => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await on.saved(contractOf({ accountIds: ['two'], endsOn: soon }));
  await on.saved(contractOf({ accountIds: ['three'] }));
  const codesFor = async (accountId?: string) => {
    const answer = await on.cloud.call('city', 'contracts.alerts', { accountId });
    return answer.ok ? answer.data.alerts.map(({ code }) => code) : [];
  };
  expect(await codesFor()).toContain('expiring');
  expect(await codesFor('two')).toContain('expiring');
  expect(await codesFor('three')).not.toContain('expiring');
});
