import type { Recomputation } from '../../typings/recomputation';
import type { Instant } from '../../typings/vocabulary';
import type { Scheme } from '../domain/indices';
import { collection, type Document, inOneUnit } from './collection';
import type { WalkedTo } from './submissions';

/** A recomputation with where it is; `run` counts how often it was ordered anew. */
export interface RecomputationDocument extends Omit<Recomputation, 'period'>, Document {
  run: number;
  at: WalkedTo | null;
  /** the last of the period's deferred counts that was counted; null while its scores are computed */
  counting: string | null;
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

export function runningRecomputations(): Promise<RecomputationDocument[]> {
  return recomputations.list({ state: 'running' }, { limit: mostRunning });
}

/** Whether asking for it again is no new order: it is under way, or the request was met before. */
export const isMet = ({ state, ...job }: RecomputationDocument, requestKey: string): boolean =>
  state === 'running' || job.requestKey === requestKey;

/** Starts over from the first submission, unless a run is under way or the request was met before. */
export function orderRecomputation(ordered: Ordered): Promise<RecomputationDocument> {
  const { scheme, ...order } = ordered;
  return inOneUnit(async (unit) => {
    const standing = await unit.find<RecomputationDocument>('recomputations', idOf(scheme));
    if (standing && isMet(standing, order.requestKey)) return standing;
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
      ...order,
    };
    await unit.put('recomputations', started);
    return started;
  });
}

/** The recomputation as the contract shows it. */
export function shownRecomputation(job: RecomputationDocument): Recomputation {
  const { scheme, version, state, reason, done, written, unchanged, refused } = job;
  const { at, orderedAt, finishedAt } = job;
  const period = at?.period ?? null;
  const counts = { done, written, unchanged, refused };
  return { scheme, version, state, reason, period, ...counts, orderedAt, finishedAt };
}
