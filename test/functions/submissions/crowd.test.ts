import type { PendingCount } from '../../../cloudfunctions/records/pending-counts';
import type { KeptScore } from '../../../cloudfunctions/records/scores';
import { month, startedFiling } from '../support/filing';

jest.setTimeout(180_000);

const filing = startedFiling();
const crowd = 16;
const scheme = 'zhengwei-1';

/** How many scores the country's board counts. */
async function counted(): Promise<number> {
  const asked = { scheme, period: month, measure: 'index' } as const;
  const page = await filing.it.cloud.call('country', 'leaderboards.page', asked);
  if (!page.ok) throw new Error(page.error.message);
  return page.data.face.size;
}

beforeAll(() =>
  filing.it.cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' }),
);

test('agencies of one level and department that submit at the same moment are all taken, and counted', async () => {
  const filers = [];
  for (let number = 0; number < crowd; number += 1) filers.push(await filing.it.newAccount());
  const answers = await Promise.all(
    filers.map(({ accountId, staff }) =>
      filing.it.cloud.call(staff, 'submissions.submit', filing.it.submission(accountId)),
    ),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  await filing.it.cloud.passHours(1);
  expect(await counted()).toBe(crowd);
  expect(await filing.it.cloud.documents('pending-counts', {})).toEqual([]);
});

test('what a call that was ended left uncounted is counted by the timer', async () => {
  const { cloud } = filing.it;
  const before = await counted();
  const [head] = (await cloud.documents('score-heads', { scheme })) as unknown as KeptScore[];
  if (!head) throw new Error('nobody has a score');
  const left: PendingCount = { _id: 'left', moves: [{ before: head, after: null }] };
  await cloud.add('pending-counts', left);
  expect(await counted()).toBe(before);
  await cloud.passHours(1);
  expect(await counted()).toBe(before - 1);
  await cloud.passHours(1);
  expect(await counted()).toBe(before - 1);
});
