import { randomUUID } from 'node:crypto';
import { idsIn, inputOf, startedRegistry } from '../support/registry';
import { madeAccount } from '../support/sample';

const registry = startedRegistry();

describe('saving', () => {
  test('a new account is registered once for a request', async () => {
    const request = { requestKey: randomUUID(), account: inputOf('once_only') };
    const answers = await Promise.all([
      registry.cloud.call('city', 'accounts.save', request),
      registry.cloud.call('city', 'accounts.save', request),
    ]);
    expect(answers[0]).toMatchObject({ ok: true, data: { wechatId: 'once_only', revision: 1 } });
    expect(answers[1]).toEqual(answers[0]);
  });

  test('a WeChat id is held by one account, whatever its case, also at once', async () => {
    const answers = await Promise.all([
      registry.save('city', inputOf('held_once')),
      registry.save('city', inputOf('HELD_once')),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', fields: { 'account.wechatId': expect.any(String) } },
    });
  });

  test('an AppID is held by one account', async () => {
    const answer = await registry.save(
      'city',
      inputOf('other_app', { appId: 'WX00000000000000AA' }),
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', fields: { 'account.appId': expect.any(String) } },
    });
  });

  test('a WeChat id that is given up is free again', async () => {
    const saved = await registry.save('city', inputOf('first_name'));
    const accountId = saved.ok ? saved.data.id : '';
    expect(await registry.save('city', inputOf('second_name'), accountId)).toMatchObject({
      ok: true,
      data: { id: accountId, wechatId: 'second_name', revision: 2 },
    });
    expect(await registry.save('city', inputOf('first_name'))).toMatchObject({ ok: true });
  });

  test('staff change their own account and keep its agency', async () => {
    const { id: agencyId, ...agency } = madeAccount('gulou').agency;
    const changed = inputOf('test_gulou', { name: '家在鼓楼', agency, principal: '新主体' });
    expect(await registry.save('staff', changed, 'gulou')).toMatchObject({
      ok: true,
      data: { principal: '新主体', agency: { id: agencyId } },
    });
  });

  test.each([
    ['staff', 'gulou', '350102', '另一家单位'],
    ['city', 'gulou', '350203', '测试单位 gulou'],
  ])('%s moves no account out of its scope', async (openid, accountId, region, name) => {
    const agency = { ...inputOf('test_gulou').agency, region, name };
    const answer = await registry.save(openid, inputOf('test_gulou', { agency }), accountId);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('what a client says of ids, revisions and samples is refused', async () => {
    const account = { ...inputOf('claims'), id: 'mine', revision: 9, sample: true };
    expect(await registry.save('city', account)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { 'account.id': expect.any(String) } },
    });
  });
});

describe('searching', () => {
  beforeAll(() =>
    registry.cloud.addAccounts(
      Array.from({ length: 45 }, (_, index) =>
        madeAccount(`many-${index}`, {
          name: `海峡发布${index}号`,
          agency: {
            region: index % 2 === 0 ? '350104' : '350203',
            department: index % 3 === 0 ? 'education' : 'health',
          },
        }),
      ),
    ),
  );

  test('finds by part of a name, a WeChat id or an agency, in its own scope', async () => {
    expect(await registry.found('city', { query: '鼓楼' })).toEqual(['gulou']);
    expect(await registry.found('city', { query: 'TEST_gul' })).toEqual(['gulou']);
    expect(await registry.found('city', { query: '单位 gulou' })).toEqual(['gulou']);
    expect(await registry.found('city', { query: 'xiamen' })).toEqual([]);
    expect(await registry.found('province', { query: 'xiamen' })).toEqual(['xiamen']);
  });

  test('narrows by department, region and kind', async () => {
    const found = await registry.search('province', {
      query: '海峡',
      department: 'education',
      regionPrefix: '3502',
    });
    const expected = Array.from({ length: 45 }, (_, index) => index)
      .filter((index) => index % 2 === 1 && index % 3 === 0)
      .map((index) => `many-${index}`);
    expect(new Set(idsIn(found))).toEqual(new Set(expected));
    expect(await registry.found('province', { query: '海峡', kind: 'service' })).toEqual([]);
  });

  test('turns pages without losing or repeating one', async () => {
    const first = await registry.search('province', { query: '海峡' });
    const cursor = first.ok ? (first.data.next ?? '') : '';
    const second = await registry.search('province', { query: '海峡', cursor });
    const seen = [...idsIn(first), ...idsIn(second)];
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(second).toMatchObject({ ok: true, data: { next: null } });
  });
});

describe('closing', () => {
  test('keeps the date, refuses the future, and is done once', async () => {
    const saved = await registry.save('city', inputOf('to_be_closed'));
    const accountId = saved.ok ? saved.data.id : '';
    const close = (closedOn: string) =>
      registry.cloud.call('city', 'accounts.close', { accountId, closedOn, reason: '职能并入' });
    expect(await close('2199-01-01')).toMatchObject({
      error: { fields: { closedOn: expect.any(String) } },
    });
    const closed = await close('2025-03-01');
    expect(closed).toMatchObject({
      ok: true,
      data: { status: 'closed', closedOn: '2025-03-01', revision: 2 },
    });
    expect(await close('2025-03-01')).toEqual(closed);
  });
});
