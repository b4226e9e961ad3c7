import { createHash, randomUUID } from 'node:crypto';
import { draw } from '../../cloudfunctions/domain/inspections';
import type { Answer } from '../../typings/api';
import type { Finding, Inspection } from '../../typings/inspections';
import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

const today = day(0);
const scope = { kind: 'region' as const, regionPrefix: '3501' };
const inspectors = ['insp-a', 'insp-b', 'insp-c', 'insp-d'];
const key = () => randomUUID();

function day(offset: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
}
function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  return answer.data;
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let cloud: TestCloud;
let membershipIds: string[];

jest.setTimeout(60_000);

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    ...Array.from({ length: 12 }, (_, index) => madeAccount(`acc-${index}`)),
    madeAccount('outside', { agency: { region: '350203' } }),
  ]);
  await cloud.grant('chief', 'supervisor', scope);
  await cloud.grant('elsewhere', 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant('staff-0', 'staff', { kind: 'agency', agencyId: 'agency-acc-0' });
  await cloud.grant('staff-1', 'staff', { kind: 'agency', agencyId: 'agency-acc-1' });
  for (const openid of inspectors) {
    await cloud.grant(openid, 'supervisor', { kind: 'region', regionPrefix: '350102' });
  }
  const members = value(await cloud.call('chief', 'memberships.list', {})).items;
  membershipIds = members.flatMap(({ id, scope: own }) =>
    own.kind === 'region' && own.regionPrefix === '350102' ? [id] : [],
  );
  for (let index = 0; index < 12; index += 1) {
    await cloud.call('chief', 'inspections.observe', {
      requestKey: key(),
      accountId: `acc-${index}`,
      lastPublished: day(index < 3 ? -20 : -2),
    });
  }
});
afterAll(() => cloud?.close());

function plan(changes: object = {}) {
  return cloud.call('chief', 'inspections.plan', {
    requestKey: key(),
    title: '2026年第四季度检查',
    ruleSetId: 'national-2019',
    scope,
    inspectionDay: today,
    share: 1,
    ...changes,
  });
}

async function planned(changes: object = {}): Promise<string> {
  return value(await plan(changes)).id;
}

async function done(inspectionId: string): Promise<Inspection> {
  for (;;) {
    const one = value(await cloud.call('chief', 'inspections.advance', { inspectionId }));
    if (one.job === null) return one;
  }
}

async function running(changes: object = {}): Promise<Inspection> {
  const inspectionId = await planned(changes);
  value(await cloud.call('chief', 'inspections.commit', { requestKey: key(), inspectionId }));
  await done(inspectionId);
  const witness = '08 12 15';
  value(
    await cloud.call('chief', 'inspections.draw', { requestKey: key(), inspectionId, witness }),
  );
  await done(inspectionId);
  const assign = { requestKey: key(), inspectionId, membershipIds };
  value(await cloud.call('chief', 'inspections.assign', assign));
  return done(inspectionId);
}

/** Everybody judges what is theirs, a fixed way. */
async function judgeAll(findingsOf: (who: string, automatic: Finding[], id: string) => Finding[]) {
  for (let round = 0; round < 2; round += 1) {
    for (const who of inspectors) {
      const { items } = value(await cloud.call(who, 'inspections.work', {}));
      for (const { id, automatic, account } of items) {
        const findings = findingsOf(who, automatic, account.accountId);
        value(
          await cloud.call(who, 'inspections.judge', {
            requestKey: key(),
            assignmentId: id,
            judgement: { findings, lastPublished: null },
          }),
        );
      }
    }
  }
}

