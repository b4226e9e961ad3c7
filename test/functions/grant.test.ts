import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../../scripts/builds';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([madeAccount('gulou')]);
});
afterAll(() => cloud.close());

const grant = (...args: string[]) =>
  run(process.execPath, ['scripts/run.mjs', 'scripts/grant-supervisor.ts', ...args]);

test('the first supervisor is granted by a script, once', async () => {
  const args = ['--openid', 'first', '--region', '3501', '--local', cloud.serviceUrl];
  expect(await grant(...args)).toContain('福建省福州市 · 全部账号');
  await grant(...args);

  expect(await cloud.call('first', 'accounts.get', { accountId: 'gulou' })).toMatchObject({
    ok: true,
  });
  const mine = await cloud.call('first', 'memberships.mine', {});
  expect(mine.ok && mine.data.memberships).toHaveLength(1);
}, 60_000);

test.each([
  [[]],
  [['--openid', 'someone', '--region', '350']],
  [['--openid', 'some one', '--region', '35', '--local', 'http://127.0.0.1:1']],
  [['--openid', 'someone', '--region', '35']],
])(
  '%j is answered with how to use it',
  async (args) => {
    await expect(grant(...args)).rejects.toThrow('用法');
  },
  60_000,
);

test('every collection is closed to clients', () => {
  const rules = JSON.parse(readFileSync(join(root, 'database.rules.json'), 'utf8'));
  expect(rules).toEqual({ read: false, write: false });
});
