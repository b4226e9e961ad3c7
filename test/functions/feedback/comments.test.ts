import { randomUUID } from 'node:crypto';
import type { FeedbackInput } from '../../../typings/feedback';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([...['busy', 'quiet', 'waiting'].map((id) => madeAccount(id))]);
});
afterAll(() => cloud.close());

const good: FeedbackInput = { ratings: { worth: 'good' } };

const answer = (person: string, accountId: string, input: FeedbackInput = good) =>
  cloud.call(person, 'feedback.answer', { accountId, answer: input });

test('nothing of a person stays: no openid, no common key, no audit row, no sentence beside', async () => {
  const person = `person-${randomUUID()}`;
  await answer(person, 'quiet', { ...good, comment: '办得很快' });
  await answer(person, 'busy', { ...good, comment: '希望多发活动' });
  const kept = await Promise.all(
    (
      [
        'feedback-answers',
        'feedback-days',
        'feedback-counters',
        'feedback-comments',
        'audit',
      ] as const
    ).map((name) => cloud.documents(name, {})),
  );
  expect(JSON.stringify(kept)).not.toContain(person);
  expect(JSON.stringify(kept.at(-1))).not.toContain('feedback.answer"');
  const answers = kept[0] ?? [];
  expect(JSON.stringify(answers)).not.toContain('办得很快');
  expect(new Set(answers.map(({ _id }) => _id)).size).toBe(answers.length);
  const comments = kept[3] ?? [];
  expect(comments.map(({ author }) => author)).toEqual([null, null]);
});

test.each([
  ['a link', '请看 https://example.com', 'invalid'],
  ['a telephone number', '打 13800138000', 'invalid'],
  ['markup', '<b>好</b>', 'invalid'],
  ['2501 characters', '好'.repeat(2501), 'too-large'],
])('a sentence with %s is refused, and the answer can be sent again', async (_, comment, code) => {
  const person = randomUUID();
  expect(await answer(person, 'quiet', { ...good, comment })).toMatchObject({ error: { code } });
  expect((await answer(person, 'quiet')).ok).toBe(true);
});

test('a sentence that could not be checked waits, is checked by a timer, and is forgotten when late', async () => {
  const sentAt = new Date().toISOString();
  await answer('writer', 'waiting', { ...good, comment: '等会儿再看' });
  const waiting = async () => cloud.documents('feedback-comments', { accountId: 'waiting' });
  const [kept] = await waiting();
  const { sealed } = await import('../../../cloudfunctions/platform/identity');
  await cloud.change(
    'feedback-comments',
    { _id: kept?._id },
    { state: 'pending', author: sealed('writer'), sentAt },
  );
  await cloud.passHours(1);
  expect(await waiting()).toMatchObject([{ state: 'passed', author: null }]);
  const late = new Date(Date.now() - 3 * 3_600_000).toISOString();
  await cloud.change(
    'feedback-comments',
    { _id: kept?._id },
    { state: 'pending', author: sealed('writer'), sentAt: late },
  );
  await cloud.passHours(1);
  expect(await waiting()).toEqual([]);
});

test.each([
  ['is busy', '这是测试繁忙的一句'],
  ['does not answer', '这是测试超时的一句'],
])('while the content check %s the answer is kept and its sentence is held', async (_, comment) => {
  const { id } = madeAccount(`held-${randomUUID().slice(0, 8)}`);
  await cloud.addAccounts([madeAccount(id)]);
  const asked = Date.now();
  const sent = await answer(randomUUID(), id, { ...good, comment });
  expect(sent).toEqual({ ok: true, data: { comment: 'pending' } });
  expect(Date.now() - asked).toBeLessThan(6000);
  expect(await cloud.documents('feedback-days', { accountId: id })).toMatchObject([{ answers: 1 }]);
  const held = await cloud.documents('feedback-comments', { accountId: id });
  expect(held).toMatchObject([{ state: 'pending', author: expect.any(String) }]);
  await cloud.remove('feedback-comments', { accountId: id });
});
