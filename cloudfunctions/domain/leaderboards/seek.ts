/** A place that is looked for among scores whose values lie above one and up to another. */
export interface Seeking {
  above: number;
  upTo: number;
  /** how many scores lie there */
  size: number;
  /** of them before the place */
  left: number;
  /** narrowed so often */
  rounds: number;
}

/** How many scores of what is looked through are better than a value. */
interface CountedAt {
  value: number;
  better: number;
}

/** Of fewer scores the rest are looked at one by one. */
const few = 24;
/** Rounds after which as many are left as have one value. */
const mostRounds = 20;

/**
 * The values to count at next, the greater first: as if scores lay evenly, a little on either side of
 * where the place would be, so that thousands take two or three rounds; every second round halves,
 * whatever the shape. None when the rest, `left` from `upTo` on, is to be passed over.
 */
export function valuesToCount({ above, upTo, size, left, rounds }: Seeking): number[] {
  if (left <= few || rounds === mostRounds) return [];
  const margin = 1 / Math.sqrt(size);
  const share = left / size;
  const shares = rounds % 2 === 1 ? [0.5] : [share - margin, share + margin];
  const values = shares.map((one) => upTo - (upTo - above) * one);
  return values.filter((value) => value > above && value < upTo);
}

/** What is left to be looked through once some values, the greater first, were counted at. */
export function narrowed(seeking: Seeking, counted: CountedAt[]): Seeking {
  const { above, upTo, size, left, rounds } = seeking;
  const passed = counted.filter(({ better }) => better <= left).at(-1);
  const beyond = counted.find(({ better }) => better > left);
  const skipped = passed?.better ?? 0;
  return {
    above: beyond?.value ?? above,
    upTo: passed?.value ?? upTo,
    size: (beyond?.better ?? size) - skipped,
    left: left - skipped,
    rounds: rounds + 1,
  };
}
