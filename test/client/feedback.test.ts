import { FeedbackStore } from '../../client/stores/feedback';
import type { FeedbackCard } from '../../typings/feedback';
import { failed, fakeCloud, ok } from './fakes';

const card = (changes: Partial<FeedbackCard> = {}): FeedbackCard => ({
  accountId: 'a',
  name: '账号',
  agency: '某办公室',
  sample: false,
  articlesPerWeek: 7,
  lastPublished: '2026-11-24',
  workingServiceEntries: null,
  replyShare: null,
  satisfied: null,
  answeredThisWeek: false,
  closedOn: null,
  ...changes,
});

it('sends what was tapped, and nothing that was not', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'feedback.card': () => ok(card()),
    'feedback.answer': () => ok({ comment: 'none' }),
  });
  const store = new FeedbackStore(cloud);
  await store.open('a');
  expect(store.isEmpty).toBe(true);
  await store.send();
  store.rate('worth', 'good');
  store.rate('interest', 'poor');
  store.rate('interest', 'poor');
  store.write('   ');
  await store.send();
  expect(inputsOf('feedback.answer')).toEqual([
    { accountId: 'a', answer: { ratings: { worth: 'good' } } },
  ]);
  expect(store.isDone).toBe(true);
});

it('keeps what was tapped when the sentence is refused, and lets it be mended', async () => {
  let taken = false;
  const { cloud } = fakeCloud({
    'feedback.card': () => ok(card()),
    'feedback.answer': () => (taken ? ok({ comment: 'pending' }) : failed('invalid')),
  });
  const store = new FeedbackStore(cloud);
  await store.open('a');
  store.serve('finished');
  store.write('打我电话 13800138000');
  await store.send();
  expect(store.isDone).toBe(false);
  expect(store.service).toBe('finished');
  store.write('很好');
  expect(store.sent.error).toBeNull();
  taken = true;
  await store.send();
  expect(store.sent.value?.comment).toBe('pending');
});

it('thanks whoever has answered already this week, also when the network lost the first answer', async () => {
  let answered = false;
  const { cloud } = fakeCloud({
    'feedback.card': () => ok(card({ answeredThisWeek: answered })),
    'feedback.answer': () => {
      answered = true;
      return failed('conflict');
    },
  });
  const store = new FeedbackStore(cloud);
  await store.open('a');
  store.rate('worth', 'fair');
  await store.send();
  expect(store.isDone).toBe(true);
});

it('sends once while the first is under way', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'feedback.card': () => ok(card()),
    'feedback.answer': () => ok({ comment: 'none' }),
  });
  const store = new FeedbackStore(cloud);
  await store.open('a');
  store.rate('worth', 'good');
  await Promise.all([store.send(), store.send()]);
  expect(inputsOf('feedback.answer')).toHaveLength(1);
});

it('forgets what was tapped for another account', async () => {
  const { cloud } = fakeCloud({ 'feedback.card': ({ accountId }) => ok(card({ accountId })) });
  const store = new FeedbackStore(cloud);
  await store.open('a');
  store.rate('worth', 'good');
  await store.open('a');
  expect(store.isEmpty).toBe(false);
  await store.open('b');
  expect(store.isEmpty).toBe(true);
});
