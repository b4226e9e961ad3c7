import { randomUUID } from 'node:crypto';
import type { Application } from '../../typings/lifecycle';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;
const named = {
  name: '鼓楼发布',
  wechatId: 'test_target',
  link: 'https://www.example.gov.cn/gulou',
};
const ids = ['gulou', 'filing', 'change', 'merged', 'target', 'twice', 'gone'];

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    ...ids.map((id) => madeAccount(id, { agency: { id: 'agency-gulou' } })),
    madeAccount('xiamen', { agency: { region: '350203' } }),
    madeAccount('ended', { status: 'closed', closedOn: '2026-01-01' }),
  ]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  await cloud.grant('far', 'staff', { kind: 'agency', agencyId: 'agency-xiamen' });
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('xm', 'supervisor', { kind: 'region', regionPrefix: '3502' });
});
afterAll(() => cloud.close());

const application = (changes: Partial<Application> = {}): Application => ({
  kind: 'closing',
  reason: '无力维护',
  plannedOn: '2020-01-02',
  collectiveDecision: { on: '2020-01-01', record: '会议纪要 1 号' },
  leaderConsent: { on: '2020-01-01', by: '张某' },
  responsible: '张某',
  contact: '李某',
  phone: '0591-12345678',
  alteration: null,
  successor: null,
  ...changes,
});

const apply = (accountId: string, changes: Partial<Application> = {}, openid = 'staff') =>
  cloud.call(openid, 'lifecycle.apply', {
    requestKey: randomUUID(),
    accountId,
    application: application(changes),
  });

type Report = Parameters<typeof cloud.call<'lifecycle.report'>>[2]['act'];
type Decision = Parameters<typeof cloud.call<'lifecycle.decide'>>[2]['act'];

async function opened(accountId: string, changes: Partial<Application> = {}): Promise<string> {
  const answer = await apply(accountId, changes);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data.id;
}
const decide = (procedureId: string, sequence: number, act: Decision, openid = 'city') =>
  cloud.call(openid, 'lifecycle.decide', { requestKey: randomUUID(), procedureId, sequence, act });
const report = (procedureId: string, sequence: number, act: Report, openid = 'staff') =>
  cloud.call(openid, 'lifecycle.report', { requestKey: randomUUID(), procedureId, sequence, act });
const file = (procedureId: string, sequence: number, on: string, number = '闽001') =>
  cloud.call('city', 'lifecycle.file', {
    requestKey: randomUUID(),
    procedureId,
    sequence,
    act: { act: 'file', on, number },
  });
const account = async (accountId: string) => {
  const answer = await cloud.call('city', 'accounts.get', { accountId });
  return answer.ok ? answer.data : null;
};
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const approve = { act: 'approve', note: null } as const;

/** A notice cannot be published before the day it was approved: time passes behind its back. */
async function noticeStood(procedureId: string): Promise<void> {
  const [document] = await cloud.documents('procedures', { _id: procedureId });
  const events = ((document ?? { events: [] }).events as { act: string; on: string }[]).map(
    (event) => ({
      ...event,
      on: '2020-01-02',
    }),
  );
  await cloud.change('procedures', { _id: procedureId }, { events });
}

test('a filing goes from application to approval to its number in the registry', async () => {
  const id = await opened('filing', { kind: 'filing' });
  expect(await decide(id, 1, approve)).toMatchObject({ ok: true, data: { next: 'file' } });
  expect(await file(id, 2, today)).toMatchObject({ ok: true, data: { state: 'done' } });
  expect((await account('filing'))?.filing).toEqual({
    number: '闽001',
    date: today,
    status: 'filed',
  });
});

test('a closing publishes its notice, waits, and closes the account for good', async () => {
  const id = await opened('gulou', { successor: { ...named, wechatId: null } });
  await decide(id, 1, approve);
  const text = '账号关停公告';
  expect(await report(id, 2, { act: 'notice', on: today, link: null, text })).toMatchObject({
    ok: true,
    data: { next: 'carry-out', noticeText: expect.stringContaining('鼓楼发布') },
  });
  expect(await report(id, 3, { act: 'carry-out', on: today })).toMatchObject({
    error: { code: 'invalid', fields: { on: expect.stringContaining('公告期未满') } },
  });
  expect(
    await cloud.call('city', 'accounts.close', {
      accountId: 'gulou',
      closedOn: today,
      reason: '快办',
    }),
  ).toMatchObject({ error: { code: 'conflict' } });
  await noticeStood(id);
  expect(await report(id, 3, { act: 'carry-out', on: today })).toMatchObject({
    ok: true,
    data: { next: 'file' },
  });
  expect(await account('gulou')).toMatchObject({ status: 'closed', closedOn: today });
  expect(await file(id, 4, today)).toMatchObject({ data: { state: 'done' } });
  expect((await account('gulou'))?.filing.status).toBe('withdrawn');
  expect(await apply('gulou')).toMatchObject({ error: { code: 'conflict' } });
  expect(await cloud.documents('procedure-events', { procedureId: id })).toHaveLength(5);
});

