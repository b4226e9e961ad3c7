import { randomUUID } from 'node:crypto';
import type { SubmissionInput } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from './cloud';
import { followersExport, monthBefore, notifiedExport } from './exports';
import { madeAccount } from './sample';

export const month = monthBefore(1);
export const reads = [1510, 360, 2200, 900, 1340];
/** What the two files cannot give. */
export const form: SubmissionInput['form'] = {
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

/** A cloud in which a month's two exports lie ready to be filed. */
export interface Filing {
  readonly cloud: TestCloud;
  readonly fileIds: string[];
  /** an account of its own with two people on its staff */
  newAccount(): Promise<{ accountId: string; staff: string; colleague: string }>;
  submission(accountId: string, changes?: Partial<SubmissionInput>): SubmissionInput;
}

/** Starts such a cloud for the tests of one file. */
export function startedFiling(): { readonly it: Filing } {
  let filing: Filing | undefined;
  beforeAll(async () => {
    const cloud = await startTestCloud();
    const fileIds = await Promise.all([
      cloud.upload('intake/notified.xls', notifiedExport(month, reads)),
      cloud.upload('intake/followers.xls', followersExport(month, [20_000, 20_008])),
    ]);
    filing = {
      cloud,
      fileIds,
      newAccount: () => newAccount(cloud),
      submission: (accountId, changes) => ({
        requestKey: randomUUID(),
        accountId,
        period: month,
        fileIds,
        form,
        basedOnRevision: 0,
        ...changes,
      }),
    };
  });
  afterAll(() => filing?.cloud.close());
  return {
    get it() {
      if (!filing) throw new Error('the cloud has not started');
      return filing;
    },
  };
}

async function newAccount(cloud: TestCloud) {
  const accountId = `a${randomUUID().slice(0, 8)}`;
  await cloud.addAccounts([madeAccount(accountId)]);
  const [staff, colleague] = [`${accountId}-staff`, `${accountId}-colleague`];
  for (const openid of [staff, colleague]) {
    await cloud.grant(openid, 'staff', { kind: 'agency', agencyId: `agency-${accountId}` });
  }
  return { accountId, staff, colleague };
}
