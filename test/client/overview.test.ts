import { OverviewStore } from '../../client/stores/overview';
import type { Overview } from '../../typings/overview';
import { account, failed, fakeCloud, memoryStorage, ok, settled } from './fakes';

const overview = (accountId: string, period = '2026-10'): Overview => ({
  account: account(accountId),
  period,
  kind: 'month',
  kinds: ['month'],
  periods: ['2026-10', '2026-09'],
  index: { label: '传播指数', scheme: 'zhengwei-1', schemeName: '政微传播指数', notice: null },
  score: null,
  refusal: null,
  previous: null,
  trend: [],
  freshness: { lastPublished: null, publishBy: null, daysLeft: null, ruleDays: 14 },
  standing: null,
  flags: [],
  figuresAgeDays: null,
  today: '2026-11-24',
});

it('remembers the period of each account over a restart', async () => {
  const storage = memoryStorage();
  const first = fakeCloud({ 'scores.overview': (input) => ok(overview(input.accountId)) });
  const store = new OverviewStore(first.cloud, storage);
  await store.open('a');
  await store.choosePeriod('2026-09');
  await store.chooseScheme('wci-14.2');
  await settled();

  const second = fakeCloud({ 'scores.overview': (input) => ok(overview(input.accountId)) });
  const again = new OverviewStore(second.cloud, storage);
  await again.open('a');
  await again.open('b');
  expect(second.inputsOf('scores.overview')).toEqual([
    { accountId: 'a', period: '2026-09', kind: undefined, scheme: 'wci-14.2' },
    { accountId: 'b', period: undefined, kind: undefined, scheme: 'wci-14.2' },
  ]);
});

it('keeps to a kind of period once it is chosen, for every account and over a restart', async () => {
  const storage = memoryStorage();
  const first = fakeCloud({ 'scores.overview': (input) => ok(overview(input.accountId)) });
  const store = new OverviewStore(first.cloud, storage);
  await store.open('a');
  await store.choosePeriod('2026-09');
  await store.chooseKind('quarter');
  await settled();

  const second = fakeCloud({ 'scores.overview': (input) => ok(overview(input.accountId)) });
  const again = new OverviewStore(second.cloud, storage);
  await again.open('a');
  await again.open('b');
  const asked = [
    ...first.inputsOf('scores.overview').slice(-1),
    ...second.inputsOf('scores.overview'),
  ];
  expect(asked).toMatchObject([
    { accountId: 'a', period: undefined, kind: 'quarter' },
    { accountId: 'a', period: undefined, kind: 'quarter' },
    { accountId: 'b', period: undefined, kind: 'quarter' },
  ]);
});

it('asks once for what is on the screen already', async () => {
  const { cloud, asked } = fakeCloud({ 'scores.overview': () => ok(overview('a')) });
  const store = new OverviewStore(cloud, memoryStorage());
  await Promise.all([store.open('a'), store.open('a')]);
  await store.open('a');
  expect(asked).toHaveLength(1);
});

it('shows what was seen last when the network is away, and says so', async () => {
  const storage = memoryStorage();
  const online = new OverviewStore(
    fakeCloud({ 'scores.overview': () => ok(overview('a')) }).cloud,
    storage,
  );
  await online.open('a');
  await settled();

  let back = false;
  const { cloud } = fakeCloud({
    'scores.overview': () => (back ? ok(overview('a', '2026-09')) : failed('unavailable')),
  });
  const offline = new OverviewStore(cloud, storage);
  await offline.open('a');
  expect(offline.fromDevice).toBe(true);
  expect(offline.overview?.period).toBe('2026-10');

  back = true;
  await offline.refresh();
  expect(offline.fromDevice).toBe(false);
  expect(offline.overview?.period).toBe('2026-09');
});

it('never shows a kept overview to someone who may not see it any more', async () => {
  const storage = memoryStorage();
  const allowed = new OverviewStore(
    fakeCloud({ 'scores.overview': () => ok(overview('a')) }).cloud,
    storage,
  );
  await allowed.open('a');
  await settled();
  const refused = new OverviewStore(
    fakeCloud({ 'scores.overview': () => failed('not-found') }).cloud,
    storage,
  );
  await refused.open('a');
  expect(refused.overview).toBeNull();
  expect(refused.resource.error?.code).toBe('not-found');
});

it('shows the account chosen last, whichever answer comes last', async () => {
  const releases: Record<string, () => void> = {};
  const { cloud } = fakeCloud({
    'scores.overview': ({ accountId }) =>
      new Promise((resolve) => {
        releases[accountId] = () => resolve(ok(overview(accountId)));
      }),
  });
  const store = new OverviewStore(cloud, memoryStorage());
  const first = store.open('a');
  await settled();
  const second = store.open('b');
  await settled();
  releases.b?.();
  await second;
  releases.a?.();
  await first;
  expect(store.overview?.account.id).toBe('b');
});

it('turns to the period that was just filed', async () => {
  const { cloud, inputsOf } = fakeCloud({ 'scores.overview': () => ok(overview('a')) });
  const store = new OverviewStore(cloud, memoryStorage());
  await store.open('a');
  store.invalidate('a', '2026-11');
  await store.open('a');
  expect(inputsOf('scores.overview').at(-1)).toMatchObject({ period: '2026-11' });
});
