/** How often each rounded value occurs. */
export type Histogram = Map<number, number>;

export function count(histogram: Histogram, value: number): void {
  histogram.set(value, (histogram.get(value) ?? 0) + 1);
}

/**
 * What each value of a column is published as, so that every number is shared by at least k accounts:
 * from the smallest up, values are joined until they are k, and each group is published as its own
 * median. The ends are thereby bottom- and top-coded. Null when fewer than k accounts have a value.
 */
export function shareValues(histogram: Histogram, k: number): ReadonlyMap<number, number> | null {
  const groups = groupsOf(
    [...histogram].sort(([a], [b]) => a - b),
    k,
  );
  if (groups === null) return null;
  return new Map(
    groups.flatMap((group) => {
      const published = medianOf(group);
      return group.map(([value]): [number, number] => [value, published]);
    }),
  );
}

type Counted = [value: number, accounts: number];

function groupsOf(sorted: Counted[], k: number): Counted[][] | null {
  const groups: Counted[][] = [];
  let open: Counted[] = [];
  for (const counted of sorted) {
    open.push(counted);
    if (accountsIn(open) < k) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.at(-1);
  if (!last) return null;
  last.push(...open);
  return groups;
}

function accountsIn(group: readonly Counted[]): number {
  return group.reduce((sum, [, accounts]) => sum + accounts, 0);
}

/** The lower median: one of the values themselves. */
function medianOf(group: readonly Counted[]): number {
  return quantileOf(group, 0.5);
}

/** The least value that a share of the accounts does not exceed; `sorted` is never empty. */
function quantileOf(sorted: readonly Counted[], share: number): number {
  const wanted = accountsIn(sorted) * share;
  let seen = 0;
  for (const [value, accounts] of sorted) {
    seen += accounts;
    if (seen >= wanted) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

/** Quartiles of a column as published; null when nobody has a value. */
export function quartilesOf(published: Histogram): [number, number, number] | null {
  const sorted = [...published].sort(([a], [b]) => a - b);
  if (sorted.length === 0) return null;
  return [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)];
}
