import type { ScorePart } from '../typings/indices';
import type { StoredScore } from '../typings/overview';

/** Places shown: WCI and its like run into the thousands, the forces to 100. */
export function decimalsOf(value: number | null): number {
  return value !== null && Math.abs(value) >= 1000 ? 0 : 1;
}

/** A part as it is shown: one that is 1 at most is told of 100, as the forces are. */
export const shownPart = ({ value, full }: ScorePart): number | null =>
  value === null || full !== 1 ? value : value * 100;

/** What changed between two scores; null unless both stand and were made the same way. */
export function changeOf(score: StoredScore | null, previous: StoredScore | null): number | null {
  if (score?.value == null || previous?.value == null) return null;
  return score.scheme === previous.scheme ? score.value - previous.value : null;
}

/** The same of one part. */
export function partChangeOf(
  key: string,
  score: StoredScore | null,
  previous: StoredScore | null,
): number | null {
  const [now, before] = [score, previous].map((one) => one?.parts[key]);
  if (!now || !before || score?.scheme !== previous?.scheme) return null;
  const [value, earlier] = [shownPart(now), shownPart(before)];
  return value === null || earlier === null ? null : value - earlier;
}

/** Which filing of a period figures come from: its first one, or a later correction. */
export function revisionLabel(revision: number): string {
  return revision > 1 ? `第 ${revision - 1} 次修订` : '首次填报';
}
