import type { ExplanationNode } from '../../../typings/indices';
import { monthBefore } from '../support/exports';
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
