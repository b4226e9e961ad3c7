import { randomUUID } from 'node:crypto';
import type { Scheme } from '../../../cloudfunctions/domain/indices';
import type { RecomputationDocument } from '../../../cloudfunctions/records/recomputations';
import type { Recomputation } from '../../../typings/recomputation';
import type { Result } from '../../../typings/result';
import type { Figures, Submission } from '../../../typings/submission';
import type { MetricName, PeriodId } from '../../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './cloud';
import { dayOf, monthBefore } from './exports';
import { madeAccount } from './sample';

export const months = [monthBefore(1), monthBefore(2)];
export const accounts = Array.from({ length: 12 }, (_, index) =>
  madeAccount(`a${index}`, { agency: { level: index % 2 ? 'county' : 'prefectural' } }),
);
export const total = accounts.length * months.length;
/** Its scores are kept for every submission, and its figures may be in the other 口径 and refused. */
export const scheme = 'wci-14.2';
export const reason = '方案换版';

function submissionOf(accountId: string, period: PeriodId, reads: number): Submission {
  const values: Partial<Record<MetricName, number>> = {
    articles: 20,
    reads,
    maxReads: Math.round(reads / 4),
    headlineReads: Math.round(reads / 2),
    headlineCount: 12,
    likes: Math.round(reads / 100),
    maxLikes: Math.round(reads / 300),
    headlineLikes: Math.round(reads / 200),
    wows: Math.round(reads / 120),
    maxWows: Math.round(reads / 400),
    headlineWows: Math.round(reads / 240),
  };
  const asOf = dayOf(period, 28);
  const figures: Figures = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, measure: null, source: 'form', asOf },
    ]),
  );
  const enteredAt = `${asOf}T00:00:00.000Z`;
  const entered = { enteredBy: 'test', enteredAt, sample: false, items: [] };
  return { accountId, period, revision: 1, figures, ...entered };
}

export type Told = Record<string, unknown> & { _id: string };

export interface Kept {
  heads: Told[];
  revisions: Told[];
  counters: Told[];
}

/** Accounts with two months each, whose scores a supervisor of the country may recompute. */
export interface RecomputingCloud {
  cloud: TestCloud;
  /** All that stands of the scheme, without when and why it was computed. */
  state(): Promise<Kept>;
  /** As if the scheme had only now come to be. */
  forgetScores(): Promise<void>;
  /** Recomputes to the end through the bundle. */
  run(requestKey?: string): Promise<Recomputation>;
  /** Orders one here, in this process, where it can be held after any step. */
  order(requestKey: string): Promise<RecomputationDocument>;
  /** Takes it a step further: a page of nine, or a part of the counts. */
  step(job: RecomputationDocument): Promise<RecomputationDocument>;
}

const boards = months.flatMap((month) =>
  ['', ':offices', ':ways'].map((part) => `${scheme}:${month}${part}`),
);
const orderedAt = '2026-11-25T00:00:00.000Z';

export async function startRecomputingCloud(): Promise<RecomputingCloud> {
  const cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(
    accounts,
    accounts.flatMap(({ id }, index) =>
      months.map((month, back) => submissionOf(id, month, 3000 + index * 800 + back * 300)),
    ),
  );
  await cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' });
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  await cloud.grant('narrow', 'supervisor', {
    kind: 'region',
    regionPrefix: '',
    levels: ['county'],
  });
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-a0' });

  const { orderRecomputation } = await import('../../../cloudfunctions/records/recomputations');
  const { recomputeFurther } = await import('../../../cloudfunctions/records/recompute-further');
  const { recomputable } = await import('../../../cloudfunctions/domain/submissions/recompute');
  const ofScheme = unwrapped<Scheme>(recomputable(scheme));

  return {
    cloud,
    async state() {
      const told = async (name: 'score-heads' | 'scores' | 'peer-counters', filter: object) => {
        const documents = await cloud.documents(name, filter);
        return documents
          .map(({ reason: _, computedAt: __, ...rest }) => rest as Told)
          .sort((a, b) => (a._id < b._id ? -1 : 1));
      };
      const counters = await Promise.all(boards.map((board) => told('peer-counters', { board })));
      return {
        heads: await told('score-heads', { scheme }),
        revisions: await told('scores', { scheme }),
        counters: counters.flat(),
      };
    },
    async forgetScores() {
      await cloud.remove('score-heads', { scheme });
      await cloud.remove('scores', { scheme });
      for (const board of boards) await cloud.remove('peer-counters', { board });
      await cloud.remove('recomputations', { scheme });
      await cloud.remove('deferred-counts', {});
    },
    async run(requestKey = randomUUID()) {
      for (;;) {
        const answer = await cloud.call('country', 'scores.recompute', {
          requestKey,
          scheme,
          reason,
        });
        if (!answer.ok) throw new Error(answer.error.message);
        if (answer.data.state === 'finished') return answer.data;
      }
    },
    async order(requestKey) {
      const order = { reason, requestKey, orderedBy: 'test', orderedAt };
      return unwrapped(await orderRecomputation({ scheme: ofScheme, ...order }));
    },
    step: (job) => recomputeFurther(ofScheme, job, { limit: 9, now: orderedAt }),
  };
}

function unwrapped<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** How many scores of the whole country the counters of the scheme's boards hold. */
export function countedIn({ counters }: Kept): number {
  return counters
    .filter(({ region, buckets }) => region === '' && buckets !== undefined)
    .flatMap(({ buckets }) => Object.values((buckets as { index: object }).index))
    .reduce((sum, count) => sum + count, 0);
}
