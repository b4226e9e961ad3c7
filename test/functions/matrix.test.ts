import { randomUUID } from 'node:crypto';
import type { MatrixStatement } from '../../typings/matrix';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;
const office = { department: 'discipline' } as const;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    madeAccount('city', { agency: { ...office, level: 'prefectural', region: '350100' } }),
    madeAccount('gulou', { agency: { ...office, region: '350102' } }),
    madeAccount('taijiang', { agency: { ...office, region: '350103' } }),
    madeAccount('old', {
      status: 'closed',
      closedOn: '2026-01-01',
      agency: { ...office, region: '350104' },
    }),
    madeAccount('xiamen', { agency: { ...office, region: '350203' } }),
  ]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  await cloud.grant('sup', 'supervisor', { kind: 'region', regionPrefix: '3501' });
});
afterAll(() => cloud.close());

const target = (wechatId: string) => ({ name: null, wechatId, appId: null, link: null });
const links = (...wechatIds: string[]): MatrixStatement => ({
  menu: [],
  links: wechatIds.map((id) => ({ target: target(id), place: '微信大厅' })),
});
const save = (openid: string, accountId: string, statement: MatrixStatement, basedOnRevision = 0) =>
  cloud.call(openid, 'matrix.save', {
    requestKey: randomUUID(),
    accountId,
    statement,
    basedOnRevision,
  });
const around = async (accountId: string, openid = 'sup') => {
  const answer = await cloud.call(openid, 'matrix.neighbourhood', { accountId });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data;
};

test('an account is shown with its superior, subordinates, links and what is wrong with them', async () => {
  await save('sup', 'city', links('TEST_gulou', 'test_old', 'nobody', 'test_city'));
  await save('staff', 'gulou', links('test_city', 'test_taijiang'));
  await save('sup', 'taijiang', links('test_city'));
  const city = await around('city');
  expect(city.subordinates.map(({ accountId, tie }) => `${accountId} ${tie}`)).toEqual([
    'gulou both',
    'taijiang in',
    'old out',
  ]);
  expect(city.links.map(({ state }) => state)).toEqual(['live', 'closed', 'unknown', 'self']);
  expect(city.problems.map(({ kind }) => kind)).toEqual([
    'dead-link',
    'unknown-link',
    'self-link',
    'missing-subordinate',
  ]);
  expect(city.circles).toEqual([['测试账号 city', '测试账号 gulou', '测试账号 taijiang']]);
  const gulou = await around('gulou', 'staff');
  expect(gulou.superiors).toMatchObject([{ accountId: 'city', tie: 'both' }]);
  expect(gulou.circles).toEqual([]);
});

test('an account registered later is found by the links that named it before', async () => {
  await cloud.addAccounts([
    madeAccount('late', { wechatId: 'nobody', agency: { ...office, region: '350105' } }),
  ]);
  expect((await around('city')).links.map(({ state }) => state)).toContain('live');
  expect((await around('late')).linkedFrom).toMatchObject([{ accountId: 'city' }]);
});

test('of two who change the same statement at once one wins', async () => {
  const both = await Promise.all([
    save('sup', 'old', links('test_city')),
    save('sup', 'old', links('test_gulou')),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('nobody states links for another agency, and staff see no table', async () => {
  expect(await save('staff', 'city', links('test_gulou'), 1)).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await cloud.call('staff', 'matrix.table', {})).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a menu beyond three by five is refused, read or saved', async () => {
  const entry = { name: '项', kind: 'other' as const, target: null, url: null };
  const column = { ...entry, items: Array.from({ length: 6 }, () => entry) };
  const menu = Array.from({ length: 4 }, () => column);
  expect(await save('staff', 'gulou', { menu, links: [] }, 1)).toMatchObject({
    error: { code: 'invalid' },
  });
  expect(await cloud.call('staff', 'matrix.readMenu', { text: '{"button":[[[]]]}' })).toMatchObject(
    {
      error: { code: 'invalid' },
    },
  );
});

test('a link that says too little is refused by the place where it stands', async () => {
  const blank = { name: null, wechatId: null, appId: null, link: null };
  const entry = { name: '', kind: 'account' as const, target: blank, url: null, items: [] };
  const menu = [{ ...entry, name: '矩阵', items: [entry] }];
  const refused = await save('staff', 'gulou', { menu, links: [{ target: blank, place: ' ' }] }, 1);
  const say = '请填写所链接账号的名称、微信号、AppID 或文章链接之一。';
  expect(refused).toMatchObject({
    error: {
      fields: {
        'statement.menu.0.items.0.name': '请填写菜单名称。',
        'statement.menu.0.items.0.target': say,
        'statement.links.0.target': say,
        'statement.links.0.place': '请填写。',
      },
    },
  });
});

test("the table tells each account's links, and coverage which departments a region has", async () => {
  const table = await cloud.call('sup', 'matrix.table', {});
  const rows = table.ok ? table.data.items : [];
  expect(rows.find(({ accountId }) => accountId === 'city')).toMatchObject({ links: 4, dead: 1 });
  expect(rows.find(({ accountId }) => accountId === 'gulou')).toMatchObject({
    linksSuperior: true,
  });
  expect(rows.map(({ accountId }) => accountId)).not.toContain('xiamen');
  expect(await cloud.call('sup', 'matrix.coverage', { region: '350102' })).toMatchObject({
    data: {
      functions: expect.arrayContaining([expect.objectContaining({ function: 'interaction' })]),
    },
  });
  expect(await cloud.call('sup', 'matrix.coverage', { region: '350203' })).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('the map counts the systems of each region one step below, in scope alone', async () => {
  const map = await cloud.call('sup', 'matrix.map', { region: '350100' });
  const children = map.ok ? map.data.children : [];
  const present = new Map(children.map((one) => [one.region, one.present]));
  expect(present.get('350102')).toBe(1);
  expect(present.get('350104')).toBe(0);
  expect(children.every(({ expected }) => expected === children[0]?.expected)).toBe(true);
  for (const [region, code] of [
    ['350200', 'forbidden'],
    ['000000', 'forbidden'],
    ['359900', 'not-found'],
  ] as const) {
    const outside = await cloud.call('sup', 'matrix.map', { region });
    expect(outside).toMatchObject({ ok: false, error: { code } });
  }
});

test('the stored menu serves the positioning', async () => {
  const entry = { name: '随便看看', kind: 'other' as const, target: null, url: null };
  await save('staff', 'gulou', { menu: [{ ...entry, items: [] }], links: [] }, 1);
  const answer = await cloud.call('staff', 'modes.position', { accountId: 'gulou' });
  expect(answer.ok && answer.data.gaps?.some(({ name }) => name === '随便看看')).toBe(true);
});

test('the sheets of an account open as a workbook', async () => {
  const answer = await cloud.call('sup', 'matrix.export', { accountId: 'city' });
  const bytes = answer.ok ? await (await fetch(answer.data.url)).arrayBuffer() : null;
  const { readWorkbook } = await import('../../cloudfunctions/platform/workbooks/read-workbook');
  const workbook = readWorkbook(new Uint8Array(bytes ?? new ArrayBuffer(0)));
  expect(workbook.ok && workbook.value.sheets.map(({ name }) => name)).toEqual([
    '链接',
    '上下级',
    '问题',
  ]);
});
