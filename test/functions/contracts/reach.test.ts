import { randomUUID } from 'node:crypto';
import {
  codes,
  contractCloud,
  contractOf,
  endsOn,
  lastDayOf,
  startsOn,
} from '../support/contracts';
import { monthBefore } from '../support/exports';

let on: Awaited<ReturnType<typeof contractCloud>>;
beforeAll(async () => {
  on = await contractCloud();
});
afterEach(() => on.clear());
afterAll(() => on.cloud.close());

describe('roles', () => {
  test('a supervisor sees and writes within its scope, another sees what does not exist', async () => {
    const { id } = await on.saved(contractOf());
    const get = (by: string) => on.cloud.call(by, 'contracts.get', { contractId: id });
    expect(await get('city')).toMatchObject({ ok: true, data: { may: { save: true } } });
    const absent = await on.cloud.call('other', 'contracts.get', { contractId: 'absent' });
    for (const by of ['other', 'health']) expect(await get(by)).toEqual(absent);
    const change = { contractId: id, basedOnRevision: 1, reason: '改验收人' };
    expect((await on.save(contractOf({ acceptor: '宣传科' }), { by: 'city', ...change })).ok).toBe(
      true,
    );
    const lists = await Promise.all(
      ['staff', 'city', 'health', 'other'].map((by) => on.cloud.call(by, 'contracts.list', {})),
    );
    expect(lists.map((list) => list.ok && list.data.items.length)).toEqual([1, 1, 0, 0]);
  });

  test('a vendor sees its own contracts and nothing else, byte by byte', async () => {
    const mine = await on.saved(contractOf());
    const theirs = await on.saved(contractOf({ scope: ['training'], vendorCode: codes[1] }));
    const vendor = randomUUID();
    await on.cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId: mine.vendorId });
    const send = (contractId: string) =>
      on.cloud.send(vendor, 'contracts', { action: 'get', input: { contractId } });
    const strip = (text: string) => text.replace(/"requestId":"[^"]*"/g, '');
    expect(strip(await send(theirs.id))).toBe(strip(await send('absent')));
    const own = await on.cloud.call(vendor, 'contracts.get', { contractId: mine.id });
    expect(own).toMatchObject({
      ok: true,
      data: { may: { save: false, report: true }, warnings: [] },
    });
    const list = await on.cloud.call(vendor, 'contracts.list', { accountId: 'one' });
    expect(list.ok && list.data.items.map(({ id }) => id)).toEqual([mine.id]);
    for (const answer of [
      await on.save(contractOf(), {
        by: vendor,
        contractId: mine.id,
        basedOnRevision: 1,
        reason: '改价',
      }),
      await on.cloud.call(vendor, 'contracts.alerts', {}),
      await on.cloud.call(vendor, 'contracts.acceptance', {
        contractId: mine.id,
        period: monthBefore(1),
        format: 'docx',
      }),
    ]) {
      expect(answer).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  test('what the agency has to decide is told to it and not to the vendor', async () => {
    const endsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const { id: contractId, vendorId } = await on.saved(contractOf({ endsOn }));
    const vendor = randomUUID();
    await on.cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
    const told = async (by: string) => {
      const answer = await on.cloud.call(by, 'contracts.get', { contractId });
      return answer.ok && answer.data.alerts.map(({ code }) => code);
    };
    expect(await told('staff')).toContain('expiring');
    expect(await told(vendor)).not.toContain('expiring');
  });

  test('an account is open to its vendor while the contract runs', async () => {
    const { id, vendorId } = await on.saved(contractOf());
    const vendor = randomUUID();
    await on.cloud.grant(vendor, 'vendor', { kind: 'vendor', vendorId });
    const mine = async () => {
      const answer = await on.cloud.call(vendor, 'accounts.mine', {});
      return answer.ok && answer.data.accounts.map((account) => account.id);
    };
    expect(await mine()).toEqual(['one']);
    const over = contractOf({ endsOn: lastDayOf(monthBefore(1)) });
    const change = { contractId: id, basedOnRevision: 1, reason: '提前终止' };
    expect((await on.save(over, change)).ok).toBe(true);
    expect(await mine()).toEqual([]);
    expect((await on.cloud.call(vendor, 'contracts.get', { contractId: id })).ok).toBe(true);
  });

  test('a timer opens accounts to the vendor whose contract has begun', async () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    const { id, vendorId } = await on.saved(contractOf({ startsOn: tomorrow }));
    const vendors = async () =>
      (await on.cloud.documents('accounts', { _id: 'one' }))[0]?.vendorIds;
    expect(await vendors()).toEqual([]);
    const begun = { startsOn, nextChangeOn: startsOn };
    await on.cloud.change('contracts', { _id: id }, begun);
    const binding = { contractId: id, vendorId, vendorName: '', scope: ['operation'] };
    const bindings = [{ ...binding, startsOn, endsOn }];
    await on.cloud.change('contract-ledgers', { _id: 'one' }, { bindings });
    await on.cloud.passHours(1);
    expect(await vendors()).toEqual([vendorId]);
    const after = new Date(Date.parse(endsOn) + 86_400_000).toISOString().slice(0, 10);
    expect(await on.cloud.documents('contracts', { nextChangeOn: after })).toHaveLength(1);
  });

  test('saving an account leaves its vendors alone', async () => {
    await on.saved(contractOf());
    const [before] = await on.cloud.documents('accounts', { _id: 'one' });
    const got = await on.cloud.call('city', 'accounts.get', { accountId: 'one' });
    if (!got.ok) throw new Error('no account');
    const { id, status, closedOn, sample, revision, updatedAt, agency, ...account } = got.data;
    const { id: agencyId, ...office } = agency;
    const request = { requestKey: randomUUID(), accountId: 'one' };
    const changed = { ...account, principal: '新的主体', agency: office };
    const answer = await on.cloud.call('city', 'accounts.save', { ...request, account: changed });
    expect(answer).toMatchObject({ ok: true });
    const [after] = await on.cloud.documents('accounts', { _id: 'one' });
    expect(after).toMatchObject({ principal: '新的主体', vendorIds: before?.vendorIds });
  });
});
