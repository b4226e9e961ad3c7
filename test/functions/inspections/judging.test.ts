import { createHash } from 'node:crypto';
import { draw } from '../../../cloudfunctions/domain/inspections';
import type { Finding } from '../../../typings/inspections';
import {
  type InspectingCloud,
  inspectors,
  key,
  startInspectingCloud,
  value,
} from './inspecting-cloud';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud();
});
afterAll(() => world?.cloud.close());

test('anyone finds the drawn list again from the published frame and seed', async () => {
  const inspection = await world.running({ share: 0.3 });
  const inspectionId = inspection.id;
  const { url } = value(await world.cloud.call('chief', 'inspections.proof', { inspectionId }));
  const [head = '', ...lines] = (await (await fetch(url)).text()).trim().split('\n');
  const settings = JSON.parse(head);
  expect(settings).toMatchObject({ matches: true, size: 12, checksum: inspection.frame?.checksum });
  const frame = lines.map((line) => {
    const [id = '', stratum = '', recheck] = line.split('\t');
    return { id, stratum, recheck: recheck === '1' };
  });
  const again = draw(frame, settings, settings.share, sha256).entries.map(({ id }) => id);
  const records = value(
    await world.cloud.call('chief', 'inspections.records', { inspectionId }),
  ).items;
  expect(records.map(({ account }) => account.accountId).sort()).toEqual(again.sort());
  await world.judgeAll();
});

test('where two differ a third decides, and nobody sees what is not theirs', async () => {
  const { id: inspectionId } = await world.running();
  const manual: Finding = {
    ruleId: 'serious-misstatement',
    times: 1,
    evidence: { figures: [], link: 'https://mp.weixin.qq.com/s/b', fileIds: [] },
    note: null,
  };
  await world.judgeAll((who, automatic) => (who === 'insp-a' ? [...automatic, manual] : automatic));
  const after = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(after.counts.judging + after.counts.disputed).toBe(0);
  const assignments = await world.cloud.documents('inspection-assignments', { inspectionId });
  const thirds = assignments.filter(({ slot }) => slot === 'c');
  expect(thirds.length).toBeGreaterThan(0);
  for (const third of thirds) {
    const pair = assignments.filter((one) => one.recordId === third.recordId && one !== third);
    expect(pair.map(({ inspector }) => inspector)).not.toContain(third.inspector);
  }
  const [first] = assignments;
  const assignmentId = String(first?._id);
  const answers = await Promise.all(
    inspectors.map((who) => world.cloud.call(who, 'inspections.assignment', { assignmentId })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const owner = inspectors[answers.findIndex(({ ok }) => ok)] ?? '';
  const again = {
    requestKey: key(),
    assignmentId,
    judgement: { findings: [], lastPublished: null },
  };
  expect(await world.cloud.call(owner, 'inspections.judge', again)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('nobody judges an agency of their own, also when they joined it later', async () => {
  await world.running();
  const { items } = value(await world.cloud.call('insp-d', 'inspections.work', {}));
  const [mine] = items;
  if (!mine) throw new Error('nothing to judge');
  await world.cloud.grant('insp-d', 'staff', { kind: 'agency', agencyId: mine.account.agencyId });
  const input = {
    requestKey: key(),
    assignmentId: mine.id,
    judgement: { findings: [], lastPublished: null },
  };
  expect(await world.cloud.call('insp-d', 'inspections.judge', input)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  await world.cloud.remove('memberships', {
    role: 'staff',
    'scope.agencyId': mine.account.agencyId,
  });
  const bare = { figures: [], link: null, fileIds: [] };
  const finding = { ruleId: 'public-outcry', times: 1, evidence: bare, note: null };
  const without = {
    ...input,
    requestKey: key(),
    judgement: { findings: [finding], lastPublished: null },
  };
  expect(await world.cloud.call('insp-d', 'inspections.judge', without)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  await world.judgeAll();
});
