import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyedLinks, keyOfTarget, readMenu } from '../../../cloudfunctions/domain/matrix';

const vectors = join(__dirname, '..', '..', 'vectors', 'matrix');
const vector = (name: string) => readFileSync(join(vectors, name), 'utf8');
const button = (name: string, more: object = {}) => ({ name, ...more });
const menu = (columns: number, items: number) =>
  JSON.stringify({
    menu: {
      button: Array.from({ length: columns }, (_, column) =>
        button(`列${column}`, {
          sub_button: Array.from({ length: items }, (_, item) => button(`项${item}`)),
        }),
      ),
    },
  });

test('reads a menu as the interface answers it', () => {
  const read = readMenu(vector('selfmenu.json'));
  expect(read).toMatchObject({
    ok: true,
    value: [
      {
        name: 'button',
        items: [
          { name: 'view_url', kind: 'page', url: 'http://www.qq.com' },
          { name: 'news', kind: 'account', target: { link: expect.stringContaining('__biz=') } },
          { name: 'video', kind: 'other' },
          { name: 'voice', kind: 'other' },
        ],
      },
      { name: 'text', kind: 'other', items: [] },
      { name: 'photo', kind: 'other', items: [] },
    ],
  });
});

test('reads three columns of five, and mini programs as links', () => {
  expect(readMenu(menu(3, 5))).toMatchObject({ ok: true });
  const program = { type: 'miniprogram', appid: 'wx0123456789abcdef', url: 'https://a.gov.cn' };
  expect(readMenu(JSON.stringify([button('办事', program)]))).toMatchObject({
    value: [{ kind: 'account', target: { appId: 'wx0123456789abcdef' } }],
  });
});

const deep = (levels: number): object =>
  levels === 0 ? button('底') : button('层', { sub_button: [deep(levels - 1)] });

test.each([
  ['four columns', menu(4, 1)],
  ['six entries in a column', menu(1, 6)],
  ['four columns of six', menu(4, 6)],
  ['three levels', JSON.stringify([deep(2)])],
  ['fifty levels', JSON.stringify([deep(50)])],
  ['a list of numbers', '[1,2,3]'],
  ['entries that are lists', '{"button":[[[[]]]]}'],
  ['no menu', '{"errcode":46003}'],
  ['no JSON', '<html>'],
  ['nothing', ''],
  ['too much', `[${'"x",'.repeat(30_000)}"x"]`],
])('refuses %s', (_, text) => {
  expect(readMenu(text)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('never throws, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(typeof readMenu(text).ok).toBe('boolean');
    }),
  );
});

test('markup and control characters of a menu are not kept', () => {
  const read = readMenu(JSON.stringify([button('办事\u0000\u202e大厅')]));
  expect(read).toMatchObject({ value: [{ name: '办事 大厅' }] });
});

test('a target is known by its WeChat id first, then AppID, link and name', () => {
  const all = {
    name: '鼓楼 发布',
    wechatId: 'GLFB',
    appId: 'wxA',
    link: 'https://mp.weixin.qq.com/s?__biz=MzA=&mid=1&idx=1',
  };
  expect(keyOfTarget(all)).toBe('wechat:glfb');
  expect(keyOfTarget({ ...all, wechatId: null })).toBe('app:wxa');
  expect(keyOfTarget({ ...all, wechatId: null, appId: null })).toBe('biz:MzA=');
  expect(keyOfTarget({ name: '鼓楼 发布', wechatId: null, appId: null, link: null })).toBe(
    keyOfTarget({ name: '鼓楼发布', wechatId: null, appId: null, link: null }),
  );
});

test('a target that is linked to twice counts once, where it stands first', () => {
  const target = { name: '鼓楼发布', wechatId: null, appId: null, link: null };
  const entry = { name: '矩阵', kind: 'account' as const, target, url: null };
  const links = keyedLinks({ menu: [{ ...entry, items: [] }], links: [{ target, place: '大厅' }] });
  expect(links).toEqual([{ place: '菜单「矩阵」', stated: '鼓楼发布', key: 'name:鼓楼发布' }]);
});
