import type { Assignment, Finding } from '../../../typings/inspections';
import {
  type InspectingCloud,
  inspectors,
  key,
  startInspectingCloud,
  value,
} from './inspecting-cloud';

const accounts = 15;
const manual: Finding = {
  ruleId: 'serious-misstatement',
  times: 1,
  evidence: { figures: [], link: 'https://mp.weixin.qq.com/s/b', fileIds: [] },
  note: null,
};
let world: InspectingCloud;

jest.setTimeout(120_000);

beforeAll(async () => {
  world = await startInspectingCloud(accounts);
});
afterAll(() => world?.cloud.close());

const workOf = async (who: string) =>
  value(await world.cloud.call(who, 'inspections.work', {})).items;

const judge = (
  who: string,
  { id, automatic }: Pick<Assignment, 'id' | 'automatic'>,
  more = false,
) =>
  world.cloud.call(who, 'inspections.judge', {
    requestKey: key(),
    assignmentId: id,
    judgement: { findings: more ? [...automatic, manual] : automatic, lastPublished: null },
  });

test('five inspectors who judge at once all succeed, also where every two of them differ', async () => {
  expect(inspectors).toHaveLength(5);
  const { id: inspectionId } = await world.running();
  for (let left = true; left; ) {
    const next = await Promise.all(inspectors.map(async (who) => (await workOf(who))[0]));
    const answers = await Promise.all(
      next.map((one, at) => one && judge(inspectors[at] ?? '', one, at % 2 === 0)),
    );
    for (const answer of answers) if (answer) value(answer);
    left = next.some((one) => one !== undefined);
  }
  const { counts } = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(counts).toMatchObject({ waiting: 0, judging: 0, disputed: 0 });
  expect(counts.passed + counts.failed).toBe(accounts);
});

test('of two who judge the same account at once neither is lost: the account is decided', async () => {
  const { id: inspectionId } = await world.running();
  const work = await Promise.all(
    inspectors.map(async (who) => (await workOf(who)).map((one) => ({ ...one, who }))),
  );
  const mine = work.flat();
  for (const accountId of new Set(mine.map(({ account }) => account.accountId))) {
    const pair = mine.filter(({ account }) => account.accountId === accountId);
    expect(pair).toHaveLength(2);
    for (const answer of await Promise.all(pair.map((one) => judge(one.who, one)))) value(answer);
  }
  const { counts } = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(counts).toMatchObject({ judging: 0, passed: 12, failed: 3 });
  expect(
    await world.cloud.documents('inspection-records', { inspectionId, state: 'judging' }),
  ).toEqual([]);
});
