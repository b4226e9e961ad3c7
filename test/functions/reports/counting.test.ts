import type { TestCloud } from '../support/cloud';
import { dayOf } from '../support/exports';
import {
  before,
  fujian,
  fuzhou,
  opened,
  ordered,
  people,
  period,
  startReportedCloud,
  valueIn,
} from '../support/reported';

const { province, city } = people;

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startReportedCloud();
}, 120_000);

afterAll(() => cloud.close());

test('a report counts the accounts of its scope, and tells each figure with its query', async () => {
  const report = await ordered(cloud, city, fuzhou);
  expect(report).toMatchObject({ state: 'finished', done: 60, sample: false });
  const { content } = await opened(cloud, city, report);
  expect(valueIn(content, 'all.accounts')).toBe(60);
  expect(valueIn(content, 'all.scored')).toBe(60);
  expect(valueIn(content, 'level:prefectural.accounts')).toBe(15);
  expect(valueIn(content, 'mode:unknown.accounts')).toBe(15);
  expect(valueIn(content, 'stage:unknown.accounts')).toBe(12);
  expect(valueIn(content, 'all.matched')).toBe(60);
  expect(content.groups['level:prefectural']).toEqual({
    label: '地市级',
    filter: '福建省福州市 · 全部账号，级别为地市级',
    query: { regionPrefix: '3501', levels: ['prefectural'] },
  });
  expect(content.notice).toBe('仅供研究参考，不作考核依据');
});

test('a group of fewer than five accounts is counted, and nothing is told of its index', async () => {
  const { content } = await opened(cloud, province, await ordered(cloud, province, fujian));
  expect(valueIn(content, 'region:3507.accounts')).toBe(3);
  expect(valueIn(content, 'region:3507.scored')).toBe(2);
  expect(valueIn(content, 'region:3507.median')).toBeNull();
  expect(valueIn(content, 'region:3501.median')).toEqual(expect.any(Number));
});

test('a mode that changed since the end of the period before is told', async () => {
  const { collection } = await import('../../../cloudfunctions/records/collection');
  const revisions = collection<{ _id: string; operation: object }>('account-revisions');
  const first = await revisions.find('b1:1');
  if (!first) throw new Error('no first state');
  const operation = { ...first.operation, mode: 'collaborative' };
  const updatedAt = `${dayOf(period, 10)}T00:00:00.000Z`;
  const long = `${dayOf(before, 1)}T00:00:00.000Z`;
  await cloud.change('account-revisions', { _id: 'b1:1' }, { updatedAt: long });
  const second = { ...first, _id: 'b1:2', revision: 2, operation, updatedAt };
  await revisions.add([second]);
  const changed = { revision: 2, updatedAt, 'operation.mode': 'collaborative' };
  await cloud.change('accounts', { _id: 'b1' }, changed);
  const { content } = await opened(cloud, province, await ordered(cloud, province, fujian));
  expect(valueIn(content, 'all.modeChanged')).toBe(1);
  expect(valueIn(content, 'transition:delegated>collaborative.changed')).toBe(1);
});
