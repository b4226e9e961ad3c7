import type { Department, Level, RegionCode } from '../../../typings/vocabulary';

/** SHA-256 of a text, in lower-case hexadecimal digits. */
export type Digest = (text: string) => string;

/** An account in the frozen frame. */
export interface FrameEntry {
  id: string;
  stratum: string;
  /** failed last time: taken with certainty, before and beside the random draw */
  recheck: boolean;
}

export interface DrawSeed {
  /** committed to before the frame was frozen */
  seed: string;
  /** what witnesses named at the draw */
  witness: string;
}

/** Level, department and the region one step below the scope's. */
export function stratumOf(
  { level, department, region }: { level: Level; department: Department; region: RegionCode },
  scopePrefix: RegionCode,
): string {
  return [level, department, region.slice(0, Math.min(6, scopePrefix.length + 2))].join('|');
}

/** A line of the frame as it is summed up. */
export function frameLine({ id, stratum, recheck }: FrameEntry): string {
  return `${id}\t${stratum}\t${recheck ? 1 : 0}`;
}

/** Adds entries to a running checksum: each step is the digest of the last one and a line. */
export function addToChecksum(
  checksum: string,
  entries: readonly FrameEntry[],
  digest: Digest,
): string {
  return entries.reduce((sum, entry) => digest(`${sum}\n${frameLine(entry)}`), checksum);
}

/** What is published before the draw: nobody can tell the seed from it, and none other fits it. */
export function commitmentOf(seed: string, digest: Digest): string {
  return digest(`zhengwei-draw-1\n${seed}`);
}

/**
 * How many each stratum gives: the share of all, rounded up, dealt out in proportion by largest
 * remainders; equal remainders go by the stratum's name.
 */
export function allocate(sizes: ReadonlyMap<string, number>, share: number): Map<string, number> {
  const strata = [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = strata.reduce((sum, [, size]) => sum + size, 0);
  const wanted = Math.min(total, Math.ceil(Number((share * total).toFixed(9))));
  const dealt = strata.map(([stratum, size]) => ({
    stratum,
    count: total === 0 ? 0 : Math.floor((wanted * size) / total),
    remainder: total === 0 ? 0 : (wanted * size) % total,
  }));
  const left = wanted - dealt.reduce((sum, { count }) => sum + count, 0);
  const first = [...dealt].sort((a, b) => b.remainder - a.remainder).slice(0, left);
  return new Map(dealt.map((one) => [one.stratum, one.count + (first.includes(one) ? 1 : 0)]));
}

/** The place of an account in its stratum's lot. */
export function lotOf(id: string, { seed, witness }: DrawSeed, digest: Digest): string {
  return digest(`${seed}\n${witness}\n${id}`);
}

export interface StratumCount {
  stratum: string;
  /** re-checks left aside */
  frame: number;
  sample: number;
}

export interface Drawn {
  /** re-checks first, then the lots of each stratum, in the order of strata and lots */
  entries: FrameEntry[];
  strata: StratumCount[];
}

/**
 * Draws from a frozen frame: every re-check, and of each stratum the accounts with the lowest lots.
 * The order of the frame does not matter, so that anyone who holds frame, seed, witness and share
 * finds the same list.
 */
export function draw(
  frame: Iterable<FrameEntry>,
  seed: DrawSeed,
  share: number,
  digest: Digest,
): Drawn {
  const rechecks: FrameEntry[] = [];
  const lots = new Map<string, { entry: FrameEntry; lot: string }[]>();
  for (const entry of frame) {
    if (entry.recheck) {
      rechecks.push(entry);
      continue;
    }
    const own = lots.get(entry.stratum) ?? [];
    own.push({ entry, lot: lotOf(entry.id, seed, digest) });
    lots.set(entry.stratum, own);
  }
  const counts = allocate(new Map([...lots].map(([name, own]) => [name, own.length])), share);
  const drawn = [...counts].map(([stratum, count]) => {
    const own = lots.get(stratum) ?? [];
    own.sort((a, b) => (a.lot < b.lot ? -1 : 1));
    const taken = own.slice(0, count).map(({ entry }) => entry);
    return { taken, count: { stratum, frame: own.length, sample: taken.length } };
  });
  rechecks.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    entries: [...rechecks, ...drawn.flatMap(({ taken }) => taken)],
    strata: drawn.map(({ count }) => count),
  };
}
