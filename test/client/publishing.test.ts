import { PublishingStore } from '../../client/stores/publishing';
import type { BoardQuery, Leaderboard, LeftOut } from '../../typings/leaderboards';
import { failed, fakeCloud, ok } from './fakes';

const query: BoardQuery = {
  scheme: 'zhengwei-1',
  period: '2026-10',
  measure: 'index',
  regionPrefix: '35',
};
const board = (changes: Partial<Leaderboard> = {}): Leaderboard => ({
  ...query,
  title: '福建省 2026年10月传播指数榜',
  schemeName: '政微传播指数',
  schemeVersion: '1',
  purpose: 'research',
  notice: '仅供研究参考，不作考核依据',
  cutOff: '2026-11-02T00:00:00Z',
  size: 3,
  sample: false,
  id: 'b1',
  state: 'collected',
  use: 'reference',
  number: null,
  publisher: '福建省',
  publishedAt: null,
  looked: 3,
  leftOut: { 'under-review': 1, 'not-filed': 1 },
  checksum: null,
  open: false,
  errata: 0,
  ...changes,
});
const omitted = (accountId: string, reason: LeftOut['reason']): LeftOut => ({
  accountId,
  name: `账号${accountId}`,
  agency: '某局',
  reason,
  text: '原因',
});

it('calls until the board stands, then shows who is left out', async () => {
  let looked = 0;
  const { cloud, inputsOf } = fakeCloud({
    'leaderboards.prepare': () => ok(board({ state: 'collecting' })),
    'leaderboards.continue': () => {
      looked += 1;
      return ok(board({ state: looked < 3 ? 'collecting' : 'collected' }));
    },
    'leaderboards.leftOut': () => ok({ items: [omitted('7', 'not-filed')], next: null }),
    'leaderboards.publish': () => ok(board({ state: 'published', number: 3 })),
  });
  const store = new PublishingStore(cloud);
  await store.prepare(query, 'reference');
  expect(inputsOf('leaderboards.continue')).toHaveLength(3);
  expect(store.draft.value?.state).toBe('collected');
  expect(store.leftOut.rows.map(({ accountId }) => accountId)).toEqual(['7']);
  await store.publish();
  expect(store.draft.value).toMatchObject({ state: 'published', number: 3 });
});

it('sends the same key again after a broken answer', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'leaderboards.continue': () => ok(board()),
    'leaderboards.leftOut': () => ok({ items: [], next: null }),
    'leaderboards.publish': () => failed('unavailable'),
  });
  const store = new PublishingStore(cloud);
  await store.open('b1');
  await store.publish();
  await store.publish();
  const [first, second] = inputsOf('leaderboards.publish');
  expect(first?.requestKey).toBe(second?.requestKey);
  expect(store.confirming.error?.code).toBe('unavailable');
  expect(store.draft.value?.state).toBe('collected');
});

it('shows the board that someone else published first, and says that it was not published twice', async () => {
  let published = false;
  const { cloud } = fakeCloud({
    'leaderboards.continue': () =>
      ok(published ? board({ state: 'published', number: 3 }) : board()),
    'leaderboards.leftOut': () => ok({ items: [], next: null }),
    'leaderboards.publish': () => {
      published = true;
      return failed('conflict');
    },
  });
  const store = new PublishingStore(cloud);
  await store.open('b1');
  await store.publish();
  expect(store.confirming.error?.code).toBe('conflict');
  expect(store.draft.value).toMatchObject({ state: 'published', number: 3 });
});

it('no longer shows a board that someone else withdrew meanwhile', async () => {
  let withdrawn = false;
  const { cloud } = fakeCloud({
    'leaderboards.continue': () => (withdrawn ? failed('not-found') : ok(board())),
    'leaderboards.leftOut': () => ok({ items: [], next: null }),
    'leaderboards.publish': () => {
      withdrawn = true;
      return failed('not-found');
    },
  });
  const store = new PublishingStore(cloud);
  await store.open('b1');
  await store.publish();
  expect([store.draft.value, store.draft.error?.code]).toEqual([null, 'not-found']);
});

it('keeps a draft that could not be taken away, and says why', async () => {
  const { cloud } = fakeCloud({
    'leaderboards.continue': () => ok(board()),
    'leaderboards.leftOut': () => ok({ items: [], next: null }),
    'leaderboards.discard': () => failed('conflict'),
  });
  const store = new PublishingStore(cloud);
  await store.open('b1');
  expect(await store.discard()).toBe(false);
  expect(store.discarding.error?.code).toBe('conflict');
  expect(store.draft.value?.id).toBe('b1');
});

it('brings the flags of a doubtful account as of the period of its board', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'leaderboards.continue': () => ok(board()),
    'leaderboards.leftOut': () => ok({ items: [], next: null }),
    'scores.overview': () => failed('unavailable'),
  });
  const store = new PublishingStore(cloud);
  await store.look('7');
  expect(inputsOf('scores.overview')).toEqual([]);
  await store.open('b1');
  await store.look('7');
  expect(inputsOf('scores.overview')).toEqual([
    { accountId: '7', period: '2026-10', scheme: 'zhengwei-1' },
  ]);
  expect(store.looked.error?.code).toBe('unavailable');
  store.leave();
  expect(store.looked.error).toBeNull();
});

it('has doubts looked at, and freezes the same board anew for them to count', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'leaderboards.continue': () => ok(board({ use: 'assessment' })),
    'leaderboards.leftOut': ({ reason }) =>
      ok({ items: [omitted('7', reason ?? 'not-filed')], next: null }),
    'leaderboards.review': ({ verdict }) => ok({ verdict }),
    'leaderboards.discard': () => ok({ discarded: true }),
    'leaderboards.prepare': () => ok(board({ id: 'b2' })),
  });
  const store = new PublishingStore(cloud);
  await store.open('b1');
  await store.show('under-review');
  expect(await store.review('7', 'accepted', '已核实')).toBe(true);
  expect(store.verdicts.get('7')).toBe('accepted');
  expect(inputsOf('leaderboards.review')).toMatchObject([
    {
      accountId: '7',
      period: '2026-10',
      scheme: 'zhengwei-1',
      verdict: 'accepted',
      note: '已核实',
    },
  ]);
  await store.startOver();
  expect(inputsOf('leaderboards.prepare')).toMatchObject([{ ...query, use: 'assessment' }]);
  expect([store.draft.value?.id, store.verdicts.size, store.reason]).toEqual(['b2', 0, null]);
});
