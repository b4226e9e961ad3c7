import { PrivacyStore } from '../../client/stores/privacy';
import { failed, fakeCloud, ok } from './fakes';

test('leaving is confirmed in the words that the contract asks for', async () => {
  const answers = [failed('unavailable'), ok({ removed: 3, anonymised: 1 })];
  const { cloud, inputsOf } = fakeCloud({
    'privacy.erase': () => answers.shift() ?? failed('invalid'),
  });
  const store = new PrivacyStore(cloud);
  expect(await store.erase()).toBe(false);
  expect(store.erasure.error).not.toBeNull();
  expect(await store.erase()).toBe(true);
  expect(inputsOf('privacy.erase')).toEqual([{ confirm: '注销' }, { confirm: '注销' }]);
});

test('another person finds neither link nor list of the one before', async () => {
  const { cloud } = fakeCloud({
    'privacy.inventory': () => ok({ fields: [] }),
    'privacy.export': () => ok({ url: 'https://files/mine', records: 2 }),
  });
  const store = new PrivacyStore(cloud);
  await store.load();
  await store.takeAlong();
  store.leave();
  expect([store.inventory.value, store.exported.value]).toEqual([null, null]);
});
