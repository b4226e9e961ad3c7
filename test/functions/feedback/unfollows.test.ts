import { randomUUID } from 'node:crypto';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { dayOf, followersExport, monthBefore, notifiedExport } from '../support/exports';
import { madeAccount } from '../support/sample';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

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
