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