test('an inspection goes from its plan to the bulletin, rectification and re-check', async () => {
  const inspection = await running();
  const inspectionId = inspection.id;
  expect(inspection).toMatchObject({
    state: 'running',
    frame: { size: 12 },
    sample: { size: 12, rechecks: 0 },
    counts: { judging: 12 },
  });
  await judgeAll((_, automatic) => automatic);
  const judged = value(await cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(judged.counts).toMatchObject({ judging: 0, passed: 9, failed: 3 });

  const hidden = await cloud.call('staff-0', 'inspections.mine', {});
  expect(value(hidden).records).toEqual([]);
  const publish = { requestKey: key(), inspectionId, dueOn: day(8) };
  expect(
    await cloud.call('chief', 'inspections.publish', { ...publish, dueOn: day(-1) }),
  ).toMatchObject({ ok: false, error: { code: 'invalid', fields: { dueOn: expect.any(String) } } });
  value(await cloud.call('chief', 'inspections.publish', publish));
  const published = await done(inspectionId);
  expect(published).toMatchObject({
    state: 'published',
    counts: { rectifying: 3, failed: 0, passed: 9 },
    statistics: { inspected: 12, failed: 3, passRate: 0.75, byProblem: [{ ruleId: 'stale' }] },
  });

  const own = value(await cloud.call('staff-0', 'inspections.mine', {}));
  const recordId = own.records[0]?.id ?? '';
  expect(own.records[0]).toMatchObject({
    state: 'rectifying',
    dueOn: day(8),
    lastUpdate: day(-20),
  });
  const notices = value(await cloud.call('staff-0', 'inspections.notices', {})).notices;
  expect(notices).toMatchObject([{ kind: 'rectification', recordId }]);
  const proof = { text: '已恢复更新', link: 'https://mp.weixin.qq.com/s/a', fileIds: [] };
  expect(
    await cloud.call('staff-1', 'inspections.answer', { requestKey: key(), recordId, proof }),
  ).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const answer = { requestKey: key(), recordId, proof };
  const answers = await Promise.all(
    [1, 2].map(() => cloud.call('staff-0', 'inspections.answer', answer)),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ ok: true, data: { state: 'answered' } });

  const recheck = {
    requestKey: key(),
    recordId,
    accepted: false,
    text: '仍未更新',
    dueOn: day(-1),
  };
  expect(await cloud.call('chief', 'inspections.recheck', recheck)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const rejected = { ...recheck, requestKey: key(), dueOn: day(3) };
  expect(await cloud.call('chief', 'inspections.recheck', rejected)).toMatchObject({
    ok: true,
    data: { state: 'rectifying', dueOn: day(3) },
  });

  value(
    await cloud.call('staff-1', 'inspections.appeal', {
      requestKey: key(),
      recordId: `${inspectionId}-acc-1`,
      proof: { ...proof, text: '检查日当天已更新' },
    }),
  );
  const close = { requestKey: key(), inspectionId };
  expect(await cloud.call('chief', 'inspections.close', close)).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('申诉') },
  });
  value(
    await cloud.call('chief', 'inspections.decideAppeal', {
      requestKey: key(),
      recordId: `${inspectionId}-acc-1`,
      upheld: true,
      text: '发布时间晚于检查日',
    }),
  );
  value(await cloud.call('chief', 'inspections.close', { ...close, requestKey: key() }));
  expect(
    await cloud.call('staff-1', 'inspections.appeal', {
      requestKey: key(),
      recordId: `${inspectionId}-acc-1`,
      proof,
    }),
  ).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('办结') },
  });

  for (const format of ['docx', 'xlsx'] as const) {
    const { url } = value(
      await cloud.call('chief', 'inspections.bulletin', { inspectionId, format }),
    );
    expect((await fetch(url)).ok).toBe(true);
  }
  const next = await running();
  expect(next).toMatchObject({ previous: { passRate: 0.75 }, sample: { size: 12, rechecks: 3 } });
  await judgeAll((_, automatic) => automatic);
}, 60_000);

test('anyone finds the drawn list again from the published frame and seed', async () => {
  const inspection = await running({ share: 0.3 });
  const inspectionId = inspection.id;
  const { url } = value(await cloud.call('chief', 'inspections.proof', { inspectionId }));
  const [head = '', ...lines] = (await (await fetch(url)).text()).trim().split('\n');
  const settings = JSON.parse(head);
  expect(settings).toMatchObject({ matches: true, size: 12, checksum: inspection.frame?.checksum });
  const frame = lines.map((line) => {
    const [id = '', stratum = '', recheck] = line.split('\t');
    return { id, stratum, recheck: recheck === '1' };
  });
  const again = draw(frame, settings, settings.share, sha256).entries.map(({ id }) => id);
  const records = value(await cloud.call('chief', 'inspections.records', { inspectionId })).items;
  expect(records.map(({ account }) => account.accountId).sort()).toEqual(again.sort());
  await judgeAll((_, automatic) => automatic);
});

