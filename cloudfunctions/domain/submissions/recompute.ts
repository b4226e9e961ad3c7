import type { ApiError } from '../../../typings/answer';
import type { RecomputationState } from '../../../typings/recomputation';
import type { Result } from '../../../typings/result';
import { type BriefScore, briefScore, findScheme, type Scheme } from '../indices';
import { scoredSchemes } from './scored-schemes.data';
import { type Filed, scoringRecord } from './scoring';

/** What stands of a score, as far as a recomputation asks. */
export interface Standing {
  version: string;
  submissionRevision: number;
}

/** `scored`: a new revision is due. `refused`: the scheme does not take such figures. */
export type Recomputed =
  | { outcome: 'unchanged' | 'refused' }
  | { outcome: 'scored'; score: BriefScore };

/**
 * What becomes of one submission's score. One of this version and these figures is left alone, and so is
 * one of figures that were filed since these were read.
 */
export function recompute(
  scheme: Scheme,
  submission: Filed & { revision: number },
  standing: Standing | null,
): Recomputed {
  const { version, submissionRevision = 0 } = standing ?? {};
  const isCurrent = version === scheme.version && submissionRevision === submission.revision;
  if (isCurrent || submissionRevision > submission.revision) return { outcome: 'unchanged' };
  const scored = briefScore(scheme, scoringRecord(submission));
  return scored.ok ? { outcome: 'scored', score: scored.value } : { outcome: 'refused' };
}

/** The scheme of an id, if its scores are kept. Errors: `not-found`, and `invalid` when they are not. */
export function recomputable(id: string): Result<Scheme> {
  const scheme = findScheme(id);
  if (!scheme.ok || scoredSchemes.includes(id)) return scheme;
  const message = `“${scheme.value.name}”的分数随看随算，不保存，不需要重算。`;
  return { ok: false, error: { code: 'invalid', message, fields: { scheme: message } } };
}

/** What each new revision will say of why it was made; `invalid` when nobody says why. */
export function reasonOf({ name, version }: Scheme, reason?: string): Result<string> {
  if (reason) return { ok: true, value: `按${name}（版本 ${version}）重算：${reason}` };
  const message = '请写明重算的原因，每个新分数都会带着它。';
  return { ok: false, error: { code: 'invalid', message, fields: { reason: message } } };
}

interface Job {
  state: RecomputationState;
}

/** Whether something is left to be done: scores, or the counts of those that were written. */
export const isUnderWay = ({ state }: Job): boolean => state === 'running' || state === 'stopping';

/** The recomputation, if it can be called off: one that runs. `conflict` says why it cannot. */
export function stoppable<J extends Job>(job: J | null): Result<J> {
  if (job?.state === 'running') return { ok: true, value: job };
  return conflict(job ? notStoppable[job.state] : '这个方案没有在进行的重算，不需要停止。');
}

/** `conflict` while a run that was called off is still being counted: none may begin before. */
export function orderable(job: Job | null): Result<null> {
  if (job?.state !== 'stopping') return { ok: true, value: null };
  return conflict('上一次重算正在停止，已写下的分数还在计入榜单，请稍等一分钟再重算。');
}

const notStoppable: Record<Exclude<RecomputationState, 'running'>, string> = {
  stopping: '这次重算已经停止，正在把已写下的分数计入榜单，请刷新后再看。',
  stopped: '这次重算已经停止过了，请刷新后再看；要补齐其余各期，可以再重算一次。',
  finished: '这次重算已经完成，不需要停止，请刷新后再看。',
};

function conflict(message: string): { ok: false; error: ApiError } {
  return { ok: false, error: { code: 'conflict', message } };
}
