import { randomUUID } from 'node:crypto';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

jest.setTimeout(120_000);

const crowd = 40;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([madeAccount('hall')]);
});
afterAll(() => cloud.close());

const answer = () =>
  cloud.call(randomUUID(), 'feedback.answer', {
    accountId: 'hall',
    answer: { ratings: { worth: 'good' } },
  });

async function tallied(): Promise<unknown[]> {
  const days = await cloud.documents('feedback-days', { accountId: 'hall' });
  return days.map(({ answers }) => answers);
}

test('a hall of people that answer on one account at the same moment are all taken, and counted', async () => {
  const answers = await Promise.all(Array.from({ length: crowd }, answer));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  await cloud.passHours(1);
  expect(await tallied()).toEqual([crowd]);
  const counters = await cloud.documents('feedback-counters', {});
  const onAccount = counters.filter(({ _id }) => String(_id).startsWith('account:'));
  expect(onAccount.map(({ count }) => count)).toEqual([crowd]);
});

test('an answer that an ended call left uncounted is counted once, by the timer', async () => {
  const [one] = await cloud.documents('feedback-answers', { accountId: 'hall' });
  await cloud.change('feedback-answers', { _id: one?._id }, { counted: false });
  await cloud.passHours(1);
  expect(await tallied()).toEqual([crowd + 1]);
  await cloud.passHours(1);
  expect(await tallied()).toEqual([crowd + 1]);
});
