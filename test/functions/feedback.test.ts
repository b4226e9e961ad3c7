import { randomUUID } from 'node:crypto';
import type { FeedbackInput } from '../../typings/feedback';
import { startTestCloud, type TestCloud } from './support/cloud';
import { dayOf, followersExport, monthBefore, notifiedExport } from './support/exports';
import { madeAccount } from './support/sample';

const accounts = ['busy', 'quiet', 'flooded', 'waiting'].map((id) => madeAccount(id));
const closed = madeAccount('closed', { status: 'closed', closedOn: '2026-01-01' });

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([...accounts, closed]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-busy' });
  await cloud.grant('other', 'staff', { kind: 'agency', agencyId: 'agency-quiet' });
});
afterAll(() => cloud.close());

const good: FeedbackInput = { ratings: { worth: 'good' } };

const answer = (person: string, accountId = 'busy', input: FeedbackInput = good) =>
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

test('an answer without anything in it, or with an unknown word, is refused', async () => {
  expect(await answer('x', 'quiet', { ratings: {} })).toMatchObject({ error: { code: 'invalid' } });
  const odd = { ratings: { worth: 'superb' } } as unknown as FeedbackInput;
  expect(await answer('x', 'quiet', odd)).toMatchObject({ error: { code: 'invalid' } });
});

test('shown from 20 answers on, with intervals; what breaks the rules of the platform never', async () => {
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

test('a sentence that could not be checked waits, is checked by a timer, and is forgotten when late', async () => {
  const sentAt = new Date().toISOString();
  await answer('writer', 'waiting', { ...good, comment: '等会儿再看' });
  const waiting = async () => cloud.documents('feedback-comments', { accountId: 'waiting' });
  const [kept] = await waiting();
  const { sealed } = await import('../../cloudfunctions/platform/identity');
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

test('the code is a picture whose scene is the account', async () => {
  const code = await cloud.call('staff', 'feedback.code', { accountId: 'busy' });
  if (!code.ok) throw new Error(code.error.message);
  const bytes = Buffer.from(await (await fetch(code.data.url)).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const refused = await cloud.call('other', 'feedback.code', { accountId: 'busy' });
  expect(refused).toMatchObject({ error: { code: 'not-found' } });
});

describe('unfollow peaks', () => {
  const month = monthBefore(1);
  const losses = Array.from({ length: 25 }, (_, index) => (index === 20 ? 60 : 6 + (index % 4)));
  const followers = losses.map((_, index) => 20_000 + 4 * index);
  const file = async (accountId: string, ...files: Uint8Array[]) => {
    const fileIds = await Promise.all(
      files.map((bytes) => cloud.upload(`intake/${randomUUID()}.xls`, bytes)),
    );
    return cloud.call('filer', 'submissions.submit', {
      requestKey: randomUUID(),
      accountId,
      period: month,
      fileIds,
      form: {},
      basedOnRevision: 0,
    });
  };
  const unfollows = async (accountId: string) => {
    const report = await cloud.call('filer', 'feedback.summary', { accountId });
    if (!report.ok) throw new Error(report.error.message);
    return report.data.unfollows;
  };

  beforeAll(async () => {
    const agency = { id: 'agency-peaks' };
    const made = ['listed', 'unlisted', 'uncounted'].map((id) => madeAccount(id, { agency }));
    await cloud.addAccounts(made);
    await cloud.grant('filer', 'staff', { kind: 'agency', agencyId: 'agency-peaks' });
  });

  test('are found in the file of 用户增长, with the posts before them as a hint', async () => {
    const reads = Array.from({ length: 22 }, () => 500);
    const exported = followersExport(month, followers, losses);
    expect(await file('listed', exported, notifiedExport(month, reads))).toMatchObject({
      ok: true,
    });
    const found = await unfollows('listed');
    expect(found?.days).toHaveLength(25);
    expect(found?.peaks).toMatchObject([
      {
        day: dayOf(month, 21),
        lostFollowers: 60,
        postsBefore: [{ title: '第 20 篇' }, { title: '第 21 篇' }],
        text: expect.stringContaining('不代表因果'),
      },
    ]);
  });

  test('without a list of posts say that what came before is not known', async () => {
    await file('unlisted', followersExport(month, followers, losses));
    const found = await unfollows('unlisted');
    expect(found?.peaks).toMatchObject([
      { postsBefore: [], text: expect.stringContaining('没有导入文章清单') },
    ]);
  });

  test('are not spoken of where no file counts by day', async () => {
    await file('uncounted', notifiedExport(month, [500]));
    expect(await unfollows('uncounted')).toBeNull();
  });
});
