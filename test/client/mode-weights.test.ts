import { ModeSensitivityStore } from '../../client/stores/mode-sensitivity';
import { ModeWeightsStore } from '../../client/stores/mode-weights';
import type { CriterionId, PairwiseWeights } from '../../typings/recommendation';
import { failed, fakeCloud, ok } from './fakes';

const weighed = {
  weights: { people: 0.75, money: 0.25 },
  consistencyRatio: 0,
  consistent: true,
  reconsider: null,
} as PairwiseWeights;

function opened(ids: CriterionId[]) {
  const asked = fakeCloud({
    'modes.weigh': () => ok(weighed),
    'modes.recommend': () => failed('unavailable'),
  });
  const store = new ModeWeightsStore(asked.cloud);
  for (const id of ids) store.toggle(id);
  return { store, ...asked };
}

test('asks of every pair of the chosen criteria once', () => {
  const { store } = opened(['people', 'money', 'lag']);
  expect(store.pairs.map(({ over, under }) => `${over}/${under}`)).toEqual([
    'people/money',
    'people/lag',
    'money/lag',
  ]);
  expect(store.complete).toBe(false);
});

test('takes five criteria at most, and lets go of one tapped again', () => {
  const { store } = opened(['people', 'money', 'lag', 'stage', 'content', 'skills']);
  expect(store.chosen).toHaveLength(5);
  store.toggle('money');
  store.toggle('skills');
  expect(store.chosen).toEqual(['people', 'lag', 'stage', 'content', 'skills']);
});

test('sends each judgement, and asks for the recommendation under the weights that come back', async () => {
  const { store, inputsOf } = opened(['people', 'money']);
  store.judge('people', 'money', 3);
  expect(store.complete).toBe(true);
  await store.apply('a');
  expect(inputsOf('modes.weigh')).toEqual([
    { judgements: [{ over: 'people', under: 'money', ratio: 3 }] },
  ]);
  expect(inputsOf('modes.recommend')).toEqual([{ accountId: 'a', weights: weighed.weights }]);
  expect(store.recommendation.error?.code).toBe('unavailable');
});

test('keeps a judgement when the two criteria are chosen in another order', () => {
  const { store } = opened(['people', 'money']);
  store.judge('people', 'money', 5);
  store.toggle('people');
  store.toggle('people');
  expect(store.pairs).toEqual([{ over: 'money', under: 'people', ratio: 1 / 5 }]);
});

test('forgets weights that no longer belong to what is judged', async () => {
  const { store } = opened(['people', 'money']);
  store.judge('people', 'money', 3);
  await store.apply('a');
  store.judge('people', 'money', 1);
  expect(store.weighed.value).toBeNull();
});

test('shows nothing of another account while the table is asked for', async () => {
  const table = { recommended: null, weights: [], constants: [], facts: [] };
  const { cloud } = fakeCloud({
    'modes.sensitivity': ({ accountId }) => (accountId === 'a' ? ok(table) : failed('not-found')),
  });
  const store = new ModeSensitivityStore(cloud);
  await store.open('a');
  expect(store.table.value).toEqual(table);
  await store.open('b');
  expect(store.table.value).toBeNull();
  expect(store.table.error?.code).toBe('not-found');
});
