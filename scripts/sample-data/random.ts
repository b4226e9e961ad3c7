/** A seeded source of chance: the same seed gives the same sample data on every machine. */
export interface Random {
  /** uniform on [0, 1) */
  next(): number;
  /** uniform integer, both ends included */
  integer(from: number, to: number): number;
  /** log-normal with the given median; `spread` is the standard deviation of the logarithm */
  logNormal(median: number, spread: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** mulberry32, with Box–Muller for the normal deviate. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}
