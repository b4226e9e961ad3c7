import { randomUUID } from 'node:crypto';
import { readWorkbook } from '../../../cloudfunctions/platform/workbooks/read-workbook';
import type { Cell } from '../../../typings/intake';
import { workbook } from '../support/exports';
import { inputOf, startedRegistry } from '../support/registry';

const registry = startedRegistry();

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
  const upload = (list: Cell[][]) =>
    registry.cloud.upload(`registry/${randomUUID()}.xls`, sheet(list));

  async function apply(
    openid: string,
    fileId: string,
    digest: string,
    requestKey: string = randomUUID(),
  ) {
    return registry.cloud.call(openid, 'accounts.applyImport', { requestKey, fileId, digest });
  }

  test('3 000 rows in one go, previewed, applied once, and then unchanged', async () => {
    const fileId = await upload(rows(3000));
    const preview = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({ ok: true, data: { counts: { added: 3000, rejected: 0 } } });
    const digest = preview.ok ? preview.data.digest : '';
    const requestKey = randomUUID();
    const applied = await apply('city', fileId, digest, requestKey);
    expect(applied).toEqual({ ok: true, data: { added: 3000, changed: 0, unchanged: 0 } });
    expect(await apply('city', fileId, digest, requestKey)).toEqual(applied);

    const again = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    expect(again).toMatchObject({ ok: true, data: { counts: { added: 0, unchanged: 3000 } } });
    expect(await registry.found('city', { query: '导入账号2999' })).toHaveLength(1);
  }, 60_000);

  test('changes are shown field by field and written as a new revision', async () => {
    const changed = [...row(7)];
    changed[0] = '改名后的账号';
    const fileId = await upload([changed]);
    const preview = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({
      ok: true,
      data: {
        changes: [{ kind: 'changed', fields: [{ column: '账号名称', to: '改名后的账号' }] }],
      },
    });
    await apply('city', fileId, preview.ok ? preview.data.digest : '');
    const found = await registry.search('city', { query: '改名后的' });
    expect(found).toMatchObject({
      ok: true,
      data: { items: [{ name: '改名后的账号', revision: 2 }] },
    });
  });

  test('rows beyond the scope are refused one by one', async () => {
    const fileId = await upload([row(8001), row(8002, '350203')]);
    const preview = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    expect(preview).toMatchObject({
      ok: true,
      data: { counts: { added: 1, rejected: 1 }, issues: [{ row: 3 }] },
    });
  });

  test('a plan that changed since the preview is not applied', async () => {
    const fileId = await upload([row(8003)]);
    const preview = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    await registry.save('city', inputOf('import_8003'));
    const answer = await apply('city', fileId, preview.ok ? preview.data.digest : '');
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('an import that broke off goes on where it stood', async () => {
    const list = rows(20).map((cells) =>
      cells.map((cell) => String(cell).replace('import_', 'broken_')),
    );
    const fileId = await upload(list);
    const preview = await registry.cloud.call('city', 'accounts.previewImport', { fileId });
    const digest = preview.ok ? preview.data.digest : '';
    const requestKey = randomUUID();
    await apply('city', fileId, digest, requestKey);
    // As if the function had been killed after half of the accounts, two minutes ago.
    const half = list.slice(10).map((cells) => String(cells[1]));
    await registry.cloud.remove('accounts', { wechatKey: { $in: half } });
    const startedAt = new Date(Date.now() - 120_000).toISOString();
    await registry.cloud.change('imports', { digest }, { done: false, startedAt });

    expect(await apply('city', fileId, digest, requestKey)).toEqual({
      ok: true,
      data: { added: 20, changed: 0, unchanged: 0 },
    });
    expect(await registry.cloud.documents('accounts', { wechatKey: { $in: half } })).toHaveLength(
      10,
    );
  });

  test('a duplicate in the file is a conflict that names the rows', async () => {
    const fileId = await upload([row(9001), row(9001)]);
    expect(await registry.cloud.call('city', 'accounts.previewImport', { fileId })).toMatchObject({
      ok: true,
      data: {
        counts: { added: 0, rejected: 2 },
        issues: [{ row: 2, kind: 'conflict' }, { row: 3 }],
      },
    });
  });

  test('the template is a workbook that an import reads', async () => {
    const answer = await registry.cloud.call('city', 'accounts.template', {});
    const response = await fetch(answer.ok ? answer.data.url : '');
    const read = readWorkbook(new Uint8Array(await response.arrayBuffer()));
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual(expect.arrayContaining(columns));
  });
});
