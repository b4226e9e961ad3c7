import type { MetricName } from '../../../typings/vocabulary';
import type { TestCloud } from '../support/cloud';
import { dayOf, monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';
import { submissionOf } from '../support/scored';
import { last, running, scoreOf, startScores } from '../support/scores';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startScores();
});
afterAll(() => cloud.close());

test('limits that the user sets bound the plan, and a lever that is none is refused', async () => {
  const ask = (limits: Partial<Record<MetricName, number>>) =>
    cloud.call('peer-5', 'scores.target', { accountId: 'peer-5', target: 99, limits });
  const bounded = await ask({ articles: 22, reads: 8000 });
  const { mix = [] } = (bounded.ok && bounded.data) || {};
  expect(mix.find(({ metric }) => metric === 'articles')?.to ?? 0).toBeLessThanOrEqual(22);
  expect(await ask({ likes: 10 })).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { 'limits.likes': expect.any(String) } },
  });
});

test('a target names levers, and one that is reached says so', async () => {
  const ask = (target: number) =>
    cloud.call('peer-5', 'scores.target', { accountId: 'peer-5', target });
  const plan = await ask(Math.min(99, scoreOf(5) + 3));
  expect(plan).toMatchObject({ ok: true, data: { reached: false } });
  expect(plan.ok && plan.data.single.length).toBeGreaterThan(0);
  expect(await ask(1)).toMatchObject({ ok: true, data: { reached: true, single: [] } });
  expect(await ask(101)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('without figures of the running month there is no forecast', async () => {
  expect(await cloud.call('peer-5', 'scores.forecast', { accountId: 'peer-5' })).toMatchObject({
    ok: true,
    data: { period: running, soFar: null, forecast: null, previous: { period: last } },
  });
});

test('a running month is forecast from how earlier months went on', async () => {
  const account = madeAccount('steady', { kind: 'service', agency: { department: 'health' } });
  const months = [0, 1, 2, 3, 4, 5, 6].map(monthBefore);
  const submissions = months.map((month, index) => {
    const whole = submissionOf('steady', month, 20_000 + index * 500);
    const items = whole.items.map((item, at) => ({
      ...item,
      publishedAt: dayOf(month, month === running ? 1 : at + 1),
    }));
    return { ...whole, items };
  });
  await cloud.addAccounts([account]);
  await cloud.recordHistory([account], submissions);
  await cloud.grant('steady', 'staff', { kind: 'agency', agencyId: account.agency.id });

  const answer = await cloud.call('steady', 'scores.forecast', { accountId: 'steady' });
  expect(answer).toMatchObject({
    ok: true,
    data: { period: running, forecast: { calibratedOn: 6, borrowed: 0, level: 0.8 } },
  });
  const { value = 0, interval = [0, 0] } = (answer.ok && answer.data.forecast) || {};
  expect(interval[0]).toBeLessThanOrEqual(value);
  expect(interval[1]).toBeGreaterThanOrEqual(value);
});

test('an account with too short a past borrows the last month of its nearest peers', async () => {
  const group = Array.from({ length: 25 }, (_, index) =>
    madeAccount(`tax-${index}`, { agency: { department: 'taxation' } }),
  );
  const [young] = group;
  if (!young) throw new Error('no account');
  const begun = submissionOf(young.id, running, 9000);
  const items = begun.items.map((item) => ({ ...item, publishedAt: dayOf(running, 1) }));
  await cloud.addAccounts(group);
  await cloud.recordHistory(group, [
    ...group.map(({ id }, index) => submissionOf(id, last, 8000 + index * 100)),
    { ...begun, items },
  ]);
  await cloud.grant(young.id, 'staff', { kind: 'agency', agencyId: young.agency.id });

  const answer = await cloud.call(young.id, 'scores.forecast', { accountId: young.id });
  if (!answer.ok || !answer.data.forecast) throw new Error('no forecast');
  const { calibratedOn, borrowed } = answer.data.forecast;
  expect(answer.data.pastPeriods).toBe(1);
  expect(calibratedOn - borrowed).toBe(1);
  expect(borrowed).toBeGreaterThanOrEqual(20);
  expect(JSON.stringify(answer)).not.toContain('tax-');
});
