/**
 * Moves the numbers at some places of a column by at most a few units in the last place, so that
 * they add up to `total`, in the order of the places, to the last bit. All are put on one grid, on
 * which additions are exact; what is left over goes to the largest part. With parts of one sign the
 * grid is the last place of `total`; where parts cancel, it is that of the largest magnitude that the
 * additions reach, and `total` is moved to it too.
 *
 * @returns what they add up to
 */
export function fitSum(column: number[], places: readonly number[], total: number): number {
  const anchor = anchorOf(column, places, total);
  const goal = onGrid(total, anchor);
  let sum = 0;
  let largest = places[0] ?? 0;
  for (const place of places) {
    const part = onGrid(column[place] ?? 0, anchor);
    column[place] = part;
    sum += part;
    if (Math.abs(part) > Math.abs(column[largest] ?? 0)) largest = place;
  }
  for (let round = 0; sum !== goal && round < 4; round += 1) {
    column[largest] = (column[largest] ?? 0) + (goal - sum);
    sum = sumOf(column, places);
  }
  return goal;
}

/**
 * `fitSum`, and what the grid left of `total` goes to the last part that is not 0, where that part
 * can hold it: parts that cancel then add up to `total` itself. A part many times `total` cannot.
 *
 * @returns what they add up to
 */
export function fitSumFinely(column: number[], places: readonly number[], total: number): number {
  const sum = fitSum(column, places, total);
  const last = [...places].reverse().find((place) => (column[place] ?? 0) !== 0);
  if (sum === total || last === undefined) return sum;
  const before = column[last] ?? 0;
  column[last] = before + (total - sum);
  if (sumOf(column, places) === total) return total;
  column[last] = before;
  return sum;
}

/** What does not fit the last place of the anchor is rounded off when the anchor is added. */
const onGrid = (part: number, anchor: number): number => part + anchor - anchor;

/** The total where no part is negative; otherwise so large that adding a part keeps its last place. */
function anchorOf(column: number[], places: readonly number[], total: number): number {
  let magnitude = Math.abs(total);
  let negative = false;
  for (const place of places) {
    const part = column[place] ?? 0;
    magnitude += Math.abs(part);
    if (part < 0) negative = true;
  }
  return negative ? 3 * magnitude : total;
}

function sumOf(column: number[], places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += column[place] ?? 0;
  return sum;
}
