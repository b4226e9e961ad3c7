import type { ApiError } from '../../../typings/answer';
import type { StoredScore } from '../../../typings/overview';
import type { Result } from '../../../typings/result';
import type { PeriodId } from '../../../typings/vocabulary';
import {
  findScheme,
  type Period,
  parsePeriod,
  planOf,
  type Scheme,
  score,
} from '../../domain/indices';
import { compositionText, type FiledOrComposed, recordOf } from '../../domain/submissions/compose';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { Refusal, unwrap } from '../../handler/refusal';
import { findScoreHead, type KeptScore } from '../../records/scores';
import { recentHeads } from '../../records/submissions';
import { type FiledPeriod, findFiled } from './filed';

/** The period and scheme that a question is about, with the figures that stand for them. */
export interface Chosen {
  period: Period;
  scheme: Scheme;
  filed: FiledPeriod;
}

const notFiled: ApiError = {
  code: 'not-found',
  message: '这一期还没有填报数据，请先填报，或换一期查看。',
};

/** Throws `not-found` when the account has no figures of the period, or none at all. */
export async function choose(
  accountId: string,
  asked: { period?: PeriodId; scheme?: string },
): Promise<Chosen> {
  const scheme = unwrap(findScheme(asked.scheme ?? defaultScheme));
  const id = asked.period ?? (await recentHeads(accountId, 1))[0]?.period;
  if (id === undefined) throw new Refusal(notFiled);
  const period = unwrap(parsePeriod(id));
  const filed = await findFiled(accountId, period);
  if (!filed) throw new Refusal(notFiled);
  return { scheme, period, filed };
}

/** The score of a period under a scheme, with its explanation computed again from the figures. */
export async function scoreOf({
  filed,
  scheme,
}: Pick<Chosen, 'filed' | 'scheme'>): Promise<StoredScore> {
  const kept = await findScoreHead(filed.accountId, filed.period, scheme.id);
  return unwrap(storedScore(scheme, filed, kept));
}

type Scored = FiledOrComposed & Pick<FiledPeriod, 'accountId' | 'revision' | 'enteredAt'>;

/**
 * What is kept of a score joined with what its figures give; a scheme that is not kept has no kept.
 * Errors: `invalid` when the scheme does not take such figures. Throws when the same figures and
 * version do not give the kept value again to the last digit: it is never shown then.
 */
export function storedScore(
  scheme: Scheme,
  filed: Scored,
  kept: KeptScore | null,
): Result<StoredScore> {
  const { accountId, period, revision, enteredAt, composedOf } = filed;
  const scored = score(scheme, recordOf(filed));
  if (!scored.ok) return scored;
  const { value, version, rules } = scored.value;
  const isSame = kept?.submissionRevision === revision && kept.version === version;
  if (isSame && kept.value !== value) {
    throw new Error(`${kept._id} is kept as ${kept.value}, but computed as ${value}`);
  }
  const composed =
    composedOf && ({ code: 'composed', message: compositionText(composedOf) } as const);
  return {
    ok: true,
    value: {
      ...scored.value,
      rules: composed ? [composed, ...rules] : rules,
      accountId,
      period,
      submissionRevision: revision,
      revision: kept?.revision ?? 1,
      reason: kept?.reason,
      computedAt: kept?.computedAt ?? enteredAt,
      composedOf,
    },
  };
}

/** A score of an earlier version of its scheme: as it was kept then, without its terms. */
export function earlierVersion(scheme: Scheme, kept: KeptScore): StoredScore {
  const { id, purpose } = scheme;
  const { root } = planOf(scheme);
  const note = `按当时的版本 ${kept.version} 计算（现行版本 ${scheme.version}），只保留当时的结果`;
  const { value, coverage, version } = kept;
  const parts = root.children.flatMap(({ key, label, weight, greatest }) =>
    key in kept.parts
      ? [[key, { label, value: kept.parts[key] ?? null, full: greatest, coverage, weight }]]
      : [],
  );
  return {
    scheme: id,
    version,
    purpose,
    value,
    status: value === null ? 'insufficient' : 'scored',
    parts: Object.fromEntries(parts),
    coverage,
    explanation: {
      key: root.key,
      label: root.label,
      inputs: [],
      quantity: null,
      unit: null,
      transformed: null,
      weight: 1,
      effectiveWeight: 1,
      contribution: value ?? 0,
      full: null,
      note,
      children: [],
    },
    missing: [],
    rules: [{ code: 'earlier-version', message: note }],
    flags: [],
    accountId: kept.accountId,
    period: kept.period,
    submissionRevision: kept.submissionRevision,
    revision: kept.revision,
    reason: kept.reason,
    computedAt: kept.computedAt,
  };
}
