import { randomUUID } from 'node:crypto';
import type { ActionName } from '../../typings/api';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

/** A region of the next city with accounts, and one without any. */
const many = '350203';
const none = '350205';
const scope = (regionPrefix: string) => ({ kind: 'region' as const, regionPrefix });
const board = { scheme: 'zhengwei-1', period: '2026-10', measure: 'index' };
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    madeAccount('own'),
    ...Array.from({ length: 40 }, (_, index) =>
      madeAccount(`there-${index}`, { agency: { region: many } }),
    ),
  ]);
  await cloud.grant('city', 'supervisor', scope('3501'));
  await cloud.grant('courts', 'supervisor', { ...scope('3501'), department: 'court' });
});
afterAll(() => cloud.close());

const asked: [ActionName, (region: string) => object][] = [
  ['accounts.search', (regionPrefix) => ({ regionPrefix })],
  ['accounts.export', (regionPrefix) => ({ regionPrefix })],
  ['leaderboards.page', (regionPrefix) => ({ ...board, regionPrefix })],
  ['leaderboards.search', (regionPrefix) => ({ ...board, regionPrefix, query: '账号' })],
  [
    'leaderboards.prepare',
    (regionPrefix) => ({ ...board, regionPrefix, requestKey: randomUUID(), use: 'reference' }),
  ],
  ['inspections.due', (regionPrefix) => ({ show: 'overdue', regionPrefix })],
  ['inspections.exportDue', (regionPrefix) => ({ show: 'overdue', regionPrefix })],
  [
    'inspections.plan',
    (region) => ({
      requestKey: randomUUID(),
      title: '检查',
      ruleSetId: 'national-2019',
      scope: scope(region),
      inspectionDay: '2026-12-01',
      share: 0.1,
    }),
  ],
  ['monitors.postings', (regionPrefix) => ({ by: 'gap', regionPrefix })],
  ['monitors.exportPostings', (regionPrefix) => ({ by: 'gap', regionPrefix })],
  ['monitors.hits', (regionPrefix) => ({ state: 'open', regionPrefix })],
  ['monitors.exportHits', (regionPrefix) => ({ state: 'open', regionPrefix })],
  ['matrix.table', (regionPrefix) => ({ regionPrefix })],
  ['matrix.exportTable', (regionPrefix) => ({ regionPrefix })],
  ['matrix.coverage', (region) => ({ region })],
  ['matrix.map', (region) => ({ region })],
  ['matrix.exportMap', (region) => ({ region })],
  ['lifecycle.list', (regionPrefix) => ({ show: 'open', regionPrefix })],
  ['lifecycle.exportList', (regionPrefix) => ({ show: 'open', regionPrefix })],
  ['lifecycle.gaps', (regionPrefix) => ({ show: 'unfiled', regionPrefix })],
  ['lifecycle.exportGaps', (regionPrefix) => ({ show: 'unfiled', regionPrefix })],
  [
    'reports.order',
    (region) => ({
      requestKey: randomUUID(),
      scope: scope(region),
      period: '2026-Q3',
      scheme: 'zhengwei-1',
    }),
  ],
  [
    'datasets.create',
    (region) => ({
      requestKey: randomUUID(),
      scope: scope(region),
      period: '2026-10',
      columns: ['reads'],
      k: 5,
    }),
  ],
  [
    'memberships.invite',
    (region) => ({
      requestKey: randomUUID(),
      role: 'supervisor',
      scope: scope(region),
      validDays: 7,
    }),
  ],
];

const bytesOf = (action: ActionName, input: object, openid = 'city') => {
  const [name = '', short = ''] = action.split('.');
  return cloud.send(openid, name, { action: short, input });
};

test.each(asked)(
  '%s of a region outside is forbidden, in the same bytes for one with accounts and one without',
  async (action, inputOf) => {
    const [full, empty] = [
      await bytesOf(action, inputOf(many)),
      await bytesOf(action, inputOf(none)),
    ];
    expect(full).toBe(empty);
    expect(JSON.parse(full).result).toEqual({
      ok: false,
      error: {
        code: 'forbidden',
        message: '所选范围不在您的管辖之内，请改选您管辖的地区、级别或部门。',
      },
    });
  },
);

test('a wider filter on a list is what the own scope holds of it', async () => {
  const found = await cloud.call('city', 'accounts.search', { regionPrefix: '35' });
  expect(found.ok && found.data.items.map(({ id }) => id)).toEqual(['own']);
});

test("a department that one does not supervise is outside, and one's own without accounts is empty", async () => {
  const search = (department: 'court' | 'health') =>
    cloud.call('courts', 'accounts.search', { department });
  expect(await search('health')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await search('court')).toMatchObject({ ok: true, data: { items: [], next: null } });
});
