import type { PeerStanding } from '../../../typings/insights';
import type { PeerTraits } from '../../../typings/peers';
import { findScheme } from '../indices';
import { type Peer, standing } from '../indices/peers';

/** How many scores of one group lie in each bucket: key → count. */
export type Buckets = Record<string, number>;

/** One group of accounts with the same traits, counted. */
export interface CountedGroup extends PeerTraits {
  id: string;
  buckets: Buckets;
}

/** Where one score is counted. */
export interface CountedIn {
  group: string;
  bucket: string;
}

/** Scores on a scale to 100 are told apart by 0.1, those on an open scale by 1. */
function stepOf(schemeId: string): number {
  const scheme = findScheme(schemeId);
  return scheme.ok && scheme.value.maximum !== null ? scheme.value.maximum / 1000 : 1;
}

/** The bucket of a score, as the key of a document's field; null for no value. */
export function bucketOf(schemeId: string, value: number | null): string | null {
  return value === null ? null : `b${Math.round(value / stepOf(schemeId))}`;
}

/** The value that a bucket's key stands for, known to the bucket's step. */
export function valueIn(schemeId: string, bucket: string): number {
  return Number(bucket.slice(1)) * stepOf(schemeId);
}

/**
 * Where an account stands, from counted groups alone: values are known to the bucket's step, so that
 * scores in one bucket count as ties. The account's own score is left out.
 */
export function standingIn(
  schemeId: string,
  { traits, counted }: { traits: PeerTraits; counted: CountedIn | null },
  groups: readonly CountedGroup[],
): PeerStanding {
  const peers = groups.flatMap((group) =>
    Object.entries(group.buckets).flatMap(([bucket, count]) => {
      const isOwn = group.id === counted?.group && bucket === counted.bucket;
      const peer: Peer = { traits: group, value: valueIn(schemeId, bucket) };
      return new Array<Peer>(Math.max(0, isOwn ? count - 1 : count)).fill(peer);
    }),
  );
  const value = counted && valueIn(schemeId, counted.bucket);
  return standing({ traits, value }, peers);
}

/** How many scores a group counts, the account's own among them. */
export function sizeOf({ buckets }: { buckets: Buckets }): number {
  return Object.values(buckets).reduce((sum, count) => sum + count, 0);
}

/** How many peers have better and worse scores, those of the own bucket counted as worse. */
export function countsAbout(
  groups: readonly CountedGroup[],
  counted: CountedIn,
): { better: number; worse: number } {
  const place = (bucket: string) => Number(bucket.slice(1));
  const all = groups.flatMap(({ buckets }) => Object.entries(buckets));
  const better = all.reduce(
    (sum, [bucket, count]) => (place(bucket) > place(counted.bucket) ? sum + count : sum),
    0,
  );
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  return { better, worse: Math.max(0, total - better - 1) };
}