test('a change is written to the registry when it is carried out', async () => {
  const id = await opened('change', {
    kind: 'change',
    alteration: { name: '新名', operator: '某社' },
  });
  await decide(id, 1, approve);
  await report(id, 2, { act: 'carry-out', on: today });
  expect(await account('change')).toMatchObject({ name: '新名', operation: { operator: '某社' } });
});

test('a change into another region is for a supervisor of both', async () => {
  const { id: _, ...agency } = madeAccount('x', { agency: { region: '350203' } }).agency;
  const id = await opened('twice', { kind: 'change', alteration: { agency } });
  expect(await decide(id, 1, approve)).toMatchObject({ error: { code: 'not-found' } });
  await report(id, 1, { act: 'withdraw', note: '不变更了' });
});

describe('a merger', () => {
  const into = (wechatId: string) => ({
    kind: 'merger' as const,
    successor: { ...named, wechatId },
  });

  test.each(['test_merged', 'nobody', 'test_ended'])('into %s is refused', async (wechatId) => {
    expect(await apply('merged', into(wechatId))).toMatchObject({
      error: { code: 'invalid', fields: { 'application.successor.wechatId': expect.any(String) } },
    });
  });

  test('folds the account into its successor and keeps its history', async () => {
    const id = await opened('merged', into('test_target'));
    await decide(id, 1, approve);
    await report(id, 2, { act: 'notice', on: today, link: null, text: '公告' });
    await noticeStood(id);
    expect(await report(id, 3, { act: 'carry-out', on: today })).toMatchObject({ ok: true });
    expect(await account('merged')).toMatchObject({ status: 'closed' });
    expect(await cloud.call('staff', 'lifecycle.ofAccount', { accountId: 'target' })).toMatchObject(
      { data: { mergedFrom: ['测试账号 merged'] } },
    );
    expect(await cloud.call('staff', 'lifecycle.ofAccount', { accountId: 'merged' })).toMatchObject(
      { data: { closure: { kind: 'merger', successorId: 'target' } } },
    );
  });
});

test('one procedure of an account is under way, also when two are asked for at once', async () => {
  const answers = await Promise.all([apply('twice'), apply('twice')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('the same request twice opens one procedure, and of two decisions one wins', async () => {
  const input = { requestKey: randomUUID(), accountId: 'gone', application: application() };
  const [first, second] = await Promise.all([
    cloud.call('staff', 'lifecycle.apply', input),
    cloud.call('staff', 'lifecycle.apply', input),
  ]);
  expect(second).toEqual(first);
  const id = first.ok ? first.data.id : '';
  const both = await Promise.all([
    decide(id, 1, approve),
    decide(id, 1, { act: 'refuse', note: '材料不全' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('nobody applies for, sees or decides on what lies elsewhere', async () => {
  expect(await apply('filing', {}, 'far')).toMatchObject({ error: { code: 'not-found' } });
  expect(await apply('filing', {}, 'city')).toMatchObject({ error: { code: 'forbidden' } });
  const list = await cloud.call('city', 'lifecycle.list', { show: 'open' });
  const id = list.ok ? (list.data.items[0]?.id ?? '') : '';
  expect(await cloud.call('xm', 'lifecycle.get', { procedureId: id })).toEqual(
    await cloud.call('xm', 'lifecycle.get', { procedureId: 'nothing' }),
  );
  expect(await cloud.call('xm', 'lifecycle.list', { show: 'open' })).toMatchObject({
    data: { items: [] },
  });
});

test('lists say what is overdue, what is not filed and what was closed without procedure', async () => {
  const overdue = await cloud.call('city', 'lifecycle.list', { show: 'overdue' });
  expect(overdue.ok && overdue.data.items.every((one) => one.overdue)).toBe(true);
  const unfiled = await cloud.call('city', 'lifecycle.gaps', { show: 'unfiled' });
  expect(unfiled.ok && unfiled.data.items.map(({ accountId }) => accountId)).toContain('target');
  expect(unfiled.ok && unfiled.data.items.map(({ accountId }) => accountId)).not.toContain(
    'filing',
  );
  const closed = await cloud.call('city', 'lifecycle.gaps', { show: 'closed' });
  const kinds = closed.ok
    ? closed.data.items.map(({ accountId, kind }) => `${accountId} ${kind}`)
    : [];
  expect(kinds).toContain('ended closed-without-procedure');
  expect(kinds).not.toContain('gulou closed-without-procedure');
});

test('the form is a document with the fields of the registration', async () => {
  const list = await cloud.call('staff', 'lifecycle.ofAccount', { accountId: 'gulou' });
  const procedureId = list.ok ? (list.data.procedures[0]?.id ?? '') : '';
  const form = await cloud.call('staff', 'lifecycle.form', { procedureId });
  const bytes = form.ok ? new Uint8Array(await (await fetch(form.data.url)).arrayBuffer()) : null;
  const { strFromU8, unzipSync } = await import('fflate');
  const text = bytes ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()) : '';
  for (const part of [
    '备案登记表',
    'test_gulou',
    '主要领导意见',
    '会议纪要 1 号',
    '0591-12345678',
  ]) {
    expect(text).toContain(part);
  }
});

test('a day that no calendar has is refused', async () => {
  expect(await apply('target', { plannedOn: '2026-02-31' })).toMatchObject({
    error: { code: 'invalid' },
  });
});
