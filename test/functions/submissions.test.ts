import { randomUUID } from 'node:crypto';
import type { SubmissionInput } from '../../typings/submission';
import { startTestCloud, type TestCloud } from './support/cloud';
import { followersExport, monthBefore, notifiedExport } from './support/exports';
import { madeAccount } from './support/sample';

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
