import { type CollectionName, collections } from '../../../cloudfunctions/records/collections.data';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';

const [leaver, boss] = ['leaver-openid', 'boss-openid'];
const month = monthBefore(1);
let cloud: TestCloud;
let hash: string;
let bossHash: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  const { keyedHash } = await import('../../../cloudfunctions/platform/identity');
  hash = keyedHash('member', leaver);
  bossHash = keyedHash('member', boss);
  await cloud.addAccounts([madeAccount('a1')]);
  await cloud.grant(boss, 'supervisor', { kind: 'region', regionPrefix: '35' });
  await cloud.grant(leaver, 'supervisor', { kind: 'region', regionPrefix: '3501' });
  const scope = { kind: 'agency' as const, agencyId: 'agency-a1' };
  const invited = await cloud.call(boss, 'memberships.invite', {
    requestKey: 'invitation-1',
    role: 'staff',
    scope,
    validDays: 7,
  });
  if (!invited.ok) throw new Error(invited.error.message);
  await cloud.call(leaver, 'memberships.accept', { code: 'WRONG-CODE' });
  await cloud.call(leaver, 'memberships.accept', { code: invited.data.code });
  await cloud.call(leaver, 'memberships.invite', {
    requestKey: 'invitation-2',
    role: 'staff',
    scope,
    validDays: 7,
  });
  const submitted = await cloud.call(leaver, 'submissions.submit', {
    requestKey: 'submission-1',
    accountId: 'a1',
    period: month,
    fileIds: [],
    form: { articles: 10, reads: 1000 },
    basedOnRevision: 0,
  });
  expect(submitted).toMatchObject({ ok: true });
}, 60_000);

afterAll(() => cloud.close());

/** Every document of every collection that holds a text anywhere. */
async function holding(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(collections) as CollectionName[]) {
    const documents = await cloud.documents(name, {});
    if (JSON.stringify(documents).includes(text)) found.push(name);
  }
  return found;
}

test('everyone may read what is kept and why', async () => {
  const answer = await cloud.call('a-citizen', 'privacy.inventory', {});
  expect(answer).toMatchObject({ ok: true, data: { fields: expect.any(Array) } });
});

test('a person takes along everything that is kept of them, and nothing of others', async () => {
  const answer = await cloud.call(leaver, 'privacy.export', {});
  if (!answer.ok) throw new Error(answer.error.message);
  const text = await (await fetch(answer.data.url)).text();
  const { 分类: sections } = JSON.parse(text) as { 分类: { 内容: string; 记录: unknown[] }[] };
  expect(sections.map((section) => section.内容)).toEqual(
    expect.arrayContaining(['填报人', '操作人', '接受邀请的人', '发出邀请的人', '输错邀请码的人']),
  );
  expect(text).not.toContain(`"member": "${bossHash}"`);
  expect(answer.data.records).toBe(sections.reduce((sum, one) => sum + one.记录.length, 0));
});

test('leaving asks to be confirmed in words', async () => {
  const input = { confirm: '是' };
  const answer = JSON.parse(await cloud.send(leaver, 'privacy', { action: 'erase', input }));
  expect(answer.result).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('who leaves is in no record but the audit, and the scores stand', async () => {
  const before = await cloud.documents('score-heads', { accountId: 'a1' });
  expect((await holding(hash)).length).toBeGreaterThan(5);
  const answer = await cloud.call(leaver, 'privacy.erase', { confirm: '注销' });
  expect(answer).toMatchObject({ ok: true });
  expect(await holding(hash)).toEqual(['audit']);
  expect(await holding(leaver)).toEqual([]);
  expect(await cloud.documents('score-heads', { accountId: 'a1' })).toEqual(before);
  const [submission] = await cloud.documents('submissions', { accountId: 'a1' });
  expect(submission).toMatchObject({ enteredBy: '已注销', revision: 1 });
  const mine = await cloud.call(leaver, 'memberships.mine', {});
  expect(mine).toMatchObject({ ok: true, data: { memberships: [] } });
  const again = await cloud.call(leaver, 'privacy.erase', { confirm: '注销' });
  expect(again).toMatchObject({ ok: true, data: { removed: 0, anonymised: 0 } });
});

test('a person among others of a list goes from it, and the others stay', async () => {
  const { erasePerson } = await import('../../../cloudfunctions/records/personal');
  const { collection } = await import('../../../cloudfunctions/records/collection');
  const { inventory } = await import('../../../cloudfunctions/domain/privacy/inventory.data');
  const inspectors = [{ member: 'one' }, { member: 'two' }];
  const plan = { _id: 'plan', plannedBy: 'three', inspectorList: inspectors };
  await collection<typeof plan>('inspections').add([plan]);
  expect(await erasePerson(inventory, 'one')).toEqual({ removed: 0, anonymised: 1 });
  expect(await cloud.documents('inspections', { _id: 'plan' })).toEqual([
    { ...plan, inspectorList: [{ member: '已注销' }, { member: 'two' }] },
  ]);
  await cloud.remove('inspections', { _id: 'plan' });
});

test('records go when their term is over, and not before', async () => {
  const { removeExpired } = await import('../../../cloudfunctions/records/personal');
  const invitations = { collection: 'invitations' as const, field: 'expiresAt', days: 90 };
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect(await removeExpired(invitations, tomorrow)).toBe(0);
  const later = new Date(Date.now() + 30 * 86_400_000).toISOString();
  expect(await removeExpired(invitations, later)).toBe(2);
  expect(await cloud.documents('invitations', {})).toEqual([]);
});
