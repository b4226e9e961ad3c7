import { randomUUID } from 'node:crypto';
import type { FeedbackInput } from '../../../typings/feedback';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

const closed = madeAccount('closed', { status: 'closed', closedOn: '2026-01-01' });

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([madeAccount('quiet'), madeAccount('flooded'), closed]);
});
afterAll(() => cloud.close());

const good: FeedbackInput = { ratings: { worth: 'good' } };

const answer = (person: string, accountId: string, input: FeedbackInput = good) =>
  cloud.call(person, 'feedback.answer', { accountId, answer: input });
const card = (person: string, accountId: string) =>
  cloud.call(person, 'feedback.card', { accountId });

test('anyone is shown the card of an account, and of one that is not there nothing', async () => {
  expect(await card('anyone', 'quiet')).toMatchObject({
    ok: true,
    data: { satisfied: null, replyShare: null, answeredThisWeek: false, closedOn: null },
  });
  expect(await card('anyone', 'nowhere')).toMatchObject({ error: { code: 'not-found' } });
  expect(await cloud.call(null, 'feedback.card', { accountId: 'quiet' })).toMatchObject({
    error: { code: 'unauthenticated' },
  });
});

test('one answer a person a week: of several at once one is kept', async () => {
  const person = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => answer(person, 'quiet')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const refused of answers.filter(({ ok }) => !ok)) {
    expect(refused).toMatchObject({ error: { code: 'conflict' } });
  }
  const days = await cloud.documents('feedback-days', { accountId: 'quiet' });
  expect(days.map((day) => day.answers)).toEqual([1]);
  expect(await card(person, 'quiet')).toMatchObject({ ok: true, data: { answeredThisWeek: true } });
});

test('a closed account takes no answers', async () => {
  expect(await card('anyone', 'closed')).toMatchObject({
    ok: true,
    data: { closedOn: '2026-01-01' },
  });
  expect(await answer('anyone', 'closed')).toMatchObject({ error: { code: 'conflict' } });
});

test('a flood from one scanner is stopped after ten accounts a day', async () => {
  const many = Array.from({ length: 11 }, (_, index) => madeAccount(`crowd-${index}`));
  await cloud.addAccounts(many);
  const person = randomUUID();
  const codes: (string | null)[] = [];
  for (const { id } of many) {
    const taken = await answer(person, id);
    codes.push(taken.ok ? null : taken.error.code);
  }
  expect(codes).toEqual([...Array.from({ length: 10 }, () => null), 'rate-limited']);
});

test('an account takes no more than a queue at a counter gives in an hour', async () => {
  await answer(randomUUID(), 'flooded');
  const counters = await cloud.documents('feedback-counters', {});
  for (const { _id } of counters) {
    if (String(_id).startsWith('account:')) {
      await cloud.change('feedback-counters', { _id }, { count: 300 });
    }
  }
  expect(await answer(randomUUID(), 'flooded')).toMatchObject({ error: { code: 'rate-limited' } });
  await cloud.remove('feedback-counters', {});
});

test('an answer without anything in it, or with an unknown word, is refused', async () => {
  expect(await answer('x', 'quiet', { ratings: {} })).toMatchObject({ error: { code: 'invalid' } });
  const odd = { ratings: { worth: 'superb' } } as unknown as FeedbackInput;
  expect(await answer('x', 'quiet', odd)).toMatchObject({ error: { code: 'invalid' } });
});
