import type { Instant, PeriodId } from '../../typings/vocabulary';
import { nextPeriod, previousPeriod } from '../domain/indices';
import type { Document, Unit } from './collection';
import { placed } from './kept-score';
import { recount } from './peer-counters';
import { type KeptScore, scoreHeadId } from './scores';

/** A score that was replaced: boards that it is on are told of it. */
export interface ScoreCorrection extends Document {
  accountId: string;
  period: PeriodId;
  scheme: string;
  /** of the score that replaces */
  revision: number;
  at: Instant;
  /** boards have been told */
  told: boolean;
}

/**
 * Keeps scores with all that follows: the revision, the head, the growth of this period and of the
 * next one, the counters, and a note of what was replaced. Per score a fixed number of documents,
 * whatever the number of accounts.
 */
export async function keepScores(unit: Unit, scores: KeptScore[]): Promise<void> {
  if (scores.length === 0) return;
  const stood = await headsAround(unit, scores);
  const heads = new Map<string, KeptScore>();
  const headOf = (id: string | null) => heads.get(id ?? '') ?? stood.get(id ?? '') ?? null;
  for (const score of scores) {
    const kept = grown(score, headOf(beside(score, previousPeriod)));
    heads.set(kept._id, kept);
    const next = headOf(beside(score, nextPeriod));
    if (next) heads.set(next._id, grown(next, kept));
  }
  const kept = scores.flatMap(({ _id }) => heads.get(_id) ?? []);
  await unit.addMany('scores', kept.map(asRevision));
  await unit.addMany('score-corrections', kept.flatMap(correctionIn(stood)));
  const isNew = ({ _id }: KeptScore) => !stood.has(_id);
  await unit.addMany('score-heads', [...heads.values()].filter(isNew));
  for (const head of heads.values()) if (!isNew(head)) await unit.put('score-heads', head);
  await recount(
    unit,
    [...heads.values()].map((head) => [stood.get(head._id) ?? null, head]),
  );
}

/** The heads of the scores' own periods and of those on either side, as they stand. */
async function headsAround(unit: Unit, scores: KeptScore[]): Promise<Map<string, KeptScore>> {
  const ids = scores.flatMap((score) => [
    score._id,
    ...[previousPeriod, nextPeriod].flatMap((step) => beside(score, step) ?? []),
  ]);
  const found = await unit.findMany<KeptScore>('score-heads', [...new Set(ids)]);
  return new Map(found.map((head) => [head._id, head]));
}

const asRevision = (head: KeptScore): KeptScore => ({
  ...head,
  _id: `${head._id}:${head.revision}`,
});

/** A score with its growth on the period before, where both were made by the same version. */
export function grown(score: KeptScore, before: KeptScore | null): KeptScore {
  const comparable = before?.version === score.version ? (before?.value ?? null) : null;
  const growth = score.value === null || comparable === null ? null : score.value - comparable;
  return placed({ ...score, growth });
}

function beside({ accountId, period, scheme }: KeptScore, step: typeof nextPeriod): string | null {
  const found = step(period);
  return found.ok ? scoreHeadId(accountId, found.value.id, scheme) : null;
}

/** What is corrected is a score of the same version: a new version of a scheme is another thing. */
function correctionIn(stood: Map<string, KeptScore>) {
  return (score: KeptScore): ScoreCorrection[] => {
    const { _id, accountId, period, scheme, version, revision, computedAt: at } = score;
    if (stood.get(_id)?.version !== version) return [];
    return [{ _id: `${_id}:${revision}`, accountId, period, scheme, revision, at, told: false }];
  };
}
