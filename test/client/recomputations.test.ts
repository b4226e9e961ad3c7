import { RecomputationsStore } from '../../client/stores/recomputations';
import type { Recomputation } from '../../typings/recomputation';
import { failed, fakeCloud, ok, settled } from './fakes';

const job = (changes: Partial<Recomputation> = {}): Recomputation => ({
  scheme: 'wci-14.2',
  version: 'V14.2',
  state: 'running',
  reason: '方案换版',
  period: '2026-01',
  done: 100,
  written: 100,
  unchanged: 0,
  refused: 0,
  orderedAt: '2026-11-20T00:00:00.000Z',
  finishedAt: null,
  stopped: null,
  ...changes,
});

const page = (recomputation: Recomputation | null) => ({
  schemes: [
    { scheme: 'zhengwei-1', version: '1.0', name: '政微', notice: null, recomputation: null },
    { scheme: 'wci-14.2', version: 'V14.2', name: 'WCI', notice: '仅供研究', recomputation },
  ],
});

const shownJob = (store: RecomputationsStore) => store.page.value?.schemes[1]?.recomputation;

test('one under way is taken further while it is looked at, and never ordered anew', async () => {
  const steps = [job({ done: 200 }), job({ done: 300, state: 'finished' })];
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(page(job())),
    'scores.recompute': () => ok(steps.shift() ?? job({ state: 'finished' })),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(shownJob(store)).toMatchObject({ done: 300, state: 'finished' });
  const asked = inputsOf('scores.recompute');
  expect(asked).toHaveLength(2);
  expect(asked.every(({ reason }) => reason === undefined)).toBe(true);
});

test('nothing is taken further when nobody looks any longer', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(page(job())),
    'scores.recompute': async () => {
      store.close();
      return ok(job({ done: 200 }));
    },
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(inputsOf('scores.recompute')).toHaveLength(1);
});

test('an order that failed stays one when it is sent again; the next one is another', async () => {
  let broken = true;
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(page(null)),
    'scores.recompute': () => (broken ? failed('unavailable') : ok(job({ state: 'finished' }))),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(await store.order('wci-14.2', '方案换版')).toBe(false);
  expect(store.ordered.error).not.toBeNull();
  broken = false;
  expect(await store.order('wci-14.2', '方案换版')).toBe(true);
  expect(shownJob(store)).toMatchObject({ state: 'finished' });
  await store.order('wci-14.2', '再来一次');
  const keys = inputsOf('scores.recompute').map(({ requestKey }) => requestKey);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[1]);
});

test('a call that fails stops the work and says so; opening goes on', async () => {
  const answers = [failed('unavailable'), ok(job({ state: 'finished' }))];
  const { cloud } = fakeCloud({
    'scores.recomputations': () => ok(page(job())),
    'scores.recompute': () => answers.shift() ?? failed('unavailable'),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(store.work.error).not.toBeNull();
  expect(shownJob(store)).toMatchObject({ state: 'running' });
  await store.open();
  await settled();
  expect(store.work.error).toBeNull();
  expect(shownJob(store)).toMatchObject({ state: 'finished' });
});

test('one that the timer has finished meanwhile is shown as finished, without a complaint', async () => {
  const pages = [page(job()), page(job({ state: 'finished' }))];
  const { cloud } = fakeCloud({
    'scores.recomputations': () => ok(pages.shift() ?? page(null)),
    'scores.recompute': () => failed('invalid', { reason: '请写明原因' }),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(store.work.error).toBeNull();
  expect(shownJob(store)).toMatchObject({ state: 'finished' });
});

test('one is ordered while another is taken further; a refused order lets that go on', async () => {
  const finish: (() => void)[] = [];
  const { cloud } = fakeCloud({
    'scores.recomputations': () => ok(page(job())),
    'scores.recompute': async ({ scheme, reason }) => {
      if (reason === '') return failed('invalid', { reason: '请写明原因' });
      if (reason) return ok(job({ scheme, version: '1.0' }));
      await new Promise<void>((done) => finish.push(done));
      return ok(
        job({ scheme, version: scheme === 'wci-14.2' ? 'V14.2' : '1.0', state: 'finished' }),
      );
    },
  });
  const store = new RecomputationsStore(cloud);
  void store.open();
  await settled();
  expect(store.ordered.loading).toBe(false);
  expect(await store.order('zhengwei-1', '')).toBe(false);
  expect(await store.order('zhengwei-1', '换版')).toBe(true);
  for (let step = 0; step < 3; step += 1) {
    for (const done of finish.splice(0)) done();
    await settled();
  }
  expect(store.page.value?.schemes.map(({ recomputation }) => recomputation?.state)).toEqual([
    'finished',
    'finished',
  ]);
});

const reason = '参照值有误';
const stopped = { at: '2026-11-20T00:01:00.000Z', reason };

test('one is called off while it is taken further, and is not begun anew', async () => {
  const finish: (() => void)[] = [];
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(page(job())),
    'scores.recompute': async () => {
      await new Promise<void>((done) => finish.push(done));
      return ok(job({ done: 200 }));
    },
    'scores.stopRecomputation': () => ok(job({ done: 150, state: 'stopped', stopped })),
  });
  const store = new RecomputationsStore(cloud);
  void store.open();
  await settled();
  expect(await store.stop('wci-14.2', reason)).toBe(true);
  for (const done of finish.splice(0)) done();
  await settled();
  expect(shownJob(store)).toMatchObject({ state: 'stopped', done: 150, stopped: { reason } });
  expect(inputsOf('scores.recompute')).toHaveLength(1);
});

test('one that is stopping is taken on until its scores are counted', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(page(job({ state: 'stopping', stopped }))),
    'scores.recompute': () => ok(job({ state: 'stopped', stopped })),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(shownJob(store)).toMatchObject({ state: 'stopped' });
  expect(inputsOf('scores.recompute')).toHaveLength(1);
});

test('calling off that failed stays one when it is sent again; a refused one shows how it stands', async () => {
  const pages = [page(job()), page(job({ state: 'finished' }))];
  const answers = [failed('unavailable'), failed('conflict')];
  const { cloud, inputsOf } = fakeCloud({
    'scores.recomputations': () => ok(pages.shift() ?? page(null)),
    'scores.recompute': () => failed('unavailable'),
    'scores.stopRecomputation': () => answers.shift() ?? ok(job({ state: 'stopped', stopped })),
  });
  const store = new RecomputationsStore(cloud);
  await store.open();
  expect(await store.stop('wci-14.2', reason)).toBe(false);
  expect(await store.stop('wci-14.2', reason)).toBe(false);
  expect(shownJob(store)).toMatchObject({ state: 'finished' });
  expect(store.stopped.error?.code).toBe('conflict');
  await store.stop('wci-14.2', '换一个说法');
  const keys = inputsOf('scores.stopRecomputation').map(({ requestKey }) => requestKey);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
});
