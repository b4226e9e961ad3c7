import { randomUUID } from 'node:crypto';
import { scoresOf } from '../../../cloudfunctions/domain/submissions/scoring';
import type { AnomalyFlag } from '../../../typings/indices';
import type { Submission, SubmissionInput } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';
import { submissionOf } from '../support/scored';

jest.setTimeout(120_000);

const [last, before, earlier, first] = [1, 2, 3, 4].map(monthBefore) as [
  string,
  string,
  string,
  string,
];
const scheme = 'zhengwei-1';
const group = 24;
const peers = Array.from({ length: group }, (_, index) => madeAccount(`peer-${index}`));
const odd = madeAccount('odd');
const early = madeAccount('early');
const court = madeAccount('court', { kind: 'service', agency: { department: 'court' } });
const central = madeAccount('central', { agency: { level: 'central', region: '110000' } });
const accounts = [...peers, odd, early, court, central];

/** Shares forty times what the peers have for as many reads. */
function shared(id: string, period: string, times = 40): Submission {
  const filed = submissionOf(id, period, 9000);
  const { shares, maxShares } = filed.figures;
  if (!shares || !maxShares) throw new Error('no shares');
  const figures = {
    ...filed.figures,
    shares: { ...shares, value: 180 * times },
    maxShares: { ...maxShares, value: 90 * times },
  };
  return { ...filed, figures, items: [] };
}

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(accounts, [
    ...peers.flatMap(({ id }, index) => [
      submissionOf(id, before, 6000 + 250 * index),
      ...(index < 20 ? [submissionOf(id, earlier, 6000 + 250 * index)] : []),
    ]),
    ...['odd', 'court', 'central'].map((id) => shared(id, before)),
    shared('early', last),
    shared('odd', earlier),
    submissionOf('peer-0', first, 6000),
    shared('odd', first),
  ]);
  await cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' });
  for (const { id, agency } of accounts) {
    await cloud.grant(id, 'staff', { kind: 'agency', agencyId: agency.id });
  }
});
afterAll(() => cloud.close());

async function overview(accountId: string, period: string, openid = accountId) {
  const answer = await cloud.call(openid, 'scores.overview', { accountId, period });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data;
}

/** What the peers raised about shares an article. */
async function flagOf(...asked: Parameters<typeof overview>): Promise<AnomalyFlag | undefined> {
  const { flags } = await overview(...asked);
  return flags.find(({ code, metric }) => code === 'outlier-peers' && metric === 'shares');
}

const counters = () => cloud.documents('peer-counters', { board: `${scheme}:${before}` });
const figuresCounted = async () =>
  Object.fromEntries(
    (await counters()).flatMap(({ _id, figures }) => (figures ? [[_id, figures]] : [])),
  );

test('figures far from the peers of the period are flagged with the group, its size and its median', async () => {
  const flag = await flagOf('odd', before);
  expect(flag).toMatchObject({
    severity: 'warning',
    message: '篇均转发明显高于同组账号的一般水平，请核对',
    evidence: { value: 360, compared: group },
    peers: {
      sharedTraits: ['level', 'department', 'kind'],
      label: '同级别、同部门系统、同账号类型',
      period: before,
    },
  });
  const median = 9;
  expect(Number(flag?.evidence.typical) / median).toBeCloseTo(1, 1);
});

test('a peer that does as the others is not flagged, and the supervisor sees what the staff see', async () => {
  const usual = await overview('peer-12', before);
  expect(usual.flags.filter(({ code }) => code === 'outlier-peers')).toEqual([]);
  expect(await flagOf('odd', before, 'country')).toEqual(await flagOf('odd', before));
});

test('no peer is named, and a flag changes no score', async () => {
  const { flags, score } = await overview('odd', before);
  const text = JSON.stringify(flags);
  for (const { id, name } of peers) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(`"${id}"`);
  }
  const { figures } = shared('odd', before);
  const scored = scoresOf({ period: before, figures });
  expect(score?.value).toBe(scored.ok && scored.value[0]?.value);
});

test('who files first is held against the period before', async () => {
  expect(await flagOf('early', last)).toMatchObject({
    evidence: { compared: group + 1 },
    peers: { sharedTraits: ['level', 'department', 'kind'], period: before },
  });
});

test('a small group is widened within its level, and says so', async () => {
  expect(await flagOf('court', before)).toMatchObject({
    evidence: { compared: group + 1 },
    peers: { sharedTraits: ['level'], label: '同级别' },
  });
  expect(await flagOf('central', before)).toBeUndefined();
});

