import { randomUUID } from 'node:crypto';
import { laterDay } from '../../../cloudfunctions/domain/lifecycle';
import { readWorkbook } from '../../../cloudfunctions/platform/workbooks/read-workbook';
import {
  application,
  approve,
  type ProceduresCloud,
  startProceduresCloud,
  today,
} from './procedures-cloud';

let world: ProceduresCloud;

beforeAll(async () => {
  world = await startProceduresCloud();
});
afterAll(() => world?.cloud.close());

test('one procedure of an account is under way, also when two are asked for at once', async () => {
  const answers = await Promise.all([world.apply('twice'), world.apply('twice')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('the same request twice opens one procedure, and of two decisions one wins', async () => {
  const input = { requestKey: randomUUID(), accountId: 'gone', application: application() };
  const [first, second] = await Promise.all([
    world.cloud.call('staff', 'lifecycle.apply', input),
    world.cloud.call('staff', 'lifecycle.apply', input),
  ]);
  expect(second).toEqual(first);
  const id = first.ok ? first.data.id : '';
  const both = await Promise.all([
    world.decide(id, 1, approve),
    world.decide(id, 1, { act: 'refuse', note: '材料不全' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('nobody applies for, sees or decides on what lies elsewhere', async () => {
  expect(await world.apply('filing', {}, 'far')).toMatchObject({ error: { code: 'not-found' } });
  expect(await world.apply('filing', {}, 'city')).toMatchObject({ error: { code: 'forbidden' } });
  const list = await world.cloud.call('city', 'lifecycle.list', { show: 'open' });
  const id = list.ok ? (list.data.items[0]?.id ?? '') : '';
  expect(await world.cloud.call('xm', 'lifecycle.get', { procedureId: id })).toEqual(
    await world.cloud.call('xm', 'lifecycle.get', { procedureId: 'nothing' }),
  );
  expect(await world.cloud.call('xm', 'lifecycle.list', { show: 'open' })).toMatchObject({
    data: { items: [] },
  });
});

test('lists say what is overdue, what is not filed and what was closed without procedure', async () => {
  const id = await world.opened('filing', { kind: 'filing' });
  await world.decide(id, 1, approve);
  await world.file(id, 2, today);
  const overdue = await world.cloud.call('city', 'lifecycle.list', { show: 'overdue' });
  expect(overdue.ok && overdue.data.items.every((one) => one.overdue)).toBe(true);
  const unfiled = await world.cloud.call('city', 'lifecycle.gaps', { show: 'unfiled' });
  expect(unfiled.ok && unfiled.data.items.map(({ accountId }) => accountId)).toContain('target');
  expect(unfiled.ok && unfiled.data.items.map(({ accountId }) => accountId)).not.toContain(
    'filing',
  );
  const closed = await world.cloud.call('city', 'lifecycle.gaps', { show: 'closed' });
  const kinds = closed.ok
    ? closed.data.items.map(({ accountId, kind }) => `${accountId} ${kind}`)
    : [];
  expect(kinds).toContain('ended closed-without-procedure');
});

test('the form is a document with the fields of the registration', async () => {
  const procedureId = await world.opened('gulou');
  const form = await world.cloud.call('staff', 'lifecycle.form', { procedureId });
  const bytes = form.ok ? new Uint8Array(await (await fetch(form.data.url)).arrayBuffer()) : null;
  const { strFromU8, unzipSync } = await import('fflate');
  const text = bytes ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()) : '';
  for (const part of [
    '备案登记表',
    'test_gulou',
    '主要领导意见',
    '会议纪要 1 号',
    '2020年1月1日',
    '0591-12345678',
  ]) {
    expect(text).toContain(part);
  }
  for (const other of ['变更日期', '变更内容', '合并日期']) expect(text).not.toContain(other);
});

test('a day that no calendar has is refused, and one that was not chosen is asked for', async () => {
  const field = 'application.plannedOn';
  expect(await world.apply('target', { plannedOn: '2026-02-31' })).toMatchObject({
    error: { code: 'invalid', fields: { [field]: '没有这一天，请核对日期。' } },
  });
  expect(await world.apply('target', { plannedOn: '' })).toMatchObject({
    error: { code: 'invalid', fields: { [field]: '请选择日期。' } },
  });
});

test('a planned day that has passed is refused at its field, anew too; one that was kept is still read', async () => {
  const past = laterDay(today, -1);
  const refused = {
    error: { code: 'invalid', fields: { 'application.plannedOn': '不能早于今天。' } },
  };
  expect(await world.apply('target', { plannedOn: past })).toMatchObject(refused);
  const procedureId = await world.opened('target', { plannedOn: today });
  const { cloud } = world;
  await cloud.change('procedures', { _id: procedureId }, { 'application.plannedOn': past });
  expect(await cloud.call('staff', 'lifecycle.get', { procedureId })).toMatchObject({
    ok: true,
    data: { application: { plannedOn: past }, state: 'open' },
  });
  expect(await world.decide(procedureId, 1, { act: 'return', note: '日期已过' })).toMatchObject({
    ok: true,
  });
  const revise = (plannedOn: string) =>
    world.report(procedureId, 2, { act: 'revise', application: application({ plannedOn }) });
  expect(await revise(past)).toMatchObject(refused);
  expect(await revise(laterDay(today, 30))).toMatchObject({ ok: true, data: { state: 'open' } });
  await world.report(procedureId, 3, { act: 'withdraw', note: '不办了' });
});

test('an account that is being filed is a gap of its own, and the lists come as tables', async () => {
  const { cloud } = world;
  await cloud.change('accounts', { _id: 'change' }, { 'filing.status': 'pending' });
  const pending = await cloud.call('city', 'lifecycle.gaps', { show: 'pending' });
  expect(pending.ok && pending.data.items).toMatchObject([
    { accountId: 'change', kind: 'filing-pending' },
  ]);
  const rowsOf = async (answer: { ok: boolean; data?: { url: string } }) => {
    const bytes = await (await fetch(answer.data?.url ?? '')).arrayBuffer();
    const read = readWorkbook(new Uint8Array(bytes));
    return read.ok ? (read.value.sheets[0]?.rows ?? []) : [];
  };
  const gaps = await cloud.call('city', 'lifecycle.exportGaps', { show: 'pending' });
  expect((await rowsOf(gaps))[1]).toEqual(expect.arrayContaining(['测试账号 change', '备案中']));
  const list = await cloud.call('city', 'lifecycle.exportList', { show: 'open' });
  expect((await rowsOf(list)).length).toBeGreaterThan(1);
  const elsewhere = await cloud.call('xm', 'lifecycle.exportList', { show: 'open' });
  expect(await rowsOf(elsewhere)).toHaveLength(1);
});
