import { followersExport, monthBefore, notifiedExport } from '../support/exports';
import { month, reads, startedFiling } from '../support/filing';

const filing = startedFiling();

test("another account's file is told before anything is stored", async () => {
  const { accountId, staff } = await filing.it.newAccount();
  await filing.it.cloud.call(staff, 'submissions.submit', filing.it.submission(accountId));
  const foreign = await filing.it.cloud.upload(
    'intake/foreign.xls',
    notifiedExport(month, reads, 'MzB7'),
  );
  const preview = await filing.it.cloud.call(staff, 'submissions.preview', {
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
  const { accountId, staff } = await filing.it.newAccount();
  const answer = await filing.it.cloud.call(staff, 'submissions.preview', {
    accountId,
    period: monthBefore(2),
    fileIds: filing.it.fileIds,
  });
  expect(answer).toMatchObject({
    ok: true,
    data: {
      conflicts: expect.arrayContaining([expect.objectContaining({ kind: 'outside-period' })]),
    },
  });
});

test('files whose days overlap say so, with what they change', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  await filing.it.cloud.call(staff, 'submissions.submit', filing.it.submission(accountId));
  const followers = [20_000, 20_008, 20_020];
  const longer = await filing.it.cloud.upload(
    'intake/longer.xls',
    followersExport(month, followers),
  );
  const preview = (ids: string[]) =>
    filing.it.cloud.call(staff, 'submissions.preview', { accountId, period: month, fileIds: ids });
  const changed = { kind: 'changed-figure', message: expect.stringContaining('20008 → 20020') };
  const lacking = { kind: 'incomplete', message: expect.stringContaining('缺') };
  expect(await preview([longer])).toMatchObject({
    ok: true,
    data: { figures: { followers: { value: 20_020 } }, conflicts: [lacking, changed] },
  });
  expect(await preview([...filing.it.fileIds, longer])).toMatchObject({
    ok: true,
    data: {
      figures: { followers: { value: 20_020 } },
      conflicts: [
        { kind: 'overlap', message: expect.stringContaining('有重叠') },
        lacking,
        changed,
      ],
    },
  });
});

test('a list shorter than the stated number of articles gives no totals, and says so', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const totals = await filing.it.cloud.upload(
    'intake/totals.csv',
    Buffer.from('发布篇数,总阅读数\n40,90000\n'),
  );
  const preview = await filing.it.cloud.call(staff, 'submissions.preview', {
    accountId,
    period: month,
    fileIds: [...filing.it.fileIds, totals],
  });
  expect(preview).toMatchObject({
    ok: true,
    data: {
      figures: { articles: { value: 40 }, reads: { value: 90_000 } },
      conflicts: expect.arrayContaining([
        { kind: 'incomplete', message: expect.stringContaining('本期发表 40 篇') },
      ]),
    },
  });
  const { figures } = (preview as { data: { figures: object } }).data;
  expect(figures).not.toHaveProperty('maxReads');
  expect(figures).not.toHaveProperty('shares');
});
