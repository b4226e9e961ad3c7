import { ScoreDetailsStore } from '../../client/stores/score-details';
import type { Attribution, PeerStanding, TargetPlan } from '../../typings/insights';
import type { RunningForecast } from '../../typings/overview';
import type { MetricName } from '../../typings/vocabulary';
import { failed, fakeCloud, ok } from './fakes';

const subject = { accountId: 'a', period: '2026-10', scheme: 'zhengwei-1' };
const other = { ...subject, accountId: 'b' };

const standing = (percentile: number): PeerStanding => ({
  sharedTraits: ['level'],
  label: '同级别',
  widened: null,
  size: 30,
  percentile,
  median: 50,
  quartiles: [40, 60],
  nextDecile: null,
});

const attribution = (from: number): Attribution => ({
  scheme: 'zhengwei-1',
  from,
  to: 60,
  difference: 60 - from,
  terms: [],
  coverageEffect: 0,
  notes: [],
});

const plan = (target: number): TargetPlan => ({
  scheme: 'zhengwei-1',
  current: 60,
  target,
  reached: false,
  single: [],
  mix: [],
  mixReaches: target,
  mixFigures: {},
  standing: {},
  withheld: [],
  note: null,
});

const outlook: RunningForecast = {
  period: '2026-11',
  daysSoFar: 20,
  soFar: 58,
  previous: null,
  pastPeriods: 0,
  forecast: null,
};

function about(handlers: Parameters<typeof fakeCloud>[0]) {
  const fake = fakeCloud(handlers);
  const store = new ScoreDetailsStore(fake.cloud);
  store.about(subject);
  return { ...fake, store };
}

/** A handler whose answers the test lets go, in the order that it likes. */
function held<T>() {
  const waiting: ((answer: T) => void)[] = [];
  const ask = () => new Promise<T>((resolve) => waiting.push(resolve));
  return { ask, answer: (turn: number, value: T) => waiting[turn]?.(value) };
}

it('asks of the score that it is about, and says that it is waiting', async () => {
  const peers = held<ReturnType<typeof ok<PeerStanding>>>();
  const { store, inputsOf } = about({ 'scores.peers': peers.ask });
  const asked = store.loadPeers();
  expect(store.peers.loading).toBe(true);
  peers.answer(0, ok(standing(80)));
  await asked;
  expect(store.peers).toMatchObject({ loading: false, value: { percentile: 80 } });
  expect(inputsOf('scores.peers')).toEqual([subject]);
});

it('asks nothing before a score was chosen', async () => {
  const fake = fakeCloud({});
  const store = new ScoreDetailsStore(fake.cloud);
  await Promise.all([
    store.loadDetail(),
    store.loadPeers(),
    store.loadRank(),
    store.loadForecast(),
    store.planFor(70),
    store.compareWith('2026-09'),
    store.loadRevision(1),
  ]);
  expect(fake.asked).toEqual([]);
});

it('keeps an error until a second try succeeds', async () => {
  let fails = true;
  const { store } = about({
    'scores.forecast': () => (fails ? failed('unavailable') : ok(outlook)),
  });
  await store.loadForecast();
  expect(store.forecast).toMatchObject({ value: null, error: { code: 'unavailable' } });
  fails = false;
  await store.loadForecast();
  expect(store.forecast).toMatchObject({ value: outlook, error: null });
});

it('forgets what it knew of one account when it turns to another', async () => {
  const { store } = about({
    'scores.peers': () => ok(standing(80)),
    'scores.forecast': () => ok(outlook),
  });
  await Promise.all([store.loadPeers(), store.loadForecast()]);
  store.limit('replies', 40);
  store.about({ ...subject });
  expect(store.peers.value).not.toBeNull();
  store.about(other);
  expect([store.peers.value, store.forecast.value, store.limits]).toEqual([null, null, {}]);
});

it('drops an answer of the account left behind', async () => {
  const peers = held<ReturnType<typeof ok<PeerStanding>>>();
  const { store } = about({ 'scores.peers': peers.ask });
  const late = store.loadPeers();
  store.about(other);
  const now = store.loadPeers();
  peers.answer(1, ok(standing(20)));
  peers.answer(0, ok(standing(80)));
  await Promise.all([late, now]);
  expect(store.peers.value?.percentile).toBe(20);
});

it('shows no difference to one period while another is asked for', async () => {
  const compared = held<ReturnType<typeof ok<Attribution>>>();
  const { store, inputsOf } = about({ 'scores.compare': compared.ask });
  const first = store.compareWith('2026-09');
  compared.answer(0, ok(attribution(50)));
  await first;
  const second = store.compareWithAccount('b');
  expect(store.attribution.value).toBeNull();
  compared.answer(1, ok(attribution(40)));
  await second;
  expect(store.attribution.value?.from).toBe(40);
  expect(inputsOf('scores.compare')).toEqual([
    { ...subject, otherPeriod: '2026-09' },
    { ...subject, otherAccountId: 'b' },
  ]);
});

it('asks for the peers of the period before beside those of this one', async () => {
  const { store } = about({
    'scores.peers': ({ period }) => ok(standing(period === '2026-09' ? 70 : 80)),
  });
  await Promise.all([store.loadPeers(), store.loadPeersBefore('2026-09')]);
  expect([store.peers.value?.percentile, store.peersBefore.value?.percentile]).toEqual([80, 70]);
});

it('plans within the limits that the person set, until they are left to the usual', async () => {
  const { store, inputsOf } = about({ 'scores.target': ({ target }) => ok(plan(target)) });
  store.limit('replies', 40);
  await store.planFor(70);
  store.limit('replies', null);
  await store.planFor(72);
  expect(inputsOf('scores.target')).toEqual([
    { ...subject, target: 70, limits: { replies: 40 } },
    { ...subject, target: 72, limits: {} },
  ]);
  expect(store.target.value?.target).toBe(72);
});

it('knows a unit once the definitions have come, and asks for them once', async () => {
  const metric = (name: MetricName, unit: string) => ({
    metric: name,
    label: name,
    definition: '',
    whereToFind: '',
    unit,
    measure: null,
    popularity: false,
    composing: '',
  });
  const { store, inputsOf } = about({
    'scores.metrics': () => ok({ metrics: [metric('medianReplyHours', '小时')] }),
  });
  expect(store.unitOf('medianReplyHours')).toBeNull();
  await store.loadMetrics();
  await store.loadMetrics();
  expect(store.unitOf('medianReplyHours')).toBe('小时');
  expect(inputsOf('scores.metrics')).toHaveLength(1);
});

it('asks for a revision under the scheme of the score that is shown', async () => {
  const { store, inputsOf } = about({ 'scores.revision': () => failed('not-found') });
  await store.loadRevision(2);
  expect(inputsOf('scores.revision')).toEqual([{ ...subject, revision: 2 }]);
  expect(store.revision.error?.code).toBe('not-found');
});
