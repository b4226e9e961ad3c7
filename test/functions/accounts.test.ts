import { randomUUID } from 'node:crypto';
import { readWorkbook } from '../../cloudfunctions/platform/workbooks/read-workbook';
import type { Cell } from '../../typings/intake';
import type { AccountInput } from '../../typings/registry';
import { startTestCloud, type TestCloud } from './support/cloud';
import { workbook } from './support/exports';
import { madeAccount } from './support/sample';

let cloud: TestCloud;

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
afterAll(() => cloud.close());

const ids = (answer: Awaited<ReturnType<typeof search>>) =>
  answer.ok ? answer.data.items.map(({ id }) => id) : answer;
const search = (openid: string, input: Parameters<TestCloud['call']>[2] = {}) =>
  cloud.call(openid, 'accounts.search', input as Record<string, never>);

function inputOf(wechatId: string, changes: Partial<AccountInput> = {}): AccountInput {
  const { name, kind, principal, agency, operation, filing } = madeAccount(wechatId);
  const { id: _, ...agencyInput } = agency;
  const own = { name, kind, principal, agency: agencyInput, operation, filing };
  return { ...own, wechatId, appId: null, ...changes };
}

function save(openid: string, account: AccountInput, accountId?: string) {
  return cloud.call(openid, 'accounts.save', { requestKey: randomUUID(), accountId, account });
}

describe('saving', () => {
  test('a new account is registered once for a request', async () => {
    const request = { requestKey: randomUUID(), account: inputOf('once_only') };
    const answers = await Promise.all([
      cloud.call('city', 'accounts.save', request),
      cloud.call('city', 'accounts.save', request),
    ]);
    expect(answers[0]).toMatchObject({ ok: true, data: { wechatId: 'once_only', revision: 1 } });
    expect(answers[1]).toEqual(answers[0]);
  });

  test('a WeChat id is held by one account, whatever its case, also at once', async () => {
    const answers = await Promise.all([
      save('city', inputOf('held_once')),
      save('city', inputOf('HELD_once')),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', fields: { 'account.wechatId': expect.any(String) } },
    });
  });

  test('an AppID is held by one account', async () => {
    const answer = await save('city', inputOf('other_app', { appId: 'WX00000000000000AA' }));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', fields: { 'account.appId': expect.any(String) } },
    });
  });

  test('a WeChat id that is given up is free again', async () => {
    const saved = await save('city', inputOf('first_name'));
    const accountId = saved.ok ? saved.data.id : '';
    expect(await save('city', inputOf('second_name'), accountId)).toMatchObject({
      ok: true,
      data: { id: accountId, wechatId: 'second_name', revision: 2 },
    });
    expect(await save('city', inputOf('first_name'))).toMatchObject({ ok: true });
  });

  test('staff change their own account and keep its agency', async () => {
    const { id: agencyId, ...agency } = madeAccount('gulou').agency;
    const changed = inputOf('test_gulou', { name: '家在鼓楼', agency, principal: '新主体' });
    expect(await save('staff', changed, 'gulou')).toMatchObject({
      ok: true,
      data: { principal: '新主体', agency: { id: agencyId } },
    });
  });

  test.each([
    ['staff', 'gulou', '350102', '另一家单位'],
    ['city', 'gulou', '350203', '测试单位 gulou'],
  ])('%s moves no account out of its scope', async (openid, accountId, region, name) => {
    const agency = { ...inputOf('test_gulou').agency, region, name };
    const answer = await save(openid, inputOf('test_gulou', { agency }), accountId);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('what a client says of ids, revisions and samples is refused', async () => {
    const account = { ...inputOf('claims'), id: 'mine', revision: 9, sample: true };
    expect(await save('city', account)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { 'account.id': expect.any(String) } },
    });
  });
});

describe('searching', () => {
  beforeAll(() =>
    cloud.addAccounts(
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
    expect(ids(await search('city', { query: '鼓楼' }))).toEqual(['gulou']);
    expect(ids(await search('city', { query: 'TEST_gul' }))).toEqual(['gulou']);
    expect(ids(await search('city', { query: '单位 gulou' }))).toEqual(['gulou']);
    expect(ids(await search('city', { query: 'xiamen' }))).toEqual([]);
    expect(ids(await search('province', { query: 'xiamen' }))).toEqual(['xiamen']);
  });

  test('narrows by department, region and kind', async () => {
    const found = await search('province', {
      query: '海峡',
      department: 'education',
      regionPrefix: '3502',
    });
    const expected = Array.from({ length: 45 }, (_, index) => index)
      .filter((index) => index % 2 === 1 && index % 3 === 0)
      .map((index) => `many-${index}`);
    expect(new Set(ids(found) as string[])).toEqual(new Set(expected));
    expect(ids(await search('province', { query: '海峡', kind: 'service' }))).toEqual([]);
  });

  test('turns pages without losing or repeating one', async () => {
    const first = await search('province', { query: '海峡' });
    const cursor = first.ok ? (first.data.next ?? '') : '';
    const second = await search('province', { query: '海峡', cursor });
    const seen = [...(ids(first) as string[]), ...(ids(second) as string[])];
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(second).toMatchObject({ ok: true, data: { next: null } });
  });
});

