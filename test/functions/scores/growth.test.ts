import { randomUUID } from 'node:crypto';
import { operatingModes } from '../../../cloudfunctions/domain/words.data';
import type { CollectionName } from '../../../cloudfunctions/records/collections.data';
import type { Submission, SubmissionInput } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { dayOf, monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';

const period = monthBefore(1);
const form: SubmissionInput['form'] = {
  articles: 20,
  reads: 9000,
  maxReads: 2000,
  headlineReads: 5000,
  headlineCount: 12,
  shares: 200,
  likes: 90,
  maxLikes: 20,
  headlineLikes: 50,
  wows: 60,
  maxWows: 12,
  headlineWows: 40,
  comments: 20,
  replies: 15,
  followers: 20_000,
};
const kept: CollectionName[] = [
  'submissions',
  'submission-heads',
  'scores',
  'score-heads',
  'score-corrections',
  'peer-counters',
  'requests',
];

/** Each in a cell of its own, so that the last account meets as many peers. */
const groups = [
  [20, 'education'],
  [200, 'health'],
  [2000, 'justice'],
] as const;

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
}, 60_000);
afterAll(() => cloud.close());

function historyOf(accountId: string, reads: number): Submission {
  const asOf = dayOf(period, 28);
  const values = {
    ...form,
    reads,
    maxReads: Math.round(reads / 3),
    headlineReads: Math.round(reads / 2),
  };
  return {
    accountId,
    period,
    revision: 1,
    figures: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { value, measure: null, source: 'form', asOf },
      ]),
    ),
    items: [],
    enteredBy: 'test',
    enteredAt: `${asOf}T00:00:00.000Z`,
    sample: false,
  };
}

/** Every document of the collections that follow from a submission, as text by its id. */
async function everything(): Promise<Map<string, string>> {
  const { collection, command } = await import('../../../cloudfunctions/records/collection');
  const all = new Map<string, string>();
  for (const name of kept) {
    let after = '';
    for (;;) {
      const filter = { _id: command.gt(after) };
      const page = await collection<{ _id: string; told?: boolean }>(name).list(filter, {
        limit: 1000,
        order: ['_id', 'asc'],
      });
      // Boards are told of corrections by a timer, whenever it fires: no submission writes that.
      for (const { told: _, ...one } of page) all.set(`${name}/${one._id}`, JSON.stringify(one));
      const last = page.at(-1);
      if (!last) break;
      after = last._id;
    }
  }
  return all;
}

async function writtenBy(accountId: string, changes: Partial<SubmissionInput>): Promise<number> {
  const before = await everything();
  const answer = await cloud.call('staff', 'submissions.submit', {
    requestKey: randomUUID(),
    accountId,
    period,
    fileIds: [],
    form,
    basedOnRevision: 0,
    ...changes,
  });
  if (!answer.ok) throw new Error(answer.error.message);
  const after = await everything();
  return [...after].filter(([id, text]) => before.get(id) !== text).length;
}

test('a submission and a correction write as many documents among 20 accounts as among 2 000', async () => {
  const counts: [first: number, correction: number][] = [];
  for (const [place, [size, department]] of groups.entries()) {
    const mode = operatingModes[place] ?? null;
    const made = (id: string) => {
      const account = madeAccount(id, { agency: { department } });
      return { ...account, operation: { ...account.operation, mode } };
    };
    const accounts = Array.from({ length: size }, (_, index) => made(`${department}-${index}`));
    await cloud.addAccounts(accounts);
    await cloud.recordHistory(
      accounts,
      accounts.map(({ id }, index) => historyOf(id, 3000 + index * 2)),
    );
    const own = made(`own-${size}`);
    await cloud.addAccounts([own]);
    await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: own.agency.id });
    const first = await writtenBy(own.id, {});
    const corrected = { form: { likes: 95 }, basedOnRevision: 1, reason: '补录点赞' };
    counts.push([first, await writtenBy(own.id, corrected)]);
  }
  expect(counts[0]?.[0]).toBeGreaterThan(5);
  expect(counts).toEqual([counts[0], counts[0], counts[0]]);
}, 600_000);
