import type { ExplanationNode } from '../../../typings/indices';
import { monthBefore, notifiedExport } from '../support/exports';
import { form, month, startedFiling } from '../support/filing';

const filing = startedFiling();

const inputsOf = ({ inputs, children }: ExplanationNode): ExplanationNode['inputs'] => [
  ...inputs,
  ...children.flatMap(inputsOf),
];

const upload = (name: string, period: string, reads: (number | string)[]) =>
  filing.it.cloud.upload(`intake/${name}.xls`, notifiedExport(period, reads));

test('what a file only estimates is marked from the file to the overview, until it is typed over', async () => {
  const { cloud } = filing.it;
  const { accountId, staff } = await filing.it.newAccount();
  const fileIds = [await upload('gaps', month, [1510, '-', 2200])];

  const preview = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds,
  });
  expect(preview).toMatchObject({
    ok: true,
    data: {
      figures: {
        reads: { value: 3710, estimated: true },
        maxReads: { value: 2200, estimated: true },
        articles: { value: 3 },
      },
      form: expect.arrayContaining([expect.objectContaining({ metric: 'reads', estimate: 3710 })]),
    },
  });

  await cloud.call(staff, 'submissions.submit', filing.it.submission(accountId, { fileIds }));
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  const figures = (history.ok && history.data.revisions[0]?.figures) || {};
  expect(figures.reads).toMatchObject({ value: 3710, source: 'file', estimated: true });
  expect(figures.articles).not.toHaveProperty('estimated');
  expect(figures.likes).not.toHaveProperty('estimated');

  const overview = await cloud.call(staff, 'scores.overview', { accountId });
  const score = overview.ok ? overview.data.score : null;
  expect(score?.rules).toContainEqual({
    code: 'estimated',
    message: expect.stringMatching(/总阅读数.*为估算/),
  });
  const detail = await cloud.call(staff, 'scores.detail', { accountId });
  const inputs = detail.ok ? inputsOf(detail.data.explanation) : [];
  expect(inputs).toContainEqual({ name: 'reads', value: 3710, estimated: true });
  expect(inputs).toContainEqual({ name: 'articles', value: 3 });

  const typed = { reads: 4100, maxReads: 2210, headlineReads: 4100, shares: 100 };
  const corrected = await cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId, {
      fileIds: [],
      form: { ...form, ...typed, maxShares: 60, headlineShares: 100 },
      basedOnRevision: 1,
      reason: '对照后台补齐',
    }),
  );
  expect(corrected).toMatchObject({ ok: true, data: { revision: 2 } });
  const after = await cloud.call(staff, 'scores.overview', { accountId });
  expect(after).toMatchObject({ ok: true, data: { score: { submissionRevision: 2 } } });
  expect((after.ok && after.data.score?.rules) || []).not.toContainEqual(
    expect.objectContaining({ code: 'estimated' }),
  );
  const before = await cloud.call(staff, 'scores.revision', {
    accountId,
    period: month,
    scheme: 'zhengwei-1',
    revision: 1,
  });
  expect((before.ok && before.data.rules) || []).toContainEqual(
    expect.objectContaining({ code: 'estimated' }),
  );
});

test('what is typed beside a file’s estimate stands, and an estimate taken over stays one', async () => {
  const { cloud } = filing.it;
  const { accountId, staff } = await filing.it.newAccount();
  const earlier = monthBefore(2);
  const fileIds = [await upload('floor', earlier, [1510, '10万+', 2200])];
  const filed = await cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId, {
      period: earlier,
      fileIds,
      form: { ...form, maxReads: 100_500 },
    }),
  );
  expect(filed).toMatchObject({ ok: true, data: { revision: 1 } });
  const first = await cloud.call(staff, 'submissions.history', { accountId, period: earlier });
  const stored = (first.ok && first.data.revisions[0]?.figures) || {};
  expect(stored.maxReads).toEqual(expect.objectContaining({ value: 100_500, source: 'form' }));
  expect(stored.maxReads).not.toHaveProperty('estimated');
  expect(stored.reads).toMatchObject({ value: 103_711, estimated: true });

  await cloud.call(
    staff,
    'submissions.submit',
    filing.it.submission(accountId, {
      fileIds: [],
      form: { articles: 3, reads: 103_711, maxReads: 100_400 },
    }),
  );
  const second = await cloud.call(staff, 'submissions.history', { accountId, period: month });
  const copied = (second.ok && second.data.revisions[0]?.figures) || {};
  expect(copied.reads).toMatchObject({ value: 103_711, source: 'form', estimated: true });
});