test('what was held against whom is told, and what was not for too few peers', async () => {
  const labels = ['篇均阅读', '篇均点赞', '篇均在看', '篇均转发', '篇均留言'];
  const all = [...labels, '每千次阅读的点赞', '每千粉丝的篇均阅读'];
  expect((await overview('peer-12', before)).peerComparison).toEqual({
    group: {
      sharedTraits: ['level', 'department', 'kind'],
      label: '同级别、同部门系统、同账号类型',
      period: before,
    },
    compared: all,
    tooFew: [],
    least: 20,
  });
  const none = { group: null, compared: [], tooFew: all, least: 20 };
  expect((await overview('central', before)).peerComparison).toEqual(none);
  expect((await overview('odd', first, 'country')).peerComparison).toEqual(none);
  const unfiled = await cloud.call('early', 'scores.overview', {
    accountId: 'early',
    kind: 'year',
  });
  expect(unfiled).toMatchObject({ ok: true, data: { flags: [], peerComparison: null } });
});

test('twenty others are enough, and with fewer nobody is held against anybody', async () => {
  expect(await flagOf('odd', earlier)).toMatchObject({ evidence: { compared: 20 } });
  expect(await flagOf('odd', first)).toBeUndefined();
  await cloud.call('peer-0', 'submissions.submit', correction('peer-0', earlier, { shares: 121 }));
  expect(await flagOf('odd', earlier)).toMatchObject({ evidence: { compared: 20 } });
});

function correction(
  accountId: string,
  period: string,
  form: SubmissionInput['form'],
): SubmissionInput {
  const requestKey = randomUUID();
  return { requestKey, accountId, period, fileIds: [], form, basedOnRevision: 1, reason: '更正' };
}

test('a correction moves the account among the counted figures, and its flag goes', async () => {
  const total = async () =>
    Object.values(await figuresCounted())
      .flatMap((figures) => Object.values(figures as Record<string, Record<string, number>>))
      .flatMap((buckets) => Object.values(buckets))
      .reduce((sum, count) => sum + count, 0);
  const sum = await total();
  const was = await figuresCounted();
  const answer = await cloud.call(
    'odd',
    'submissions.submit',
    correction('odd', before, { shares: 180, maxShares: 90 }),
  );
  expect(answer.ok).toBe(true);
  expect(await flagOf('odd', before)).toBeUndefined();
  expect(await total()).toBe(sum);
  expect(await figuresCounted()).not.toEqual(was);
});

test('an account that becomes another kind takes its figures along', async () => {
  const { id, status, closedOn, sample, revision, updatedAt, agency, ...input } = court;
  const { id: _, ...office } = agency;
  const save = (department: typeof agency.department, kind: typeof court.kind) =>
    cloud.call('country', 'accounts.save', {
      requestKey: randomUUID(),
      accountId: id,
      account: { ...input, kind, agency: { ...office, department } },
    });
  expect((await save('government-office', 'subscription')).ok).toBe(true);
  expect(await flagOf('court', before)).toMatchObject({
    evidence: { compared: group + 1 },
    peers: { sharedTraits: ['level', 'department', 'kind'] },
  });
  expect(await flagOf('early', last)).toMatchObject({ evidence: { compared: group + 2 } });
  expect((await save('court', 'service')).ok).toBe(true);
  expect(await flagOf('early', last)).toMatchObject({ evidence: { compared: group + 1 } });
});

test('a recomputation over history counts the figures that submissions would have', async () => {
  const was = await figuresCounted();
  expect(Object.keys(was).length).toBeGreaterThan(0);
  await cloud.remove('score-heads', { scheme });
  await cloud.remove('scores', { scheme });
  for (const period of [last, before, earlier, first]) {
    for (const part of ['', ':offices', ':ways']) {
      await cloud.remove('peer-counters', { board: `${scheme}:${period}${part}` });
    }
  }
  const requestKey = randomUUID();
  const run = () =>
    cloud.call('country', 'scores.recompute', { requestKey, scheme, reason: '方案换版' });
  let answer = await run();
  while (answer.ok && answer.data.state !== 'finished') answer = await run();
  expect(answer.ok).toBe(true);
  const withoutNone = (counted: object) =>
    JSON.parse(JSON.stringify(counted, (_, value) => (value === 0 ? undefined : value)));
  expect(withoutNone(await figuresCounted())).toEqual(withoutNone(was));
});
