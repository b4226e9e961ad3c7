import { randomUUID } from 'node:crypto';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    madeAccount('gulou'),
    madeAccount('taijiang', { agency: { region: '350103' } }),
  ]);
  await cloud.grant('supervisor', 'supervisor', { kind: 'region', regionPrefix: '350102' });
});
afterAll(() => cloud.close());

const staffOf = (agencyId: string) =>
  ({ role: 'staff', scope: { kind: 'agency', agencyId }, validDays: 7 }) as const;

function invite(agencyId: string, requestKey: string = randomUUID()) {
  return cloud.call('supervisor', 'memberships.invite', { requestKey, ...staffOf(agencyId) });
}

async function inviteCode(agencyId: string): Promise<string> {
  const answer = await invite(agencyId);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data.code;
}

test('an invitation gives the membership that it names, once', async () => {
  const code = await inviteCode('agency-gulou');
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);

  const accepted = await cloud.call('newcomer', 'memberships.accept', { code: code.toLowerCase() });
  expect(accepted).toMatchObject({
    ok: true,
    data: {
      role: 'staff',
      scope: { kind: 'agency', agencyId: 'agency-gulou' },
      label: '测试单位 gulou',
    },
  });
  expect(await cloud.call('newcomer', 'memberships.accept', { code })).toEqual(accepted);
  expect(await cloud.call('other', 'memberships.accept', { code })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await cloud.call('newcomer', 'accounts.mine', {})).toMatchObject({
    ok: true,
    data: { accounts: [{ id: 'gulou' }] },
  });
});
