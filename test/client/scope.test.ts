import { ScopeStore } from '../../client/stores/scope';
import type { ScopeState } from '../../typings/supervision';
import { failed, fakeCloud, ok } from './fakes';

const state = (id: string): ScopeState => ({
  id,
  label: '福州市 · 全部账号',
  scopes: [],
  schemeName: '政微指数',
  notice: null,
  period: '2026-10',
  accounts: 0,
  previousAccounts: 0,
  index: null,
  previousIndex: null,
  changes: { up: 0, level: 0, down: 0 },
  bands: [],
  due: [],
  moreDue: false,
  registered: null,
  ending: [],
  moreEnding: false,
});

test('the scope chosen is asked for again, and forgotten with the person', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'scores.scope': ({ membershipId }) => ok(state(membershipId ?? 'first')),
  });
  const store = new ScopeStore(cloud);
  await store.load();
  await store.choose('second');
  await store.load();
  expect(store.state.value?.id).toBe('second');
  store.leave();
  expect(store.state.value).toBeNull();
  await store.load();
  expect(inputsOf('scores.scope').map(({ membershipId }) => membershipId)).toEqual([
    undefined,
    'second',
    'second',
    undefined,
  ]);
});

test('what stood stays when asking anew fails', async () => {
  let answers = true;
  const { cloud } = fakeCloud({
    'scores.scope': () => (answers ? ok(state('first')) : failed('unavailable')),
  });
  const store = new ScopeStore(cloud);
  await store.load();
  answers = false;
  await store.load();
  expect(store.state.value?.id).toBe('first');
  expect(store.state.error?.code).toBe('unavailable');
});
