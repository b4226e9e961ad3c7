import { monthBefore } from '../support/exports';
import { month, reads, startedFiling } from '../support/filing';

const filing = startedFiling();
const [year, number] = month.split('-').map(Number);
const lastDay = new Date(year ?? 0, number ?? 0, 0).getDate();

test('a file and a form become a submission, a score and an overview', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const preview = await filing.it.cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds: filing.it.fileIds,
  });
  expect(preview).toMatchObject({
    ok: true,
    data: {
      figures: {
        reads: { value: 6310, measure: 'times', source: 'file' },
        maxReads: { value: 2200 },
        articles: { value: 5 },
        followers: { value: 20_008 },
        // five articles on the first five days, and none to the month's end
        longestGapDays: { value: lastDay - 5 },
      },
      unchanged: false,
      basedOnRevision: 0,
    },
  });
  const asked = preview.ok ? preview.data.form.map(({ metric }) => metric) : [];
  expect(asked).toContain('likes');
  expect(asked).not.toContain('reads');

  const receipt = await filing.it.cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId),
  );
  expect(receipt).toMatchObject({ ok: true, data: { revision: 1, unchanged: false } });
  const index = receipt.ok ? receipt.data.communicationIndex : null;
  expect(index).toBeGreaterThan(0);

  const overview = await filing.it.cloud.call(staff, 'scores.overview', { accountId });
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

test('the form starts from the last period and knows what stands', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const before = monthBefore(2);
  await filing.it.cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId, { fileIds: [], period: before }),
  );
  const answer = await filing.it.cloud.call(staff, 'submissions.form', {
    accountId,
    period: month,
  });
  const likes = answer.ok ? answer.data.fields.find(({ metric }) => metric === 'likes') : null;
  expect(likes).toMatchObject({ previous: 60, current: null, unit: '次', measure: 'times' });
});
test('a correction needs a reason, adds a revision and keeps the one before', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  await filing.it.cloud.call(staff, 'submissions.submit', filing.it.submission(accountId));
  const corrected = { fileIds: [], form: { likes: 90 }, basedOnRevision: 1 };

  const unexplained = await filing.it.cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId, corrected),
  );
  expect(unexplained).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });

  const explained = filing.it.submission(accountId, { ...corrected, reason: '点赞漏数了一篇' });
  expect(await filing.it.cloud.call(staff, 'submissions.submit', explained)).toMatchObject({
    ok: true,
    data: { revision: 2, unchanged: false },
  });
  const history = await filing.it.cloud.call(staff, 'submissions.history', {
    accountId,
    period: month,
  });
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
  const old = await filing.it.cloud.call(staff, 'scores.revision', {
    accountId,
    period: month,
    scheme,
    revision: 1,
  });
  const detail = await filing.it.cloud.call(staff, 'scores.detail', { accountId });
  expect(old).toMatchObject({ ok: true, data: { revision: 1, submissionRevision: 1 } });
  expect(detail).toMatchObject({
    ok: true,
    data: {
      score: { revision: 2, reason: '点赞漏数了一篇' },
      revisions: [{ revision: 2 }, { revision: 1 }],
    },
  });
});
