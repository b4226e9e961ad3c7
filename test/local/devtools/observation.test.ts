import { host } from './host-fixture';

test('what the package costs is on record', async () => {
  const { devtools, tap, close } = await host();
  const before = devtools.treeSize();
  await tap('.fill');
  expect(devtools.setDataLog).toEqual([
    {
      page: 'pages/home/index',
      owner: 'pages/home/index',
      keys: 1,
      bytes: Buffer.byteLength(
        JSON.stringify({
          rows: Array.from({ length: 20 }, (_, id) => ({ id, label: `row ${id}` })),
        }),
      ),
    },
  ]);
  expect(devtools.treeSize()).toEqual({ nodes: before.nodes + 20, depth: before.depth });
  expect(devtools.syncCallsBeforeReady).toEqual(['getStorageSync']);
  const owners = devtools.timings.map(({ owner, name }) => `${owner} ${name}`);
  expect(owners).toEqual(
    expect.arrayContaining([
      'app onLaunch',
      'pages/home/index onLoad',
      'components/card/index attached',
      'pages/home/index onFill:tap',
    ]),
  );
  expect(devtools.timings.every(({ ms }) => ms >= 0)).toBe(true);
  await close();
});

test('Sync calls after the first page is ready are not held against the start', async () => {
  const { devtools, driver, close } = await host();
  await driver.callWxMethod('getStorageSync', 'later');
  expect(devtools.syncCallsBeforeReady).toEqual(['getStorageSync']);
  await close();
});
