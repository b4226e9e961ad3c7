/**
 * The parts, moved by at most a few units in the last place so that they add up to `total`, from
 * left to right, to the last bit. All are put on one grid, the last place of the largest magnitude
 * that the additions reach, on which additions are exact; what is left over goes to the largest
 * part. With parts of one sign that grid holds `total` itself; where large parts cancel, `total`
 * is moved to the grid too, and the parts add up to what is returned as `total`.
 */
export function fitSum(parts: number[], total: number): { parts: number[]; total: number } {
  const magnitude = parts.some((part) => part < 0)
    ? parts.reduce((sum, part) => sum + Math.abs(part), Math.abs(total))
    : total;
  if (magnitude === 0) return { parts, total };
  const grid = lastPlace(magnitude);
  const onGrid = (value: number): number => Math.round(value / grid) * grid;
  const fitted = parts.map(onGrid);
  const goal = onGrid(total);
  const largest = fitted.reduce(
    (most, part, at) => (Math.abs(part) > Math.abs(fitted[most] ?? 0) ? at : most),
    0,
  );
  for (let round = 0; round < 4; round += 1) {
    const rest = goal - fitted.reduce((sum, part) => sum + part, 0);
    if (rest === 0) break;
    fitted[largest] = (fitted[largest] ?? 0) + rest;
  }
  return { parts: fitted, total: goal };
}

/** The distance from a positive double to the next one. */
function lastPlace(value: number): number {
  const exponent = Math.floor(Math.log2(value));
  // the logarithm of a number just below a power of two may round up to it
  return 2 ** ((2 ** exponent > value ? exponent - 1 : exponent) - 52);
}
