import type { Finding } from '../../../typings/inspections';
import type { SubmissionInput } from '../../../typings/submission';
import { day, type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

jest.setTimeout(180_000);

const period = day(0).slice(0, 7);
const found: Finding = {
  ruleId: 'serious-misstatement',
  times: 1,
  note: '领导职务写错',
  evidence: { figures: [], link: 'https://mp.weixin.qq.com/s/example', fileIds: [] },
};

let world: InspectingCloud;

beforeAll(async () => {
  world = await startInspectingCloud();
});
afterAll(() => world.cloud.close());

/** acc-0 was found at fault, acc-1 only silent too long. */
const filer = (number: 0 | 1) => ({ staff: `staff-${number}`, accountId: `acc-${number}` });

async function asked(number: 0 | 1) {
  const { staff, accountId } = filer(number);
  const { fields } = value(
    await world.cloud.call(staff, 'submissions.form', { accountId, period }),
  );
  return fields;
}

function file(number: 0 | 1, form: SubmissionInput['form'], revision = 0) {
  const { staff, accountId } = filer(number);
  return world.cloud.call(staff, 'submissions.submit', {
    requestKey: key(),
    accountId,
    period,
    fileIds: [],
    form: { articles: 2, replies: 3, comments: 4, medianReplyHours: 5, ...form },
    basedOnRevision: revision,
    through: day(0),
    ...(revision > 0 ? { reason: '检查问题已整改' } : {}),
  });
}

async function openFindings(number: 0 | 1) {
  const { staff, accountId } = filer(number);
  const input = { accountId, period };
  const { revisions } = value(await world.cloud.call(staff, 'submissions.history', input));
  return revisions[0]?.figures.openFindings;
}

test('the form asks what an office is assessed by, and offers the answers that there are', async () => {
  const fields = await asked(0);
  expect(fields.map(({ metric }) => metric)).toEqual(
    expect.arrayContaining(['openFindings', 'serviceEntries', 'interactionAvailable']),
  );
  expect(fields.find(({ metric }) => metric === 'interactionAvailable')?.choices).toEqual([
    { value: 1, label: '可用' },
    { value: 0, label: '不可用' },
  ]);
});

test('what an inspection found of the content counts until it is put right, whatever is typed', async () => {
  const { id } = await world.running();
  await world.judgeAll((_, automatic, accountId) =>
    accountId === 'acc-0' ? [...automatic, found] : automatic,
  );
  expect((await asked(0)).map(({ metric }) => metric)).toContain('openFindings');
  await world.published(id, day(10));

  for (const number of [0, 1] as const) {
    expect((await asked(number)).map(({ metric }) => metric)).not.toContain('openFindings');
  }
  expect(await file(0, { openFindings: 0 })).toMatchObject({
    error: { code: 'invalid', fields: { openFindings: '本系统的记录里是 1，请以其为准。' } },
  });
  expect(await file(0, {})).toMatchObject({ ok: true });
  expect(await file(1, {})).toMatchObject({ ok: true });
  expect(await openFindings(0)).toMatchObject({ value: 1, source: 'api', asOf: day(0) });
  expect(await openFindings(1)).toMatchObject({ value: 0 });

  const [record] = await world.cloud.documents('inspection-records', { accountId: 'acc-0' });
  const recordId = String(record?._id);
  value(
    await world.cloud.call('staff-0', 'inspections.answer', {
      requestKey: key(),
      recordId,
      proof: { text: '已更正并补发说明', link: 'https://mp.weixin.qq.com/s/a', fileIds: [] },
    }),
  );
  value(
    await world.cloud.call('chief', 'inspections.recheck', {
      requestKey: key(),
      recordId,
      accepted: true,
      text: '复查属实',
    }),
  );
  expect(await file(0, {}, 1)).toMatchObject({ ok: true, data: { revision: 2 } });
  expect(await openFindings(0)).toMatchObject({ value: 0 });
});
