import { startTestCloud, type TestCloud } from './support/cloud';
import { monthBefore } from './support/exports';
import { madeAccount } from './support/sample';
import { submissionOf } from './support/scored';

const last = monthBefore(1);
const before = monthBefore(2);
const regions = ['350102', '350102', '350102', '350102', '350102', '350103', '350103', '350200'];
const accounts = regions.map((region, index) => madeAccount(`a${index}`, { agency: { region } }));

/** They file nothing, and count in the registry alone. */
const silent = [
  madeAccount('closed', { status: 'closed', agency: { region: '350102' } }),
  madeAccount('filed', {
    filing: { status: 'filed', number: '闽0001', date: '2026-01-05' },
    agency: { region: '350103' },
  }),
];

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([...accounts, ...silent]);
  await cloud.recordHistory(
    accounts,
    accounts.flatMap(({ id }, index) => [
      submissionOf(id, last, 3000 + index * 4000),
      // The last one filed nothing the month before.
      ...(index === 7 ? [] : [submissionOf(id, before, 2000 + index * 3000)]),
    ]),
  );
  const region = (regionPrefix: string) => ({ kind: 'region' as const, regionPrefix });
  await cloud.grant('country', 'supervisor', region(''));
  await cloud.grant('city', 'supervisor', region('3501'));
  await cloud.grant('county', 'supervisor', region('350102'));
  await cloud.grant('small', 'supervisor', region('350103'));
  await cloud.grant('elsewhere', 'supervisor', region('44'));
  await cloud.grant('narrow', 'supervisor', { ...region('35'), levels: ['township'] });
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-a0' });
});
afterAll(() => cloud.close());

async function stateOf(openid: string) {
  const answer = await cloud.call(openid, 'scores.scope', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data;
}

test.each([
  ['country', 8, 7],
  ['city', 7, 7],
  ['county', 5, 5],
  ['small', 2, 2],
  ['elsewhere', 0, 0],
  ['narrow', 0, 0],
])('%s counts its own accounts alone', async (openid, now, previous) => {
  const state = await stateOf(openid);
  expect(state).toMatchObject({ period: last, accounts: now, previousAccounts: previous });
  expect(state.notice).toBe('仅供研究参考，不作考核依据');
  const { up, level, down } = state.changes;
  expect(up + level + down).toBe(previous);
  expect(state.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(now);
  expect(state.index === null).toBe(now < 5);
});

test('the median of a county is told from its own accounts', async () => {
  const [county, city] = await Promise.all([stateOf('county'), stateOf('city')]);
  expect(county.index?.median).toBeLessThan(city.index?.median ?? 0);
  expect(county.index?.low).toBeLessThanOrEqual(county.index?.median ?? 0);
});

test('who supervises nothing is refused, and another one’s membership is not found', async () => {
  const staff = await cloud.call('staff', 'scores.scope', {});
  expect(!staff.ok && staff.error.code).toBe('forbidden');
  const { id } = await stateOf('city');
  const other = await cloud.call('county', 'scores.scope', { membershipId: id });
  expect(!other.ok && other.error.code).toBe('not-found');
  const unknown = await cloud.call('county', 'scores.scope', { membershipId: 'nobody' });
  expect(unknown).toEqual(other);
});

test('each scope is told its own accounts of the registry once the timer has counted them', async () => {
  await cloud.passHours(2);
  const told = async (openid: string) => {
    const { registered } = await stateOf(openid);
    return registered && [registered.active, registered.closed, registered.unfiled];
  };
  expect(await told('country')).toEqual([9, 1, 8]);
  expect(await told('city')).toEqual([8, 1, 7]);
  expect(await told('county')).toEqual([5, 1, 5]);
  expect(await told('small')).toEqual([3, 0, 2]);
  expect(await told('narrow')).toEqual([0, 0, 0]);
});
