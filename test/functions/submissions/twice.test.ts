import { form, month, startedFiling } from '../support/filing';

const filing = startedFiling();

test('the same file and form again change nothing and say so', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const first = await filing.it.cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId),
  );
  const again = filing.it.submission(accountId, { basedOnRevision: 1 });
  const second = await filing.it.cloud.call(staff, 'submissions.submit', again);

  expect(first).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  expect(second).toMatchObject({ ok: true, data: { revision: 1, unchanged: true } });
  const preview = await filing.it.cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds: filing.it.fileIds,
  });
  expect(preview).toMatchObject({ ok: true, data: { unchanged: true, basedOnRevision: 1 } });
  const history = await filing.it.cloud.call(staff, 'submissions.history', {
    accountId,
    period: month,
  });
  expect(history).toMatchObject({ ok: true, data: { revisions: [{ revision: 1 }] } });
});

test('a request key sent again, later or at once, is stored once and answered alike', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const input = filing.it.submission(accountId);
  const answers = await Promise.all(
    [1, 2, 3].map(() => filing.it.cloud.call(staff, 'submissions.submit', input)),
  );
  answers.push(await filing.it.cloud.call(staff, 'submissions.submit', input));

  expect(answers[0]).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const history = await filing.it.cloud.call(staff, 'submissions.history', {
    accountId,
    period: month,
  });
  expect(history.ok && history.data.revisions).toHaveLength(1);
});

test('a request key with another content is a conflict', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const input = filing.it.submission(accountId);
  await filing.it.cloud.call(staff, 'submissions.submit', input);
  const other = { ...input, form: { ...form, likes: 61 } };
  expect(await filing.it.cloud.call(staff, 'submissions.submit', other)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('of two people submitting at once one wins, the other is told, and nothing is lost', async () => {
  const { accountId, staff, colleague } = await filing.it.newAccount();
  const [one, other] = [staff, colleague].map((openid, index) =>
    filing.it.cloud.call(
      openid,
      'submissions.submit',
      filing.it.submission(accountId, { form: { ...form, likes: 70 + index } }),
    ),
  );
  const answers = await Promise.all([one, other]);

  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const told = answers.find((answer) => !answer?.ok);
  expect(told).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const history = await filing.it.cloud.call(staff, 'submissions.history', {
    accountId,
    period: month,
  });
  const winner = answers[0]?.ok ? 70 : 71;
  expect(history).toMatchObject({
    ok: true,
    data: { revisions: [{ revision: 1, figures: { likes: { value: winner } } }] },
  });
});
