const sign = 1n << 63n;
const all = (1n << 64n) - 1n;
const digits = 16;

const view = new DataView(new ArrayBuffer(8));

/** A number's bits, so that greater numbers have greater bits. */
function bitsOf(value: number): bigint {
  // −0 and 0 are one value.
  view.setFloat64(0, value + 0);
  const bits = view.getBigUint64(0);
  return bits & sign ? all ^ bits : bits | sign;
}

function numberOf(bits: bigint): number {
  view.setBigUint64(0, bits & sign ? bits ^ sign : all ^ bits);
  return view.getFloat64(0);
}

/**
 * A value as text that sorts the greater one first: 16 hexadecimal digits, equal for equal values and
 * for no others.
 */
export function valueKey(value: number): string {
  // In halves: this is done for each measure of each score, and large integers are slow.
  view.setFloat64(0, value + 0);
  const high = view.getUint32(0);
  const low = view.getUint32(4);
  if (high >= signOfHigh) return half(high) + half(low);
  return half(signOfHigh - 1 - high) + half(allOfHalf - low);
}

const signOfHigh = 2 ** 31;
const allOfHalf = 2 ** 32 - 1;
const half = (bits: number): string => bits.toString(16).padStart(digits / 2, '0');

/** Where an account stands in a board's order: by value, and among equal ones by its id. */
export function rankKey(value: number, accountId: string): string {
  return `${valueKey(value)}-${accountId}`;
}

/** The value that a key was made of. */
export function valueOfKey(key: string): number {
  return numberOf(all ^ BigInt(`0x${key.slice(0, digits)}`));
}

export function isRankKey(text: string): boolean {
  return /^[0-9a-f]{16}(-[\w-]{1,64})?$/.test(text);
}

/** The next number up. */
export function nextUp(value: number): number {
  return numberOf(bitsOf(value) + 1n);
}

export function nextDown(value: number): number {
  return numberOf(bitsOf(value) - 1n);
}
