import { MatrixStore } from '../../client/stores/matrix';
import { StatementForm } from '../../client/stores/statement-form';
import type { MatrixStatement } from '../../typings/matrix';
import { failed, fakeCloud, ok } from './fakes';

const opened = async () => true;
const named = (name: string) => ({ name, wechatId: null, appId: null, link: null });

it('what is opened and not changed is sent as it was', () => {
  const statement: MatrixStatement = {
    menu: [
      { name: '办事', kind: 'page', target: null, url: 'https://a.gov.cn/b', items: [] },
      {
        name: '矩阵',
        kind: 'other',
        target: null,
        url: null,
        items: [{ name: '市局', kind: 'account', target: named('某市公安局'), url: null }],
      },
    ],
    links: [{ target: named('某区发布'), place: '微信大厅' }],
  };
  const form = new StatementForm();
  form.open(statement);
  expect(form.read()).toEqual(statement);
});

it('a menu has three columns of five and no more', () => {
  const form = new StatementForm();
  for (let at = 0; at < 5; at += 1) form.addColumn();
  for (let at = 0; at < 8; at += 1) form.addItem(0);
  expect(form.menu).toHaveLength(3);
  expect(form.menu[0]?.items).toHaveLength(5);
  expect(form.canAddColumn || form.canAddItem(0)).toBe(false);
  form.remove({ column: 0, item: 4 });
  expect(form.canAddItem(0)).toBe(true);
  form.remove({ column: 0 });
  expect(form.canAddColumn).toBe(true);
});

it('blanks are not known, and a column with items leads nowhere itself', () => {
  const form = new StatementForm();
  form.addColumn();
  form.edit({ column: 0 }, { name: ' 矩阵 ' });
  form.aim({ column: 0 }, { name: '某局' });
  form.addItem(0);
  form.edit({ column: 0, item: 0 }, { name: '上级' });
  form.aim({ column: 0, item: 0 }, { name: ' 某市公安局 ', wechatId: '  ' });
  expect(form.read().menu).toEqual([
    {
      name: '矩阵',
      kind: 'other',
      target: null,
      url: null,
      items: [{ name: '上级', kind: 'account', target: named('某市公安局'), url: null }],
    },
  ]);
});

it('what is written is saved over what was seen, and stays when another was first', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'matrix.statement': () =>
      ok({ accountId: 'a', menu: [], links: [], revision: 4, enteredAt: '', sample: false }),
    'matrix.save': () => failed('conflict'),
  });
  const store = new MatrixStore(cloud, opened);
  const form = new StatementForm();
  const standing = await store.openStatement('a');
  if (standing) form.open(standing);
  form.addLink();
  form.editLink(0, { name: '某区发布' });
  expect(await store.saveStatement('a', form.read())).toBe(false);
  expect(await store.saveStatement('a', form.read())).toBe(false);
  const [sent, again] = inputsOf('matrix.save');
  expect(sent).toMatchObject({ basedOnRevision: 4, requestKey: expect.stringMatching(/^.{8}/) });
  expect(again).toEqual(sent);
  expect(store.saved.error?.code).toBe('conflict');
  expect(form.read().links).toMatchObject([{ target: { name: '某区发布' } }]);
});

it('a statement that could not be asked for is not written over', async () => {
  const { cloud } = fakeCloud({ 'matrix.statement': () => failed('unavailable') });
  const store = new MatrixStore(cloud, opened);
  expect(await store.openStatement('a')).toBeNull();
  expect(await store.saveStatement('a', { menu: [], links: [] })).toBe(false);
});
