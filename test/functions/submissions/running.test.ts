import type { ExplanationNode } from '../../../typings/indices';
import { dayOf, monthBefore, notifiedExport } from '../support/exports';
import { form, startedFiling } from '../support/filing';

const filing = startedFiling();
const running = monthBefore(0);
const elapsed = new Date(Date.now() + 8 * 3_600_000).getUTCDate();

const inputsOf = ({ inputs, children }: ExplanationNode): ExplanationNode['inputs'] => [
  ...inputs,
  ...children.flatMap(inputsOf),
];

test('a running month is filed and scored over its days so far', async () => {
  const { cloud } = filing.it;
  const { accountId, staff } = await filing.it.newAccount();
  const articles = {
    articles: 5,
    reads: 5000,
    maxReads: 2000,
    headlineReads: 4000,
    headlineCount: 4,
  };
  const filed = filing.it.submission(accountId, {
    period: running,
    fileIds: [],
    form: { ...form, ...articles, followers: 20_000, shares: 80 },
  });
  expect(await cloud.call(staff, 'submissions.submit', filed)).toMatchObject({ ok: true });
  const detail = await cloud.call(staff, 'scores.detail', { accountId, period: running });
  if (!detail.ok) throw new Error(detail.error.message);
  const days = inputsOf(detail.data.score.explanation).filter(({ name }) => name === 'days');
  expect(days.length).toBeGreaterThan(0);
  expect(days.every(({ value }) => value === elapsed)).toBe(true);
});

/** The first articles of the running month alone, on as many days; early in a month, on its first. */
const listed = Math.max(1, Math.min(5, elapsed - 1));

test('a running month of an article list alone reaches as far as the person states', async () => {
  const { cloud } = filing.it;
  const { accountId, staff } = await filing.it.newAccount();
  const list = Array.from({ length: listed }, () => 800);
  const fileIds = [await cloud.upload('intake/running.xls', notifiedExport(running, list))];
  const preview = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: running,
    fileIds,
  });
  const today = dayOf(running, elapsed);
  const reach = dayOf(running, listed);
  expect(preview).toMatchObject({
    ok: true,
    data: { running: { from: reach, to: today, through: reach } },
  });
  const told = await cloud.call(staff, 'submissions.preview', {
    accountId,
    period: running,
    fileIds,
    through: today,
  });
  const gaps = [preview, told].map((one) => one.ok && one.data.figures.longestGapDays?.value);
  expect(gaps).toEqual([0, elapsed - listed]);
  const filed = (through: string, revision = 0) =>
    cloud.call(
      staff,
      'submissions.submit',
      filing.it.submission(accountId, {
        period: running,
        fileIds,
        form: {},
        through,
        basedOnRevision: revision,
        ...(revision > 0 ? { reason: '改截至日期' } : {}),
      }),
    );
  expect(await filed(dayOf(running, elapsed + 1 > 28 ? 1 : elapsed + 1))).toMatchObject({
    error: { code: 'invalid', fields: { through: expect.any(String) } },
  });
  expect(await filed(reach)).toMatchObject({ ok: true, data: { revision: 1 } });
  expect(await filed(reach, 1)).toMatchObject({ ok: true, data: { unchanged: true } });
  if (today !== reach) {
    expect(await filed(today, 1)).toMatchObject({ ok: true, data: { revision: 2 } });
  }
  const history = await cloud.call(staff, 'submissions.history', { accountId, period: running });
  expect(history.ok && history.data.revisions[0]?.through).toBe(today);
});

test('a period that is over asks for no last day, and takes none', async () => {
  const { cloud, fileIds } = filing.it;
  const { accountId, staff } = await filing.it.newAccount();
  const period = monthBefore(1);
  const form = await cloud.call(staff, 'submissions.form', { accountId, period });
  expect(form).toMatchObject({ ok: true, data: { running: null } });
  const stated = filing.it.submission(accountId, { fileIds, through: dayOf(period, 10) });
  expect(await cloud.call(staff, 'submissions.submit', stated)).toMatchObject({
    error: { code: 'invalid', fields: { through: expect.any(String) } },
  });
});