describe('closing', () => {
  test('keeps the date, refuses the future, and is done once', async () => {
    const saved = await save('city', inputOf('to_be_closed'));
    const accountId = saved.ok ? saved.data.id : '';
    const close = (closedOn: string) =>
      cloud.call('city', 'accounts.close', { accountId, closedOn, reason: '职能并入' });
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

const columns = ['账号名称', '微信号', '类型', '主体', '主办单位', '级别', '地域', '部门'];
const row = (index: number, region = '350102'): Cell[] => [
  `导入账号${index}`,
  `import_${index}`,
  '订阅号',
  '测试主体',
  `导入单位${index}`,
  '县区级',
  region,
  '教育',
];
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
const sheet = (list: Cell[][]) => workbook([columns, ...list]);

describe('importing', () => {
  const upload = (list: Cell[][]) => cloud.upload(`registry/${randomUUID()}.xls`, sheet(list));

  async function apply(
    openid: string,
    fileId: string,
    digest: string,
    requestKey: string = randomUUID(),
  ) {
    return cloud.call(openid, 'accounts.applyImport', { requestKey, fileId, digest });
  }

  test('3 000 rows in one go, previewed, applied once, and then unchanged', async () => {
    const fileId = await upload(rows(3000));
    const preview = await cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({ ok: true, data: { counts: { added: 3000, rejected: 0 } } });
    const digest = preview.ok ? preview.data.digest : '';
    const requestKey = randomUUID();
    const applied = await apply('city', fileId, digest, requestKey);
    expect(applied).toEqual({ ok: true, data: { added: 3000, changed: 0, unchanged: 0 } });
    expect(await apply('city', fileId, digest, requestKey)).toEqual(applied);

    const again = await cloud.call('city', 'accounts.previewImport', { fileId });
    expect(again).toMatchObject({ ok: true, data: { counts: { added: 0, unchanged: 3000 } } });
    expect(ids(await search('city', { query: '导入账号2999' }))).toHaveLength(1);
  }, 60_000);

  test('changes are shown field by field and written as a new revision', async () => {
    const changed = [...row(7)];
    changed[0] = '改名后的账号';
    const fileId = await upload([changed]);
    const preview = await cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({
      ok: true,
      data: {
        changes: [{ kind: 'changed', fields: [{ column: '账号名称', to: '改名后的账号' }] }],
      },
    });
    await apply('city', fileId, preview.ok ? preview.data.digest : '');
    const found = await search('city', { query: '改名后的' });
    expect(found).toMatchObject({
      ok: true,
      data: { items: [{ name: '改名后的账号', revision: 2 }] },
    });
  });

  test('rows beyond the scope are refused one by one', async () => {
    const fileId = await upload([row(8001), row(8002, '350203')]);
    const preview = await cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({
      ok: true,
      data: { counts: { added: 1, rejected: 1 }, issues: [{ row: 3 }] },
    });
  });

  test('a plan that changed since the preview is not applied', async () => {
    const fileId = await upload([row(8003)]);
    const preview = await cloud.call('city', 'accounts.previewImport', { fileId });
    await save('city', inputOf('import_8003'));
    const answer = await apply('city', fileId, preview.ok ? preview.data.digest : '');
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('an import that broke off goes on where it stood', async () => {
    const list = rows(20).map((cells) =>
      cells.map((cell) => String(cell).replace('import_', 'broken_')),
    );
    const fileId = await upload(list);
    const preview = await cloud.call('city', 'accounts.previewImport', { fileId });
    const digest = preview.ok ? preview.data.digest : '';
    const requestKey = randomUUID();
    await apply('city', fileId, digest, requestKey);
    // As if the function had been killed after half of the accounts, two minutes ago.
    const half = list.slice(10).map((cells) => String(cells[1]));
    await cloud.remove('accounts', { wechatKey: { $in: half } });
    const startedAt = new Date(Date.now() - 120_000).toISOString();
    await cloud.change('imports', { digest }, { done: false, startedAt });

    expect(await apply('city', fileId, digest, requestKey)).toEqual({
      ok: true,
      data: { added: 20, changed: 0, unchanged: 0 },
    });
    expect(await cloud.documents('accounts', { wechatKey: { $in: half } })).toHaveLength(10);
  });

  test('a duplicate in the file is a conflict that names the rows', async () => {
    const fileId = await upload([row(9001), row(9001)]);
    expect(await cloud.call('city', 'accounts.previewImport', { fileId })).toMatchObject({
      ok: true,
      data: {
        counts: { added: 0, rejected: 2 },
        issues: [{ row: 2, kind: 'conflict' }, { row: 3 }],
      },
    });
  });

  test('the template is a workbook that an import reads', async () => {
    const answer = await cloud.call('city', 'accounts.template', {});
    const response = await fetch(answer.ok ? answer.data.url : '');
    const read = readWorkbook(new Uint8Array(await response.arrayBuffer()));
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual(expect.arrayContaining(columns));
  });
});
