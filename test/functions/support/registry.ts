import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../typings/answer';
import type { AccountInput } from '../../../typings/registry';
import { startTestCloud, type TestCloud } from './cloud';
import { madeAccount } from './sample';

/** A cloud with two registered accounts, one's staff, and supervisors of its city and its province. */
export function startedRegistry() {
  let cloud: TestCloud | undefined;
  beforeAll(async () => {
    cloud = await startTestCloud();
    await cloud.addAccounts([
      madeAccount('gulou', { name: '家在鼓楼', appId: 'wx00000000000000aa' }),
      madeAccount('xiamen', { agency: { region: '350203' } }),
    ]);
    await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
    await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
    await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  });
  afterAll(() => cloud?.close());
  return {
    get cloud() {
      if (!cloud) throw new Error('the cloud has not started');
      return cloud;
    },
    search(openid: string, input: Parameters<TestCloud['call']>[2] = {}) {
      return this.cloud.call(openid, 'accounts.search', input as Record<string, never>);
    },
    /** The ids of the accounts that a search finds. */
    async found(openid: string, input: Parameters<TestCloud['call']>[2]) {
      return idsIn(await this.search(openid, input));
    },
    save(openid: string, account: AccountInput, accountId?: string) {
      const requestKey = randomUUID();
      return this.cloud.call(openid, 'accounts.save', { requestKey, accountId, account });
    },
  };
}

/** Throws on a refusal. */
export function idsIn(answer: Answer<{ items: { id: string }[] }>): string[] {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data.items.map(({ id }) => id);
}

export function inputOf(wechatId: string, changes: Partial<AccountInput> = {}): AccountInput {
  const { name, kind, principal, agency, operation, filing } = madeAccount(wechatId);
  const { id: _, ...agencyInput } = agency;
  const own = { name, kind, principal, agency: agencyInput, operation, filing };
  return { ...own, wechatId, appId: null, ...changes };
}