test('where two differ a third decides, and nobody sees what is not theirs', async () => {
  const { id: inspectionId } = await running();
  const manual: Finding = {
    ruleId: 'serious-misstatement',
    times: 1,
    evidence: { figures: [], link: 'https://mp.weixin.qq.com/s/b', fileIds: [] },
    note: null,
  };
  await judgeAll((who, automatic) => (who === 'insp-a' ? [...automatic, manual] : automatic));
  const after = value(await cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(after.counts.judging + after.counts.disputed).toBe(0);
  const assignments = await cloud.documents('inspection-assignments', { inspectionId });
  const thirds = assignments.filter(({ slot }) => slot === 'c');
  expect(thirds.length).toBeGreaterThan(0);
  for (const third of thirds) {
    const pair = assignments.filter((one) => one.recordId === third.recordId && one !== third);
    expect(pair.map(({ inspector }) => inspector)).not.toContain(third.inspector);
  }
  const [first] = assignments;
  const assignmentId = String(first?._id);
  const answers = await Promise.all(
    inspectors.map((who) => cloud.call(who, 'inspections.assignment', { assignmentId })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const owner = inspectors[answers.findIndex(({ ok }) => ok)] ?? '';
  const again = {
    requestKey: key(),
    assignmentId,
    judgement: { findings: [], lastPublished: null },
  };
  expect(await cloud.call(owner, 'inspections.judge', again)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('nobody judges an agency of their own, also when they joined it later', async () => {
  await running();
  const { items } = value(await cloud.call('insp-d', 'inspections.work', {}));
  const [mine] = items;
  if (!mine) throw new Error('nothing to judge');
  await cloud.grant('insp-d', 'staff', { kind: 'agency', agencyId: mine.account.agencyId });
  const input = {
    requestKey: key(),
    assignmentId: mine.id,
    judgement: { findings: [], lastPublished: null },
  };
  expect(await cloud.call('insp-d', 'inspections.judge', input)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  await cloud.remove('memberships', { role: 'staff', 'scope.agencyId': mine.account.agencyId });
  const bare = { figures: [], link: null, fileIds: [] };
  const finding = { ruleId: 'public-outcry', times: 1, evidence: bare, note: null };
  const without = {
    ...input,
    requestKey: key(),
    judgement: { findings: [finding], lastPublished: null },
  };
  expect(await cloud.call('insp-d', 'inspections.judge', without)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  await judgeAll((_, automatic) => automatic);
});

test.each<[string, object]>([
  ['a share of none', { share: 0 }],
  ['more than all', { share: 1.2 }],
  ['a day that has passed', { inspectionDay: day(-1) }],
  ['rules of another region', { ruleSetId: 'zhaoqing-2019' }],
])('a plan with %s is refused', async (_, changes) => {
  expect(await plan(changes)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('steps out of turn, or twice, are refused, and the seed stays hidden until the draw', async () => {
  const inspectionId = await planned();
  const step = { requestKey: key(), inspectionId };
  const early = await cloud.call('chief', 'inspections.draw', { ...step, witness: '1' });
  expect(early).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const committed = value(
    await cloud.call('chief', 'inspections.commit', { ...step, requestKey: key() }),
  );
  expect(committed).toMatchObject({
    seed: null,
    commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await done(inspectionId);
  const drawing = { requestKey: key(), inspectionId, witness: '1' };
  const [one, other] = await Promise.all(
    [drawing, { ...drawing, requestKey: key() }].map((input) =>
      cloud.call('chief', 'inspections.draw', input),
    ),
  );
  expect([one?.ok, other?.ok].sort()).toEqual([false, true]);
  const assign = { requestKey: key(), inspectionId };
  const few = { ...assign, membershipIds: membershipIds.slice(0, 2) };
  expect(await cloud.call('chief', 'inspections.assign', few)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
});

test('an empty frame is not drawn from, and a frame of one gives its one', async () => {
  const empty = await planned({ scope: { ...scope, department: 'court' } });
  value(
    await cloud.call('chief', 'inspections.commit', { requestKey: key(), inspectionId: empty }),
  );
  await done(empty);
  const drawing = { requestKey: key(), inspectionId: empty, witness: '1' };
  expect(await cloud.call('chief', 'inspections.draw', drawing)).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('没有账号') },
  });
  await cloud.addAccounts([madeAccount('alone', { agency: { department: 'taxation' } })]);
  const alone = await running({ scope: { ...scope, department: 'taxation' }, share: 0.02 });
  expect(alone.sample).toEqual({ size: 1, rechecks: 0 });
});

test('another region’s inspections, records and scopes are as if they were not there', async () => {
  const inspectionId = await planned();
  const notFound = { ok: false, error: { code: 'not-found' } };
  expect(await cloud.call('elsewhere', 'inspections.get', { inspectionId })).toMatchObject(
    notFound,
  );
  expect(
    await cloud.call('elsewhere', 'inspections.plan', {
      requestKey: key(),
      title: '越界',
      ruleSetId: 'national-2019',
      scope,
      inspectionDay: today,
      share: 1,
    }),
  ).toMatchObject(notFound);
  expect(await cloud.call('insp-a', 'inspections.get', { inspectionId })).toMatchObject(notFound);
  expect(value(await cloud.call('elsewhere', 'inspections.list', {})).items).toEqual([]);
  expect(await cloud.call('staff-0', 'inspections.list', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

test('who runs out of time first stands first, and a publication seen moves it back', async () => {
  const ask = async () =>
    value(await cloud.call('chief', 'inspections.forecast', { withinDays: 30 })).items;
  const before = await ask();
  const due = before.map(({ publishBy }) => publishBy);
  expect(due).toEqual([...due].sort());
  expect(before[0]).toMatchObject({ daysLeft: -6 });
  const accountId = before[0]?.accountId ?? '';
  const observe = { requestKey: key(), accountId, lastPublished: day(1) };
  expect(await cloud.call('chief', 'inspections.observe', observe)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  value(
    await cloud.call('chief', 'inspections.observe', {
      ...observe,
      requestKey: key(),
      lastPublished: today,
    }),
  );
  const after = await ask();
  expect(after.find((one) => one.accountId === accountId)).toMatchObject({ daysLeft: 14 });
  const overview = value(await cloud.call('chief', 'scores.overview', { accountId }));
  expect(overview.freshness).toMatchObject({ lastPublished: today, daysLeft: 14 });
});
