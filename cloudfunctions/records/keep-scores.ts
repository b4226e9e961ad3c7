import type { Instant, PeriodId } from '../../typings/vocabulary';
import { nextPeriod, previousPeriod } from '../domain/indices';
import type { Document, Unit } from './collection';
import { placed } from './kept-score';
import { leaveToCount } from './pending-counts';
import type { Move } from './recount';
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

/** What a caller that keeps many scores has at hand, or does otherwise. */
export interface Keeping {
  /** the heads of the scores themselves as they stand, read in this unit */
  standing?: KeptScore[];
  /** how scores are counted where they are now; else they are left to `countPending` */
  count?: (unit: Unit, moves: Move[]) => Promise<void>;
}

/** What growth is told from. */
type Grown = Pick<KeptScore, '_id' | 'version' | 'value'>;

/**
 * Keeps scores with all that follows: the revision, the head, the growth of this period and of the
 * next one, what is to be counted, and a note of what was replaced. Per score a fixed number of
 * documents, whatever the number of accounts.
 */
export async function keepScores(
  unit: Unit,
  scores: KeptScore[],
  { standing, count = leaveToCount }: Keeping = {},
): Promise<void> {
  if (scores.length === 0) return;
  const ids = scores.map(({ _id }) => _id);
  const own = standing ?? (await unit.findMany<KeptScore>('score-heads', ids));
  const beside = await headsBeside(unit, scores);
  const kept = scores.map((score) => grown(score, beside.get(idBeside(score, previousPeriod))));
  const following = await followersOf(unit, kept, beside);
  const stood = byId([...own, ...following.map(([before]) => before)]);
  const heads = [...kept, ...following.map(([, after]) => after)];
  await unit.addMany('scores', kept.map(asRevision));
  await unit.addMany('score-corrections', kept.flatMap(correctionIn(stood)));
  const isNew = ({ _id }: KeptScore) => !stood.has(_id);
  await unit.addMany('score-heads', heads.filter(isNew));
  for (const head of heads) if (!isNew(head)) await unit.put('score-heads', head);
  await count(
    unit,
    heads.map((head): Move => [stood.get(head._id) ?? null, head]),
  );
}

/** The scores and what stands on either side of them, as far as growth asks. */
async function headsBeside(unit: Unit, scores: KeptScore[]): Promise<Map<string, Grown>> {
  const known = byId<Grown>(scores);
  const ids = scores.flatMap((score) =>
    [previousPeriod, nextPeriod].map((step) => idBeside(score, step)),
  );
  const unknown = [...new Set(ids)].filter((id) => id !== '' && !known.has(id));
  const found = await unit.findMany<Grown>('score-heads', unknown, ['version', 'value']);
  for (const head of found) known.set(head._id, head);
  return known;
}

/**
 * The heads of the periods after, before and after their growth is told anew. One of another version
 * has grown on a score that was of its own.
 */
async function followersOf(
  unit: Unit,
  kept: KeptScore[],
  beside: Map<string, Grown>,
): Promise<[before: KeptScore, after: KeptScore][]> {
  const own = new Set(kept.map(({ _id }) => _id));
  const followed = new Map(
    kept.flatMap((score): [string, KeptScore][] => {
      const id = idBeside(score, nextPeriod);
      const isFollowed = !own.has(id) && beside.get(id)?.version === score.version;
      return isFollowed ? [[id, score]] : [];
    }),
  );
  const found = await unit.findMany<KeptScore>('score-heads', [...followed.keys()]);
  return found.map((head) => [head, grown(head, followed.get(head._id))]);
}

const byId = <D extends Document>(list: D[]): Map<string, D> =>
  new Map(list.map((one) => [one._id, one]));

const asRevision = (head: KeptScore): KeptScore => ({
  ...head,
  _id: `${head._id}:${head.revision}`,
});

/** A score with its growth on the period before, where both were made by the same version. */
export function grown(score: KeptScore, before: Omit<Grown, '_id'> | null = null): KeptScore {
  const comparable = before?.version === score.version ? (before?.value ?? null) : null;
  const growth = score.value === null || comparable === null ? null : score.value - comparable;
  return growth === score.growth ? score : placed({ ...score, growth });
}

/** The id of the same score a period earlier or later; none where that is no period. */
function idBeside({ accountId, period, scheme }: KeptScore, step: typeof nextPeriod): string {
  const found = step(period);
  return found.ok ? scoreHeadId(accountId, found.value.id, scheme) : '';
}

/** What is corrected is a score of the same version: a new version of a scheme is another thing. */
function correctionIn(stood: Map<string, KeptScore>) {
  return (score: KeptScore): ScoreCorrection[] => {
    const { _id, accountId, period, scheme, version, revision, computedAt: at } = score;
    if (stood.get(_id)?.version !== version) return [];
    return [{ _id: `${_id}:${revision}`, accountId, period, scheme, revision, at, told: false }];
  };
}
