import { strFromU8, unzipSync } from 'fflate';
import type { RecordStep } from '../../../typings/inspections';
import { day, type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud();
});
afterAll(() => world?.cloud.close());

test('an inspection goes from its plan to the bulletin, rectification and re-check', async () => {
  const inspection = await world.running();
  const inspectionId = inspection.id;
  expect(inspection).toMatchObject({
    state: 'running',
    frame: { size: 12 },
    sample: { size: 12, rechecks: 0 },
    counts: { judging: 12 },
  });
  await world.judgeAll();
  const judged = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(judged.counts).toMatchObject({ judging: 0, passed: 9, failed: 3 });

  const hidden = await world.cloud.call('staff-0', 'inspections.mine', {});
  expect(value(hidden).records).toEqual([]);
  const publish = { requestKey: key(), inspectionId, dueOn: day(8) };
  expect(
    await world.cloud.call('chief', 'inspections.publish', { ...publish, dueOn: day(-1) }),
  ).toMatchObject({ ok: false, error: { code: 'invalid', fields: { dueOn: expect.any(String) } } });
  value(await world.cloud.call('chief', 'inspections.publish', publish));
  const published = await world.done(inspectionId);
  expect(published).toMatchObject({
    state: 'published',
    counts: { rectifying: 3, failed: 0, passed: 9 },
    statistics: { inspected: 12, failed: 3, passRate: 0.75, byProblem: [{ ruleId: 'stale' }] },
  });

  const own = value(await world.cloud.call('staff-0', 'inspections.mine', {}));
  const recordId = own.records[0]?.id ?? '';
  expect(own.records[0]).toMatchObject({
    state: 'rectifying',
    dueOn: day(8),
    lastUpdate: day(-20),
  });
  const notices = value(await world.cloud.call('staff-0', 'inspections.notices', {})).notices;
  expect(notices).toMatchObject([{ kind: 'rectification', recordId }]);
  const proof = { text: '已恢复更新', link: 'https://mp.weixin.qq.com/s/a', fileIds: [] };
  expect(
    await world.cloud.call('staff-1', 'inspections.answer', { requestKey: key(), recordId, proof }),
  ).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const answer = { requestKey: key(), recordId, proof };
  const answers = await Promise.all(
    [1, 2].map(() => world.cloud.call('staff-0', 'inspections.answer', answer)),
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
  expect(await world.cloud.call('chief', 'inspections.recheck', recheck)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const rejected = { ...recheck, requestKey: key(), dueOn: day(3) };
  expect(await world.cloud.call('chief', 'inspections.recheck', rejected)).toMatchObject({
    ok: true,
    data: { state: 'rectifying', dueOn: day(3) },
  });
  const told = value(await world.cloud.call('staff-0', 'inspections.notices', {})).notices;
  expect(told).toMatchObject([{ kind: 'recheck', recordId, dueOn: day(3) }]);

  value(
    await world.cloud.call('staff-1', 'inspections.appeal', {
      requestKey: key(),
      recordId: `${inspectionId}-acc-1`,
      proof: { ...proof, text: '检查日当天已更新' },
    }),
  );
  await layFor(3, `${inspectionId}-acc-1`);
  const close = { requestKey: key(), inspectionId };
  expect(await world.cloud.call('chief', 'inspections.close', close)).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('申诉') },
  });
  const upheld = value(
    await world.cloud.call('chief', 'inspections.decideAppeal', {
      requestKey: key(),
      recordId: `${inspectionId}-acc-1`,
      upheld: true,
      text: '发布时间晚于检查日',
    }),
  );
  expect(upheld).toMatchObject({ state: 'rectifying', dueOn: day(8 + 3) });
  const afterAppeal = value(await world.cloud.call('staff-1', 'inspections.notices', {})).notices;
  expect(afterAppeal).toMatchObject([{ kind: 'upheld', dueOn: day(8 + 3) }]);
  value(await world.cloud.call('chief', 'inspections.close', { ...close, requestKey: key() }));
  expect(
    await world.cloud.call('staff-1', 'inspections.appeal', {
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
      await world.cloud.call('chief', 'inspections.bulletin', { inspectionId, format }),
    );
    const file = await fetch(url);
    expect(file.ok).toBe(true);
    if (format === 'docx')
      expect(await textOf(file)).toContain(`${named(day(0))}对福建省福州市的政务`);
  }
  const notice = await world.cloud.call('chief', 'inspections.rectificationNotice', { recordId });
  expect(await textOf(await fetch(value(notice).url))).toContain(`请于${named(day(3))}前完成整改`);
  const next = await world.running();
  expect(next).toMatchObject({ previous: { passRate: 0.75 }, sample: { size: 12, rechecks: 3 } });
  await world.judgeAll();
}, 60_000);

/** 2026-11-24 as an official document writes it. */
function named(of: string): string {
  const [year, month, date] = of.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

async function textOf(file: Response): Promise<string> {
  const { 'word/document.xml': xml = new Uint8Array() } = unzipSync(
    new Uint8Array(await file.arrayBuffer()),
  );
  return strFromU8(xml).replace(/<[^>]+>/g, '');
}

/** Lets an appeal lie for some days already. */
async function layFor(days: number, recordId: string): Promise<void> {
  const [record] = await world.cloud.documents('inspection-records', { _id: recordId });
  const { steps } = record as unknown as { steps: RecordStep[] };
  const moved = steps.map((step) => {
    const at = new Date(Date.parse(step.at) - days * 86_400_000).toISOString();
    return step.event === 'appeal' ? { ...step, at } : step;
  });
  await world.cloud.change('inspection-records', { _id: recordId }, { steps: moved });
}
