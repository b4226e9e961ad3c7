import { type Hosted, host } from './host-fixture';

let hosted: Hosted;
beforeEach(async () => {
  hosted = await host();
});
afterEach(() => hosted.close());

const call = (method: string, url?: string) =>
  hosted.driver.callWxMethod(method, ...(url === undefined ? [] : [{ url }]));

test('the app and its first page start in order', async () => {
  expect(await hosted.trace()).toEqual([
    'app.onLaunch pages/home/index {} 1001',
    'app.onShow',
    'card.attached',
    'home.onLoad {}',
    'home.onShow',
    'card.show',
    'card.ready',
    'home.onReady',
  ]);
});

test('the first page may be another, with a query left as it stands', async () => {
  await hosted.close();
  hosted = await host({ entry: '/pages/detail/index?id=%E4%B8%AD' });
  expect(await hosted.trace()).toEqual([
    'app.onLaunch pages/detail/index {"id":"%E4%B8%AD"} 1001',
    'app.onShow',
    'detail.onLoad {"id":"%E4%B8%AD"}',
    'detail.onShow',
    'detail.onReady',
  ]);
  expect(await hosted.text('.id')).toBe('%E4%B8%AD');
});

test('navigateTo hides, navigateBack unloads and shows again', async () => {
  await hosted.trace();
  await call('navigateTo', '../detail/index?id=1');
  expect((await hosted.page()).query).toEqual({ id: '1' });
  expect((await hosted.driver.pageStack()).map(({ path }) => path)).toEqual([
    'pages/home/index',
    'pages/detail/index',
  ]);
  await call('navigateBack');
  expect(await hosted.trace()).toEqual([
    'home.onHide',
    'card.hide',
    'detail.onLoad {"id":"1"}',
    'detail.onShow',
    'detail.onReady',
    'detail.onUnload',
    'home.onShow',
    'card.show',
  ]);
});

test('redirectTo takes the place of the page', async () => {
  await hosted.trace();
  await call('redirectTo', '/pages/detail/index?id=1');
  expect(await hosted.driver.pageStack()).toHaveLength(1);
  expect(await hosted.trace()).toEqual([
    'home.onUnload',
    'card.detached',
    'detail.onLoad {"id":"1"}',
    'detail.onShow',
    'detail.onReady',
  ]);
});

test('switchTab keeps tab pages and unloads the others', async () => {
  await call('navigateTo', '/pages/detail/index?id=1');
  const [home] = await hosted.driver.pageStack();
  await hosted.trace();
  await call('switchTab', '/pages/me/index');
  await call('switchTab', '/pages/home/index?ignored=1');
  expect(await hosted.trace()).toEqual([
    'detail.onUnload',
    'me.onLoad {}',
    'me.onShow',
    'me.onReady',
    'me.onHide',
    'home.onShow',
    'card.show',
  ]);
  expect((await hosted.page()).query).toEqual({});
  expect(await hosted.page()).toBe(home);
});

test('reLaunch unloads everything, hidden tabs too', async () => {
  await call('switchTab', '/pages/me/index');
  await hosted.trace();
  await call('reLaunch', '/pages/detail/index?id=2');
  expect(await hosted.trace()).toEqual([
    'me.onUnload',
    'home.onUnload',
    'card.detached',
    'detail.onLoad {"id":"2"}',
    'detail.onShow',
    'detail.onReady',
  ]);
});

test.each([
  ['navigateTo', '/pages/none/index', 'navigateTo:fail page "pages/none/index" is not found'],
  ['navigateTo', '/pages/me/index', 'navigateTo:fail can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/me/index', 'redirectTo:fail can not redirectTo a tabbar page'],
  ['switchTab', '/pages/detail/index', 'switchTab:fail can not switch to no-tabBar page'],
  ['navigateBack', undefined, 'navigateBack:fail cannot navigate back at first page'],
  ['reLaunch', undefined, 'reLaunch:fail parameter error: parameter.url should be String'],
])('%s %s is refused in WeChat’s words', async (method, url, message) => {
  await expect(call(method, url)).rejects.toThrow(message);
  expect((await hosted.page()).path).toBe('pages/home/index');
});

test('the eleventh page is refused', async () => {
  for (let depth = 2; depth <= 10; depth += 1) {
    await call('navigateTo', `/pages/detail/index?id=${depth}`);
  }
  await expect(call('navigateTo', '/pages/detail/index')).rejects.toThrow(
    'navigateTo:fail webview count limit exceed',
  );
});

test('getCurrentPages answers the page objects with route and options', async () => {
  await call('navigateTo', '/pages/detail/index?id=3');
  expect(
    await hosted.driver.evaluate(
      '() => getCurrentPages().map(({ route, options, data }) => [route, options.id, data.id])',
    ),
  ).toEqual([
    ['pages/home/index', null, null],
    ['pages/detail/index', '3', '3'],
  ]);
});

test('pages of subpackages open, an independent one without the app', async () => {
  await hosted.go('/tools/calc/index');
  expect(await hosted.text('.sum')).toBe('42');
  await hosted.close();
  hosted = await host({ entry: 'alone/hello/index' });
  expect(await hosted.text('.hello')).toBe('undefined');
  await hosted.go('/pages/me/index');
  expect(await hosted.trace()).toEqual(expect.arrayContaining(['app.onShow', 'me.onLoad {}']));
});
