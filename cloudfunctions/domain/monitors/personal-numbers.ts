import type { HitKind } from '../../../typings/monitors';

export interface NumberHit {
  kind: Extract<HitKind, 'identity-number' | 'phone-number' | 'bank-card'>;
  at: number;
  length: number;
  masked: string;
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identityChecks = '10X98765432';
const runs = /(?<![0-9A-Za-z])\d(?:[ -]?\d){9,18}[xX]?(?![0-9A-Za-z])/g;

/**
 * Numbers of persons that a text shows in full: identity numbers (GB 11643, checksum and birth date
 * verified), mobile phone numbers, bank cards (issued under 62 or 4–6, Luhn verified). Evidence is
 * masked here and nowhere kept in full.
 */
export function personalNumbers(text: string): NumberHit[] {
  const hits: NumberHit[] = [];
  for (const match of text.matchAll(runs)) {
    const digits = match[0].replace(/[ -]/g, '').toUpperCase();
    const kind = kindOf(digits);
    if (kind) {
      hits.push({ kind, at: match.index, length: match[0].length, masked: masked(digits) });
    }
  }
  return hits;
}

/** A text with every such number masked. */
export function withoutNumbers(text: string): string {
  return personalNumbers(text).reduceRight(
    (rest, { at, length, masked: stars }) =>
      `${rest.slice(0, at)}${stars}${rest.slice(at + length)}`,
    text,
  );
}

function kindOf(digits: string): NumberHit['kind'] | null {
  if (isIdentityNumber(digits)) return 'identity-number';
  if (/^1[3-9]\d{9}$/.test(digits)) return 'phone-number';
  return /^(?:62|[456])\d{14,17}$/.test(digits) && digits.length >= 16 && isLuhn(digits)
    ? 'bank-card'
    : null;
}

/** Eighteen places: region, birth date, order, checksum. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const date = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return false;
  if (date < '1900-01-01' || date > '2099-12-31') return false;
  const sum = identityWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return identityChecks[sum % 11] === text[17];
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function masked(digits: string): string {
  const [head, tail] = digits.length === 11 ? [3, 4] : [4, 2];
  return `${digits.slice(0, head)}${'*'.repeat(digits.length - head - tail)}${digits.slice(-tail)}`;
}
