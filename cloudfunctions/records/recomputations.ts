import type { Recomputation, RecomputationState } from '../../typings/recomputation';
import type { Result } from '../../typings/result';
import type { Instant } from '../../typings/vocabulary';
import type { Scheme } from '../domain/indices';
import { orderable, stoppable } from '../domain/submissions/recompute';
import { collection, type Document, inOneUnit } from './collection';
import { type Answered, answeredOnce } from './requests';
import type { WalkedTo } from './submissions';

/** A recomputation with where it is; `run` counts how often it was ordered anew. */
export interface RecomputationDocument extends Omit<Recomputation, 'period' | 'stopped'>, Document {
  run: number;
  at: WalkedTo | null;
  /** the last of the period's deferred counts that was counted; null while its scores are computed */
  counting: string | null;
  /** absent from those of before there was a way to call one off */
  stopped?: Recomputation['stopped'];
  requestKey: string;
  /** keyed hash */
  orderedBy: string;
}

export interface Ordered {
  scheme: Scheme;
  reason: string;
  requestKey: string;
  orderedBy: string;
  orderedAt: Instant;
}

const recomputations = collection<RecomputationDocument>('recomputations');

const mostRunning = 100;

const idOf = ({ id, version }: Scheme): string => `${id}:${version}`;

export function findRecomputation(scheme: Scheme): Promise<RecomputationDocument | null> {
  return recomputations.find(idOf(scheme));
}

/** Those of the schemes' present versions, in no order. */
export function findRecomputations(schemes: Scheme[]): Promise<RecomputationDocument[]> {
  return recomputations.listIn('_id', schemes.map(idOf));
}

/** Those that a timer takes further, in no order. */
export async function recomputationsUnderWay(): Promise<RecomputationDocument[]> {
  const states: RecomputationState[] = ['running', 'stopping'];
  const found = await Promise.all(
    states.map((state) => recomputations.list({ state }, { limit: mostRunning })),
  );
  return found.flat();
}

/**
 * Whether asking for it is no new order: it runs, the request was met before, or nobody says why and it
 * is only to be taken further.
 */
export function isMet(
  { state, requestKey }: RecomputationDocument,
  asked: { requestKey: string; reason?: string },
): boolean {
  if (state === 'running' || requestKey === asked.requestKey) return true;
  return state === 'stopping' && asked.reason === undefined;
}

/**
 * Starts over from the first submission, unless a run is under way or the request was met before.
 * `conflict` while one that was called off is still being counted.
 */
export function orderRecomputation(ordered: Ordered): Promise<Result<RecomputationDocument>> {
  const { scheme, ...order } = ordered;
  return inOneUnit(async (unit) => {
    const standing = await unit.find<RecomputationDocument>('recomputations', idOf(scheme));
    if (standing && isMet(standing, order)) return { ok: true, value: standing };
    const may = orderable(standing);
    if (!may.ok) return may;
    const started: RecomputationDocument = {
      _id: idOf(scheme),
      scheme: scheme.id,
      version: scheme.version,
      state: 'running',
      run: (standing?.run ?? 0) + 1,
      at: null,
      counting: null,
      done: 0,
      written: 0,
      unchanged: 0,
      refused: 0,
      finishedAt: null,
      stopped: null,
      ...order,
    };
    await unit.put('recomputations', started);
    return { ok: true, value: started };
  });
}

/**
 * Calls a running one off: no further score is written, and what is left to be counted is counted by
 * whoever takes it further. `conflict` when none runs.
 */
export function stopRecomputation(
  scheme: Scheme,
  stopped: { at: Instant; reason: string },
  request: Answered,
): Promise<Result<null>> {
  return answeredOnce(request, async (unit) => {
    const found = await unit.find<RecomputationDocument>('recomputations', idOf(scheme));
    const running = stoppable(found);
    if (!running.ok) return running;
    await unit.put<RecomputationDocument>('recomputations', {
      ...running.value,
      state: 'stopping',
      stopped,
    });
    return { ok: true, value: null };
  });
}

/** The recomputation as the contract shows it. */
export function shownRecomputation(job: RecomputationDocument): Recomputation {
  const { scheme, version, state, reason, done, written, unchanged, refused } = job;
  const { at, orderedAt, finishedAt, stopped = null } = job;
  const period = at?.period ?? null;
  const counts = { done, written, unchanged, refused };
  return { scheme, version, state, reason, period, ...counts, orderedAt, finishedAt, stopped };
}
