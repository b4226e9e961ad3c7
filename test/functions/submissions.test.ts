import { randomUUID } from 'node:crypto';
import type { SubmissionInput } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { followersExport, monthBefore, notifiedExport } from './support/exports';
import { madeAccount } from './support/sample';
import { badFiles } from './workbooks/bad-files';

const month = monthBefore(1);
const reads = [1510, 360, 2200, 900, 1340];
/** What the two files cannot give. */
const form: SubmissionInput['form'] = {
  likes: 60,
  maxLikes: 30,
  headlineLikes: 60,
  wows: 40,
  maxWows: 20,
  headlineWows: 40,
  comments: 20,
  replies: 18,
  medianReplyHours: 5,
  messages: 30,
  messageReplies: 27,
  workingServiceEntries: 3,
  serviceUses: 400,
  serviceCompletions: 300,
};

let cloud: TestCloud;
let fileIds: string[];

beforeAll(async () => {
  cloud = await startTestCloud();
  fileIds = await Promise.all([
    cloud.upload('intake/notified.xls', notifiedExport(month, reads)),
    cloud.upload('intake/followers.xls', followersExport(month, [20_000, 20_008])),
  ]);
});
afterAll(() => cloud.close());

/** An account of its own with two people on its staff. */
async function newAccount(): Promise<{ accountId: string; staff: string; colleague: string }> {
  const accountId = `a${randomUUID().slice(0, 8)}`;
  await cloud.addAccounts([madeAccount(accountId)]);
  const [staff, colleague] = [`${accountId}-staff`, `${accountId}-colleague`];
  for (const openid of [staff, colleague]) {
    await cloud.grant(openid, 'staff', { kind: 'agency', agencyId: `agency-${accountId}` });
  }
  return { accountId, staff, colleague };
}

function submission(accountId: string, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  const requestKey = randomUUID();
  return { requestKey, accountId, period: month, fileIds, form, basedOnRevision: 0, ...changes };
}

test('a file and a form become a submission, a score and an overview', async () => {
  const { accountId, staff } = await newAccount();
  const preview = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds,
  });
  expect(preview).toMatchObject({
    ok: true,
    data: {
      figures: {
        reads: { value: 6310, measure: 'times', source: 'file' },
        maxReads: { value: 2200 },
        articles: { value: 5 },
        followers: { value: 20_008 },
      },
      unchanged: false,
      basedOnRevision: 0,
    },
  });
  const asked = preview.ok ? preview.data.form.map(({ metric }) => metric) : [];
  expect(asked).toContain('likes');
  expect(asked).not.toContain('reads');

  const receipt = await cloud.call(staff, 'submissions.submit', submission(accountId));
  expect(receipt).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  const index = receipt.ok ? receipt.data.communicationIndex : null;
  expect(index).toBeGreaterThan(0);

  const overview = await cloud.call(staff, 'scores.overview', { accountId });
  expect(overview).toMatchObject({
    ok: true,
    data: {
      period: month,
      periods: [month],
      score: { value: index, submissionRevision: 1, revision: 1, scheme: 'zhengwei-1' },
      previous: null,
      trend: [{ period: month, value: index }],
      freshness: { lastPublished: `${month}-05` },
    },
  });
});

test('the same file and form again change nothing and say so', async () => {
  const { accountId, staff } = await newAccount();
  const first = await cloud.call(staff, 'submissions.submit', submission(accountId));
  const again = submission(accountId, { basedOnRevision: 1 });
  const second = await cloud.call(staff, 'submissions.submit', again);

  expect(first).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  expect(second).toMatchObject({ ok: true, data: { revision: 1, unchanged: true } });
  const preview = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds,
  });
  expect(preview).toMatchObject({ ok: true, data: { unchanged: true, basedOnRevision: 1 } });
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  expect(history).toMatchObject({ ok: true, data: { revisions: [{ revision: 1 }] } });
});

test('a request key sent again, later or at once, is stored once and answered alike', async () => {
  const { accountId, staff } = await newAccount();
  const input = submission(accountId);
  const answers = await Promise.all(
    [1, 2, 3].map(() => cloud.call(staff, 'submissions.submit', input)),
  );
  answers.push(await cloud.call(staff, 'submissions.submit', input));

  expect(answers[0]).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  expect(history.ok && history.data.revisions).toHaveLength(1);
});

