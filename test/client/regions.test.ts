import { RegionsStore } from '../../client/stores/regions';
import { failed, fakeCloud, ok } from './fakes';

const lists: Record<string, { prefix: string; name: string }[]> = {
  '': [{ prefix: '35', name: '福建省' }],
  '35': [{ prefix: '3501', name: '福州市' }],
  '3501': [{ prefix: '350102', name: '鼓楼区' }],
};

it('names a region by the lists above it, and asks for each of them once', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'accounts.regions': ({ within = '' }) => ok({ regions: lists[within] ?? [] }),
  });
  const store = new RegionsStore(cloud);
  expect(store.below('')).toBeNull();
  await store.trace('350102');
  expect(['35', '3501', '350102'].map((prefix) => store.nameOf(prefix))).toEqual([
    '福建省',
    '福州市',
    '鼓楼区',
  ]);
  await store.trace('3501');
  await store.load('35');
  expect(inputsOf('accounts.regions')).toEqual([{}, { within: '35' }, { within: '3501' }]);
  expect(store.nameOf('99')).toBeNull();
  expect(store.pathTo('350102')).toEqual(['福建省', '福州市', '鼓楼区']);
});

it('names a district of a municipality without a city between', async () => {
  const municipality: typeof lists = {
    '': [{ prefix: '11', name: '北京市' }],
    '11': [{ prefix: '110101', name: '东城区' }],
    '1101': [{ prefix: '110101', name: '东城区' }],
  };
  const { cloud } = fakeCloud({
    'accounts.regions': ({ within = '' }) => ok({ regions: municipality[within] ?? [] }),
  });
  const store = new RegionsStore(cloud);
  await store.trace('110101');
  expect(store.pathTo('110101')).toEqual(['北京市', '东城区']);
});

it('asks again for what could not be had', async () => {
  let isUp = false;
  const { cloud } = fakeCloud({
    'accounts.regions': () => (isUp ? ok({ regions: lists[''] ?? [] }) : failed('unavailable')),
  });
  const store = new RegionsStore(cloud);
  await store.load('');
  expect([store.below(''), store.asking.error?.code]).toEqual([null, 'unavailable']);
  isUp = true;
  await store.load('');
  expect(store.below('')).toHaveLength(1);
});
