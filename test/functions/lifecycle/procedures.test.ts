import { madeAccount } from '../support/sample';
import {
  application,
  approve,
  named,
  type ProceduresCloud,
  startProceduresCloud,
  today,
} from './procedures-cloud';

let world: ProceduresCloud;

beforeAll(async () => {
  world = await startProceduresCloud();
});
afterAll(() => world?.cloud.close());

test('a filing goes from application to approval to its number in the registry', async () => {
  const id = await world.opened('filing', { kind: 'filing' });
  expect(await world.decide(id, 1, approve)).toMatchObject({ ok: true, data: { next: 'file' } });
  expect(await world.file(id, 2, today)).toMatchObject({ ok: true, data: { state: 'done' } });
  expect((await world.account('filing'))?.filing).toEqual({
    number: '闽001',
    date: today,
    status: 'filed',
  });
});

test('a closing publishes its notice, waits, and closes the account for good', async () => {
  const id = await world.opened('gulou', { successor: { ...named, wechatId: null } });
  await world.decide(id, 1, approve);
  const text = '账号关停公告';
  expect(await world.report(id, 2, { act: 'notice', on: today, link: null, text })).toMatchObject({
    ok: true,
    data: { next: 'carry-out', noticeText: expect.stringContaining('鼓楼发布') },
  });
  expect(await world.report(id, 3, { act: 'carry-out', on: today })).toMatchObject({
    error: { code: 'invalid', fields: { on: expect.stringContaining('公告期未满') } },
  });
  expect(
    await world.cloud.call('city', 'accounts.close', {
      accountId: 'gulou',
      closedOn: today,
      reason: '快办',
    }),
  ).toMatchObject({ error: { code: 'conflict' } });
  await world.noticeStood(id);
  expect(await world.report(id, 3, { act: 'carry-out', on: today })).toMatchObject({
    ok: true,
    data: { next: 'file' },
  });
  expect(await world.account('gulou')).toMatchObject({ status: 'closed', closedOn: today });
  expect(await world.file(id, 4, today)).toMatchObject({ data: { state: 'done' } });
  expect((await world.account('gulou'))?.filing.status).toBe('withdrawn');
  expect(await world.apply('gulou')).toMatchObject({ error: { code: 'conflict' } });
  expect(await world.cloud.documents('procedure-events', { procedureId: id })).toHaveLength(5);
});

test('a change is written to the registry when it is carried out', async () => {
  const id = await world.opened('change', {
    kind: 'change',
    alteration: { name: '新名', operator: '某社' },
  });
  await world.decide(id, 1, approve);
  await world.report(id, 2, { act: 'carry-out', on: today });
  expect(await world.account('change')).toMatchObject({
    name: '新名',
    operation: { operator: '某社' },
  });
});

test('a change into another region is for a supervisor of both', async () => {
  const { id: _, ...agency } = madeAccount('x', { agency: { region: '350203' } }).agency;
  const id = await world.opened('twice', { kind: 'change', alteration: { agency } });
  expect(await world.decide(id, 1, approve)).toMatchObject({ error: { code: 'not-found' } });
  await world.report(id, 1, { act: 'withdraw', note: '不变更了' });
});

describe('a merger', () => {
  const into = (wechatId: string) => ({
    kind: 'merger' as const,
    successor: { ...named, wechatId },
  });

  test.each(['test_merged', 'nobody', 'test_ended'])('into %s is refused', async (wechatId) => {
    expect(await world.apply('merged', into(wechatId))).toMatchObject({
      error: { code: 'invalid', fields: { 'application.successor.wechatId': expect.any(String) } },
    });
  });

  test('folds the account into its successor and keeps its history', async () => {
    const id = await world.opened('merged', into('test_target'));
    await world.decide(id, 1, approve);
    await world.report(id, 2, { act: 'notice', on: today, link: null, text: '公告' });
    await world.noticeStood(id);
    expect(await world.report(id, 3, { act: 'carry-out', on: today })).toMatchObject({ ok: true });
    expect(await world.account('merged')).toMatchObject({ status: 'closed' });
    expect(
      await world.cloud.call('staff', 'lifecycle.ofAccount', { accountId: 'target' }),
    ).toMatchObject({ data: { mergedFrom: ['测试账号 merged'] } });
    expect(
      await world.cloud.call('staff', 'lifecycle.ofAccount', { accountId: 'merged' }),
    ).toMatchObject({ data: { closure: { kind: 'merger', successorId: 'target' } } });
  });
});

test('a change of agency moves the account to whom it belongs now', async () => {
  const agency = {
    name: '福州市台江区某局',
    level: 'county' as const,
    region: '350103',
    department: 'health' as const,
    supervisorUnit: '福州市某局',
  };
  const id = await world.opened('target', { kind: 'change', alteration: { agency } });
  await world.decide(id, 1, approve);
  await world.report(id, 2, { act: 'carry-out', on: today });
  expect((await world.account('target'))?.agency).toMatchObject(agency);
});

test('a returned application is revised within its kind, and goes on from there', async () => {
  const id = await world.opened('gone', { kind: 'change', alteration: { name: '旧想法' } });
  expect(await world.decide(id, 1, { act: 'return', note: '请写明新名称' })).toMatchObject({
    data: { state: 'returned', next: 'apply' },
  });
  expect(await world.decide(id, 2, approve)).toMatchObject({ error: { code: 'conflict' } });
  const revised = (changes: object) => ({
    act: 'revise' as const,
    application: application({ kind: 'change', alteration: { name: '新名称' }, ...changes }),
  });
  expect(await world.report(id, 2, revised({ kind: 'closing' }))).toMatchObject({
    error: { code: 'invalid', message: expect.stringContaining('种类') },
  });
  expect(await world.report(id, 2, revised({ alteration: null }))).toMatchObject({
    error: { code: 'invalid', fields: { 'application.alteration': expect.any(String) } },
  });
  expect(await world.report(id, 2, revised({}), 'far')).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await world.report(id, 2, revised({}))).toMatchObject({
    data: { state: 'open', next: 'decide', application: { alteration: { name: '新名称' } } },
  });
  await world.decide(id, 3, approve);
  await world.report(id, 4, { act: 'carry-out', on: today });
  expect(await world.account('gone')).toMatchObject({ name: '新名称' });
});
