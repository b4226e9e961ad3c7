import { randomUUID } from 'node:crypto';
import type { DecidedSettlement } from '../../../typings/acceptance';
import type { ActionInput } from '../../../typings/api';
import { contractCloud, contractOf, kpi } from '../support/contracts';
import { monthBefore } from '../support/exports';

let on: Awaited<ReturnType<typeof contractCloud>>;
let contractId = '';
let vendorId = '';
beforeAll(async () => {
  on = await contractCloud();
});
beforeEach(async () => {
  ({ id: contractId, vendorId } = await on.saved(contractOf()));
});
afterEach(() => on.clear());
afterAll(() => on.cloud.close());

const missed = monthBefore(1);
const met = monthBefore(2);

async function settlement(period: string, by = 'staff'): Promise<DecidedSettlement> {
  const answer = await on.cloud.call(by, 'contracts.get', { contractId });
  const found = answer.ok && answer.data.settlements.find((one) => one.period === period);
  if (!found) throw new Error(`no settlement ${period}`);
  return found;
}

type Decide = ActionInput<'contracts.decide'>;

async function decide(changes: Partial<Decide> & { by?: string } = {}) {
  const { by = 'staff', period = missed, ...more } = changes;
  const seen = changes.seen ?? (await settlement(period)).checksum;
  const reason = '发稿数不足，按合同扣减';
  const standard = { requestKey: randomUUID(), contractId, decision: 'deducted' as const, reason };
  return on.cloud.call(by, 'contracts.decide', {
    ...standard,
    basedOnRevision: 0,
    ...more,
    period,
    seen,
  });
}

const file = (articles: number, basedOnRevision: number) =>
  on.cloud.call('staff', 'submissions.submit', {
    requestKey: randomUUID(),
    accountId: 'one',
    period: missed,
    fileIds: [],
    form: { articles },
    basedOnRevision,
    reason: '核对后更正',
  });

test('deducts by the rules of the KPIs, and the vendor sees it', async () => {
  const before = await settlement(missed);
  expect(before).toMatchObject({ acceptance: null, kpis: [{ deductionPercent: 4 }] });
  expect(await decide()).toMatchObject({ ok: true });
  const vendor = await on.vendorOf(vendorId);
  expect(await settlement(missed, vendor)).toMatchObject({
    acceptance: {
      decision: 'deducted',
      reason: '发稿数不足，按合同扣减',
      acceptor: '办公室',
      officer: '张三',
      revision: 1,
      deductionYuan: before.deductionYuan,
      payableYuan: before.payableYuan,
      checksum: before.checksum,
    },
    corrected: null,
  });
  const shown = JSON.stringify(await on.cloud.call(vendor, 'contracts.get', { contractId }));
  expect(shown).not.toContain('decidedBy');
});

test('what was met is accepted in full without a reason', async () => {
  const answer = await decide({ period: met, decision: 'accepted', reason: undefined });
  expect(answer).toMatchObject({ ok: true });
  expect((await settlement(met)).acceptance).toMatchObject({ decision: 'accepted', reason: null });
});

test('stays as it was when the figures are corrected, and says what they would come to', async () => {
  await decide();
  const then = await settlement(missed);
  expect(await file(30, 1)).toMatchObject({ ok: true });
  const now = await settlement(missed);
  expect(now).toMatchObject({
    kpis: [{ actual: 18, state: 'missed', evidence: [{ submissions: [{ revision: 1 }] }] }],
    checksum: then.checksum,
    corrected: { deductionYuan: 0, payableYuan: then.dueYuan },
  });
  expect(await file(18, 2)).toMatchObject({ ok: true });
  expect((await settlement(missed)).corrected).toBeNull();
});

test('a refused one pays nothing, follows the figures, and may be decided again', async () => {
  const reason = '内容质量不符合约定，限期整改';
  expect(await decide({ decision: 'refused', reason })).toMatchObject({ ok: true });
  expect(await settlement(missed)).toMatchObject({
    acceptance: { decision: 'refused', payableYuan: 0, reason },
    corrected: null,
  });
  expect(await decide({ basedOnRevision: 1 })).toMatchObject({ ok: true });
  expect((await settlement(missed)).acceptance).toMatchObject({
    decision: 'deducted',
    revision: 2,
  });
  expect(await on.cloud.documents('contract-acceptances', { contractId })).toHaveLength(2);
});

test('of two at once one decides; the same request again has one effect', async () => {
  const asked = ['staff', 'colleague'].map((by) => ({ by, requestKey: randomUUID() }));
  const answers = await Promise.all(asked.map(decide));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  const winner = asked[answers.findIndex(({ ok }) => ok)];
  expect(await decide(winner)).toMatchObject({ ok: true });
  expect(await on.cloud.documents('contract-acceptances', { contractId })).toHaveLength(1);
});

test('a figure or a contract that changed since it was looked at is a conflict', async () => {
  const { checksum: seen } = await settlement(met);
  const kpis = [kpi({ target: 10 })];
  const change = { contractId, basedOnRevision: 1, reason: '调低目标' };
  expect((await on.save(contractOf({ kpis }), change)).ok).toBe(true);
  const late = await decide({ period: met, decision: 'accepted', seen });
  expect(late).toMatchObject({ error: { code: 'conflict' } });
});

test.each<[string, Partial<Decide>, string]>([
  ['the running period', { period: monthBefore(0), decision: 'refused' }, 'period'],
  ['acceptance in full against the rules', { decision: 'accepted' }, 'decision'],
  ['deductions where there are none', { period: met }, 'decision'],
  ['a refusal without a reason', { decision: 'refused', reason: undefined }, 'reason'],
  ['deductions without a reason', { reason: undefined }, 'reason'],
  ['an unknown decision', { decision: 'maybe' as 'refused' }, 'decision'],
  ['an invented checksum', { seen: 'x' }, 'seen'],
])('refuses %s', async (_, changes, field) => {
  expect(await decide(changes)).toMatchObject({
    error: { code: 'invalid', fields: { [field]: expect.any(String) } },
  });
});

test('refuses a period that the contract is not settled by', async () => {
  const { checksum: seen } = await settlement(met);
  expect(await decide({ period: missed.slice(0, 4), seen })).toMatchObject({
    error: { code: 'invalid', fields: { period: expect.any(String) } },
  });
});

test('needs the officer that the contract names', async () => {
  const duties = { ...contractOf().duties, namedOfficer: null };
  const change = { contractId, basedOnRevision: 1, reason: '经办人员调离' };
  await on.save(contractOf({ duties }), change);
  expect(await decide()).toMatchObject({
    error: { code: 'invalid', fields: { officer: expect.any(String) } },
  });
});

test('is the principal’s alone', async () => {
  const vendor = await on.vendorOf(vendorId);
  for (const by of ['city', vendor]) {
    expect(await decide({ by })).toMatchObject({ error: { code: 'forbidden' } });
  }
  expect(await decide({ by: 'other' })).toMatchObject({ error: { code: 'not-found' } });
  const answer = await on.cloud.call('staff', 'contracts.get', { contractId });
  expect(answer.ok && answer.data.may).toEqual({ save: true, report: false, decide: true });
});
