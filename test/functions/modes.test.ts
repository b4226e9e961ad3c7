import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { ModeFacts } from '../../typings/modes';
import { startTestCloud, type TestCloud } from './support/cloud';
import { monthBefore } from './support/exports';
import { madeAccount } from './support/sample';

const accountId = 'modes';
const bought: ModeFacts = {
  purchases: ['operation'],
  contract: true,
  procurement: 'negotiation',
  contentShare: { government: 0.1, vendor: 0.9 },
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([madeAccount(accountId)]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: `agency-${accountId}` });
  await cloud.grant('other', 'staff', { kind: 'agency', agencyId: 'agency-other' });
});
afterAll(() => cloud.close());

const save = (basedOnRevision: number, facts: ModeFacts = bought, requestKey = randomUUID()) =>
  cloud.call('staff', 'modes.saveFacts', { requestKey, accountId, facts, basedOnRevision });

test('asks rather than guesses while nothing is said', async () => {
  const answer = await cloud.call('staff', 'modes.current', { accountId });
  expect(answer).toMatchObject({ ok: true, data: { revision: 0, classification: { mode: null } } });
});

test('tells the mode from facts, keeps each statement, and takes a request once', async () => {
  const key = randomUUID();
  const told = { ok: true, data: { revision: 1, classification: { mode: 'delegated' } } };
  expect(await save(0, bought, key)).toMatchObject(told);
  expect(await save(0, bought, key)).toMatchObject(told);
  const own: ModeFacts = { purchases: [], contract: false, contentShare: { government: 1 } };
  expect(await save(1, own)).toMatchObject({
    ok: true,
    data: { revision: 2, classification: { mode: 'independent' } },
  });
});

test('of two who start from the same statement one is told', async () => {
  const answers = await Promise.all([save(2), save(2)]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('recommends, and answers a what-if that stores nothing', async () => {
  expect(await cloud.call('staff', 'modes.recommend', { accountId })).toMatchObject({
    ok: true,
    data: { samples: 10_000 },
  });
  const changes = { budgetYuan: 0 };
  const poor = await cloud.call('staff', 'modes.whatIf', { accountId, changes });
  const delegated = poor.ok && poor.data.after.find(({ mode }) => mode === 'delegated');
  expect(delegated).toMatchObject({ feasible: false });
  const after = await cloud.call('staff', 'modes.current', { accountId });
  expect(after.ok && after.data.facts.purchases).toEqual([...(bought.purchases ?? [])]);
  expect(after.ok && after.data.facts).not.toHaveProperty('budgetYuan');
});

test('prints the checklist of a change of mode', async () => {
  const wanted = { accountId, to: 'independent', startsOn: '2027-01-04' } as const;
  const plan = await cloud.call('staff', 'modes.transition', wanted);
  const sheet = await cloud.call('staff', 'modes.transitionSheet', wanted);
  const files = unzipSync(
    new Uint8Array(await (await fetch((sheet.ok && sheet.data.url) || '')).arrayBuffer()),
  );
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const steps = plan.ok ? plan.data.sections.flatMap((section) => section.steps) : [];
  expect(steps.length).toBeGreaterThan(5);
  for (const step of steps) expect(text).toContain(step.text);
  expect(text).toContain('2027-01-04');
});

test('there is no change to the mode of today', async () => {
  const answer = await cloud.call('staff', 'modes.transitionSheet', {
    accountId,
    to: 'delegated',
    startsOn: '2027-01-04',
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test.each([
  [{ staff: { fullTime: -1 } }, 'facts.staff.fullTime'],
  [{ leadership: 'enormous' }, 'facts.leadership'],
])('names the bad fact of %j', async (facts, field) => {
  const answer = await save(9, facts as ModeFacts);
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(Object.keys((!answer.ok && answer.error.fields) || {})).toContain(field);
});

test('what lies outside one’s agency is not found', async () => {
  const answer = await cloud.call('other', 'modes.current', { accountId });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('evidence counts accounts of like size alone', async () => {
  const like = ['asking', 'like-1', 'like-2'].map((id) =>
    filed('health', id, { followers: 10_000 }),
  );
  await keep([...like, filed('health', 'large', { followers: 900_000 })]);
  await cloud.grant('asker', 'staff', { kind: 'agency', agencyId: 'agency-asking' });
  const answer = await cloud.call('asker', 'modes.evidence', { accountId: 'asking' });
  const independents = answer.ok && answer.data.byMode.find(({ mode }) => mode === 'independent');
  expect(independents).toMatchObject({ accounts: like.length });
});

test('evidence tells what a change of mode went with, against accounts that stayed', async () => {
  const changed = Array.from({ length: 12 }, (_, index) => `changed-${index}`);
  const stayed = Array.from({ length: 12 }, (_, index) => `stayed-${index}`);
  for (const [period, reads] of [
    [monthBefore(7), 20_000],
    [monthBefore(1), 60_000],
  ] as const) {
    await keep([
      ...changed.map((id) => filed('court', id, { period, reads })),
      ...stayed.map((id) => filed('court', id, { period, reads: 20_000 })),
    ]);
  }
  await cloud.grant('clerk', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  for (const id of changed) await register(id, 'delegated', 2);
  await cloud.change('account-revisions', { accountId: { $in: changed }, revision: 1 }, longAgo);
  const answer = await cloud.call('clerk', 'modes.evidence', { accountId: 'stayed-0' });
  const changes = answer.ok ? answer.data.changes : [];
  const change = changes.find(({ from, to }) => from === 'independent' && to === 'delegated');
  expect(change).toMatchObject({ changed: changed.length, controls: stayed.length });
  expect(change?.forces?.dissemination?.estimate).toBeGreaterThan(0);
});

const longAgo = { updatedAt: '2020-01-01T00:00:00.000Z' };

/** Registers an account anew under another mode, as from the first of last month. */
async function register(id: string, mode: 'delegated', revision: number): Promise<void> {
  const state = filed('court', id, {}).account;
  const updatedAt = `${monthBefore(1)}-01T00:00:00.000Z`;
  const operation = { ...state.operation, mode };
  await cloud.addAccounts([{ ...state, operation, revision, updatedAt }]);
}

async function keep(all: ReturnType<typeof filed>[]): Promise<void> {
  await cloud.addAccounts(all.map(({ account }) => account));
  await cloud.recordHistory(
    all.map(({ account }) => account),
    all.map(({ submission }) => submission),
  );
}

function filed(
  department: 'health' | 'court',
  accountId: string,
  {
    period = monthBefore(1),
    followers = 10_000,
    reads = 20_000,
  }: { period?: string; followers?: number; reads?: number },
) {
  const figures = { followers, articles: 10, reads, maxReads: reads / 5, shares: 300 };
  return {
    account: madeAccount(accountId, { agency: { department }, operation: independent }),
    submission: {
      accountId,
      period,
      revision: 1,
      figures: Object.fromEntries(
        Object.entries(figures).map(([metric, value]) => [metric, figure(value)]),
      ),
      items: [],
      enteredBy: 'test',
      enteredAt: '2026-10-31T15:59:59Z',
      sample: false,
    },
  };
}

const independent = {
  mode: 'independent' as const,
  operator: null,
  openedOn: null,
  fullTimeStaff: null,
  partTimeStaff: null,
  annualBudget: null,
};

function figure(value: number) {
  return { value, measure: null, source: 'form' as const, asOf: '2026-10-31' };
}
