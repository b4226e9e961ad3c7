/**
 * Moves the numbers at some places of a column by at most a few units in the last place, so that
 * they add up to `total`, in the order of the places, to the last bit. All are put on one grid, the
 * last place of the largest magnitude that the additions reach, on which additions are exact; what
 * is left over goes to the largest part. With parts of one sign that grid holds `total` itself;
 * where large parts cancel, `total` is moved to the grid too.
 *
 * @returns what they add up to
 */
export function fitSum(column: number[], places: readonly number[], total: number): number {
  const magnitude = magnitudeOf(column, places, total);
  if (magnitude === 0) return total;
  const grid = lastPlace(magnitude);
  const goal = Math.round(total / grid) * grid;
  let largest = places[0] ?? 0;
  for (const place of places) {
    const onGrid = Math.round((column[place] ?? 0) / grid) * grid;
    column[place] = onGrid;
    if (Math.abs(onGrid) > Math.abs(column[largest] ?? 0)) largest = place;
  }
  for (let round = 0; round < 4; round += 1) {
    const rest = goal - sumOf(column, places);
    if (rest === 0) break;
    column[largest] = (column[largest] ?? 0) + rest;
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

function sumOf(column: number[], places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += column[place] ?? 0;
  return sum;
}

function magnitudeOf(column: number[], places: readonly number[], total: number): number {
  let magnitude = Math.abs(total);
  let negative = false;
  for (const place of places) {
    const part = column[place] ?? 0;
    magnitude += Math.abs(part);
    if (part < 0) negative = true;
  }
  return negative ? magnitude : total;
}

const bits = new DataView(new ArrayBuffer(8));

/** The distance from a positive double to the next one: its exponent, 52 places down. */
function lastPlace(value: number): number {
  bits.setFloat64(0, value);
  const exponent = ((bits.getUint16(0) >> 4) & 0x7ff) - 52;
  // a subnormal distance is rounded up to the least normal one
  bits.setUint32(0, Math.max(exponent, 1) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