test('a request key with another content is a conflict', async () => {
  const { accountId, staff } = await newAccount();
  const input = submission(accountId);
  await cloud.call(staff, 'submissions.submit', input);
  const other = { ...input, form: { ...form, likes: 61 } };
  expect(await cloud.call(staff, 'submissions.submit', other)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('of two people submitting at once one wins, the other is told, and nothing is lost', async () => {
  const { accountId, staff, colleague } = await newAccount();
  const [one, other] = [staff, colleague].map((openid, index) =>
    cloud.call(
      openid,
      'submissions.submit',
      submission(accountId, { form: { ...form, likes: 70 + index } }),
    ),
  );
  const answers = await Promise.all([one, other]);

  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const told = answers.find((answer) => !answer?.ok);
  expect(told).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  const winner = answers[0]?.ok ? 70 : 71;
  expect(history).toMatchObject({
    ok: true,
    data: { revisions: [{ revision: 1, figures: { likes: { value: winner } } }] },
  });
});

test('a correction needs a reason, adds a revision and keeps the one before', async () => {
  const { accountId, staff } = await newAccount();
  await cloud.call(staff, 'submissions.submit', submission(accountId));
  const corrected = { fileIds: [], form: { likes: 90 }, basedOnRevision: 1 };

  const unexplained = await cloud.call(
    staff,
    'submissions.submit',
    submission(accountId, corrected),
  );
  expect(unexplained).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });

  const explained = submission(accountId, { ...corrected, reason: '点赞漏数了一篇' });
  expect(await cloud.call(staff, 'submissions.submit', explained)).toMatchObject({
    ok: true,
    data: { revision: 2, unchanged: false },
  });
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  expect(history).toMatchObject({
    ok: true,
    data: {
      revisions: [
        {
          revision: 2,
          reason: '点赞漏数了一篇',
          figures: { likes: { value: 90, source: 'form' }, reads: { value: 6310, source: 'file' } },
          items: reads.map(() => ({ headline: true })),
        },
        { revision: 1, figures: { likes: { value: 60 } } },
      ],
    },
  });
  const scheme = 'zhengwei-1';
  const old = await cloud.call(staff, 'scores.revision', {
    accountId,
    period: month,
    scheme,
    revision: 1,
  });
  const detail = await cloud.call(staff, 'scores.detail', { accountId });
  expect(old).toMatchObject({ ok: true, data: { revision: 1, submissionRevision: 1 } });
  expect(detail).toMatchObject({
    ok: true,
    data: {
      score: { revision: 2, reason: '点赞漏数了一篇' },
      revisions: [{ revision: 2 }, { revision: 1 }],
    },
  });
});

test('figures that cannot be true together name the field and store nothing', async () => {
  const { accountId, staff } = await newAccount();
  const input = submission(accountId, { form: { ...form, replies: 21 } });
  expect(await cloud.call(staff, 'submissions.submit', input)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { replies: expect.any(String) } },
  });
  expect(await cloud.call(staff, 'submissions.form', { accountId, period: month })).toMatchObject({
    ok: true,
    data: { revision: 0 },
  });
});

test('a form field that contradicts a file is refused', async () => {
  const { accountId, staff } = await newAccount();
  const input = submission(accountId, { form: { ...form, reads: 9999 } });
  expect(await cloud.call(staff, 'submissions.submit', input)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reads: expect.stringContaining('6310') } },
  });
});

test("another account's file is told before anything is stored", async () => {
  const { accountId, staff } = await newAccount();
  await cloud.call(staff, 'submissions.submit', submission(accountId));
  const foreign = await cloud.upload('intake/foreign.xls', notifiedExport(month, reads, 'MzB7'));
  const preview = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds: [foreign],
  });
  expect(preview).toMatchObject({
    ok: true,
    data: {
      conflicts: expect.arrayContaining([expect.objectContaining({ kind: 'other-account' })]),
    },
  });
});

test('a file of another period says that nothing of it counts', async () => {
  const { accountId, staff } = await newAccount();
  const answer = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: monthBefore(2),
    fileIds,
  });
  expect(answer).toMatchObject({
    ok: true,
    data: {
      conflicts: expect.arrayContaining([expect.objectContaining({ kind: 'outside-period' })]),
    },
  });
});

test('files whose days overlap say so, with what they change', async () => {
  const { accountId, staff } = await newAccount();
  await cloud.call(staff, 'submissions.submit', submission(accountId));
  const followers = [20_000, 20_008, 20_020];
  const longer = await cloud.upload('intake/longer.xls', followersExport(month, followers));
  const preview = (ids: string[]) =>
    cloud.call(staff, 'submissions.preview', { accountId, period: month, fileIds: ids });
  const changed = { kind: 'changed-figure', message: expect.stringContaining('20008 → 20020') };
  expect(await preview([longer])).toMatchObject({
    ok: true,
    data: { figures: { followers: { value: 20_020 } }, conflicts: [changed] },
  });
  expect(await preview([...fileIds, longer])).toMatchObject({
    ok: true,
    data: {
      figures: { followers: { value: 20_020 } },
      conflicts: [{ kind: 'overlap', message: expect.stringContaining('有重叠') }, changed],
    },
  });
});

test.each([
  ...badFiles.map(([name, bytes, says, code]) => [name, bytes, code ?? 'invalid', says] as const),
  ['an empty file', Buffer.alloc(0), 'invalid', /没有内容/] as const,
  ['a file over 20 MB', Buffer.alloc(21 * 1024 * 1024, 'a'), 'too-large', /MB/] as const,
])('%s is refused by name', async (name, bytes, code, says) => {
  const { accountId, staff } = await newAccount();
  const fileId = await cloud.upload(`intake/${name.replaceAll(' ', '-')}.xls`, bytes);
  const input = { accountId, period: month, fileIds: [fileId] };
  expect(await cloud.call(staff, 'submissions.preview', input)).toMatchObject({
    ok: false,
    error: { code, message: expect.stringMatching(says) },
  });
});

test('a file that is not there, and a period that has not begun, are refused', async () => {
  const { accountId, staff } = await newAccount();
  const lost = { accountId, period: month, fileIds: [`${fileIds[0]}-lost`] };
  expect(await cloud.call(staff, 'submissions.preview', lost)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const early = { accountId, period: monthBefore(-1) };
  expect(await cloud.call(staff, 'submissions.form', early)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { period: expect.any(String) } },
  });
});

test('the form starts from the last period and knows what stands', async () => {
  const { accountId, staff } = await newAccount();
  const before = monthBefore(2);
  await cloud.call(
    staff,
    'submissions.submit',
    submission(accountId, { fileIds: [], period: before }),
  );
  const answer = await cloud.call(staff, 'submissions.form', { accountId, period: month });
  const likes = answer.ok ? answer.data.fields.find(({ metric }) => metric === 'likes') : null;
  expect(likes).toMatchObject({ previous: 60, current: null, unit: '次', measure: 'times' });
});
