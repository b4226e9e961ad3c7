/**
 * The parts, moved by at most a few units in the last place so that they add up to `total`, from
 * left to right, to the last bit. All are put on one grid, the last place of the largest magnitude
 * that the additions reach, on which additions are exact; what is left over goes to the largest
 * part. With parts of one sign that grid holds `total` itself; where large parts cancel, `total`
 * is moved to the grid too, and the parts add up to what is returned as `total`.
 */
export function fitSum(parts: number[], total: number): { parts: number[]; total: number } {
  const magnitude = magnitudeOf(parts, total);
  if (magnitude === 0) return { parts, total };
  const grid = lastPlace(magnitude);
  const goal = Math.round(total / grid) * grid;
  const fitted: number[] = [];
  let largest = 0;
  for (const part of parts) {
    const onGrid = Math.round(part / grid) * grid;
    if (Math.abs(onGrid) > Math.abs(fitted[largest] ?? 0)) largest = fitted.length;
    fitted.push(onGrid);
  }
  for (let round = 0; round < 4; round += 1) {
    const rest = goal - sumOf(fitted);
    if (rest === 0) break;
    fitted[largest] = (fitted[largest] ?? 0) + rest;
  }
  return { parts: fitted, total: goal };
}

function sumOf(parts: number[]): number {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
}

function magnitudeOf(parts: number[], total: number): number {
  let magnitude = Math.abs(total);
  let negative = false;
  for (const part of parts) {
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
