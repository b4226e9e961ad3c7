import { valueKey } from './rank-key';

/** Values that some scores lie among: above one value, and up to another. */
interface Interval {
  above: number;
  upTo: number;
  /** how many scores */
  size: number;
}

/** Of fewer scores the rest are looked at one by one. */
const few = 24;
/** Rounds after which as many are left as have one value. */
const mostRounds = 20;

/**
 * Finds a place shortly before the score that so many of an interval are before of, by counts between
 * values: each round guesses where it lies as if scores lay evenly, and counts a little on either side,
 * so that an interval of thousands takes two or three rounds. `left` says how many scores from the place
 * on are to be passed over.
 */
export async function placeOfRank(
  interval: Interval,
  before: number,
  countBetween: (from: string, before: string) => Promise<number>,
): Promise<{ place: string; left: number }> {
  let { above, upTo, size } = interval;
  let left = before;
  for (let round = 0; round < mostRounds && left > few; round += 1) {
    const top = valueKey(upTo);
    const guesses = guessesIn({ above, upTo, size }, left, round);
    if (guesses.length === 0) break;
    const better = await Promise.all(guesses.map((value) => countBetween(top, valueKey(value))));
    const counted = guesses.map((value, index) => ({ value, better: better[index] ?? 0 }));
    const passed = counted.filter((one) => one.better <= left).at(-1);
    const beyond = counted.find((one) => one.better > left);
    const skipped = passed?.better ?? 0;
    size = (beyond?.better ?? size) - skipped;
    above = beyond?.value ?? above;
    upTo = passed?.value ?? upTo;
    left -= skipped;
  }
  return { place: valueKey(upTo), left };
}

/** The greater first; none when no value lies within. Every second round halves, whatever the shape. */
function guessesIn({ above, upTo, size }: Interval, left: number, round: number): number[] {
  const margin = 1 / Math.sqrt(size);
  const share = left / size;
  const shares = round % 2 === 1 ? [0.5] : [share - margin, share + margin];
  const values = shares.map((one) => upTo - (upTo - above) * one);
  return values.filter((value) => value > above && value < upTo);
}
