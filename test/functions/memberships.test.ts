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

test('the same request gives the same code, and the code is kept nowhere', async () => {
  const requestKey = randomUUID();
  const [first, second] = await Promise.all([
    invite('agency-gulou', requestKey),
    invite('agency-gulou', requestKey),
  ]);
  expect(first).toEqual(second);
  const code = first.ok ? first.data.code : '';
  const kept = await cloud.documents('invitations', {});
  expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
  expect(JSON.stringify(kept)).not.toContain(code);
});

test('a code taken up by two people at once makes one member', async () => {
  const code = await inviteCode('agency-gulou');
  const answers = await Promise.all(
    ['twin-a', 'twin-b', 'twin-c'].map((openid) =>
      cloud.call(openid, 'memberships.accept', { code }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([
    { error: { code: 'conflict' } },
    { error: { code: 'conflict' } },
  ]);
});

test('an expired code is refused', async () => {
  const code = await inviteCode('agency-gulou');
  await cloud.change(
    'invitations',
    { acceptedBy: null },
    { expiresAt: '2020-01-01T00:00:00.000Z' },
  );
  expect(await cloud.call('late', 'memberships.accept', { code })).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('过期') },
  });
});

test('guessing codes is stopped, for the one who guesses', async () => {
  const code = await inviteCode('agency-gulou');
  for (let guess = 0; guess < 10; guess += 1) {
    const answer = await cloud.call('guesser', 'memberships.accept', {
      code: `2222-2222-222${guess}`,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
  expect(await cloud.call('guesser', 'memberships.accept', { code })).toMatchObject({
    ok: false,
    error: { code: 'rate-limited' },
  });
  expect(await cloud.call('honest', 'memberships.accept', { code })).toMatchObject({ ok: true });
});

test('a revoked member is refused at the very next call, the process kept warm', async () => {
  await cloud.grant('leaver', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  const look = () => cloud.call('leaver', 'accounts.get', { accountId: 'gulou' });
  expect(await look()).toMatchObject({ ok: true });
  const mine = await cloud.call('leaver', 'memberships.mine', {});
  const membershipId = mine.ok ? (mine.data.memberships[0]?.id ?? '') : '';

  const revoked = await cloud.call('supervisor', 'memberships.revoke', { membershipId });
  expect(revoked).toEqual({ ok: true, data: { revoked: true } });
  expect(await look()).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await cloud.call('supervisor', 'memberships.revoke', { membershipId })).toEqual(revoked);
});

const agencyScope = (agencyId: string) => ({ kind: 'agency' as const, agencyId });
const regionScope = (regionPrefix: string) => ({ kind: 'region' as const, regionPrefix });

test.each([
  ['an agency in the next county', 'staff', agencyScope('agency-taijiang'), 'not-found'],
  ['an agency that is not there', 'staff', agencyScope('agency-nowhere'), 'not-found'],
  ['the city above', 'supervisor', regionScope('3501'), 'forbidden'],
  ['the country', 'supervisor', regionScope(''), 'forbidden'],
  ['the datasets of the country', 'researcher', { kind: 'datasets' }, 'forbidden'],
  ["a role with another role's scope", 'staff', regionScope('350102'), 'not-found'],
] as const)('nobody is invited to %s', async (_, role, scope, code) => {
  const input = { requestKey: randomUUID(), role, scope, validDays: 7 };
  expect(await cloud.call('supervisor', 'memberships.invite', input)).toMatchObject({
    ok: false,
    error: { code },
  });
});

test('a supervisor passes on a part of its scope, named in Chinese', async () => {
  const scope = {
    kind: 'region',
    regionPrefix: '350102',
    levels: ['county', 'township'],
    department: 'education',
  } as const;
  const input = { requestKey: randomUUID(), role: 'supervisor', scope, validDays: 1 } as const;
  expect(
    await cloud.call('supervisor', 'memberships.invite', {
      ...input,
      scope: { ...scope, levels: [...scope.levels] },
    }),
  ).toMatchObject({
    ok: true,
    data: { invitation: { label: '福建省福州市鼓楼区 · 县区级、乡镇街道 · 教育' } },
  });
});

test('a supervisor lists the members of its scope, without openids, and cannot revoke itself', async () => {
  await cloud.grant('outsider', 'staff', { kind: 'agency', agencyId: 'agency-taijiang' });
  await cloud.grant('insider', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  const list = await cloud.call('supervisor', 'memberships.list', {});
  const items = list.ok ? list.data.items : [];
  const agencies = items.flatMap(({ scope }) => (scope.kind === 'agency' ? [scope.agencyId] : []));
  expect(new Set(agencies)).toEqual(new Set(['agency-gulou']));
  expect(JSON.stringify(list)).not.toMatch(/insider|outsider/);

  const own = items.find(({ revocable }) => !revocable);
  expect(own).toMatchObject({ role: 'supervisor' });
  const input = { membershipId: own?.id ?? '' };
  expect(await cloud.call('supervisor', 'memberships.revoke', input)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('a long list is read page by page, each member once', async () => {
  await Promise.all(
    Array.from({ length: 35 }, (_, index) =>
      cloud.grant(`many-${index}`, 'staff', { kind: 'agency', agencyId: 'agency-gulou' }),
    ),
  );
  const seen: string[] = [];
  for (let cursor: string | undefined, page = 0; page < 5; page += 1) {
    const answer = await cloud.call('supervisor', 'memberships.list', { cursor });
    if (!answer.ok) throw new Error(answer.error.message);
    seen.push(...answer.data.items.map(({ id }) => id));
    if (answer.data.next === null) break;
    cursor = answer.data.next;
  }
  expect(seen.length).toBeGreaterThan(35);
  expect(new Set(seen).size).toBe(seen.length);
});
