import { randomUUID } from 'node:crypto';
import type { FeedbackInput } from '../../../typings/feedback';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([madeAccount('busy'), madeAccount('quiet')]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-busy' });
  await cloud.grant('other', 'staff', { kind: 'agency', agencyId: 'agency-quiet' });
});
afterAll(() => cloud.close());

const good: FeedbackInput = { ratings: { worth: 'good' } };

const answer = (person: string, accountId = 'busy', input: FeedbackInput = good) =>
  cloud.call(person, 'feedback.answer', { accountId, answer: input });
const card = (person: string, accountId: string) =>
  cloud.call(person, 'feedback.card', { accountId });

test('shown from 20 answers on, with intervals; what breaks the rules of the platform never', async () => {
  await answer(randomUUID(), 'busy', { ...good, comment: '希望多发活动' });
  const people = Array.from({ length: 18 }, () => randomUUID());
  for (const person of people) await answer(person);
  const summary = async (by = 'staff') => cloud.call(by, 'feedback.summary', { accountId: 'busy' });
  expect(await summary()).toMatchObject({
    ok: true,
    data: { summary: { answers: 19, aspects: null, satisfied: null, comments: [] } },
  });
  const poor: FeedbackInput = { ratings: { worth: 'poor' }, comment: '这是测试违规的话' };
  expect(await answer(randomUUID(), 'busy', poor)).toMatchObject({
    ok: true,
    data: { comment: 'refused' },
  });
  const shown = await summary();
  expect(shown).toMatchObject({
    ok: true,
    data: {
      summary: {
        answers: 20,
        aspects: { worth: { count: 19, of: 20 }, interest: null },
        satisfied: { share: 0.95, low: expect.any(Number), high: expect.any(Number) },
        comments: ['希望多发活动'],
      },
      pending: 0,
    },
  });
  expect(shown.ok && shown.data.weeks.at(-1)).toMatchObject({ answers: 20 });
  expect(await card('anyone', 'busy')).toMatchObject({ ok: true, data: { satisfied: { of: 20 } } });
  expect(await summary('other')).toMatchObject({ error: { code: 'not-found' } });
});

test('what citizens answer stands in the form of the month, and yields to the agency’s own figure', async () => {
  const period = monthBefore(0);
  const form = await cloud.call('staff', 'submissions.form', { accountId: 'busy', period });
  const field = form.ok && form.data.fields.find(({ metric }) => metric === 'satisfactionAnswers');
  expect(field).toMatchObject({ current: 20 });
  const submit = (given: object, basedOnRevision: number) =>
    cloud.call('staff', 'submissions.submit', {
      requestKey: randomUUID(),
      accountId: 'busy',
      period,
      fileIds: [],
      form: { articles: 12, ...given },
      basedOnRevision,
      reason: '测试',
    });
  const figures = async () => {
    const history = await cloud.call('staff', 'submissions.history', { accountId: 'busy', period });
    return history.ok ? history.data.revisions[0]?.figures : null;
  };
  expect(await submit({ satisfactionAnswers: 20, satisfied: 19 }, 0)).toMatchObject({ ok: true });
  expect(await figures()).toMatchObject({
    satisfactionAnswers: { value: 20, source: 'api' },
    satisfied: { value: 19, source: 'api' },
  });
  expect(await submit({ satisfactionAnswers: 300, satisfied: 240 }, 1)).toMatchObject({ ok: true });
  expect(await figures()).toMatchObject({ satisfactionAnswers: { value: 300, source: 'form' } });
});

test('the code is a picture whose scene is the account', async () => {
  const code = await cloud.call('staff', 'feedback.code', { accountId: 'busy' });
  if (!code.ok) throw new Error(code.error.message);
  const bytes = Buffer.from(await (await fetch(code.data.url)).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const refused = await cloud.call('other', 'feedback.code', { accountId: 'busy' });
  expect(refused).toMatchObject({ error: { code: 'not-found' } });
});
