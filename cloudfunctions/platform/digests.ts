import { createHash, createHmac, randomBytes } from 'node:crypto';

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A key for the pseudonyms of one release: 256 random bits. */
export function pseudonymKey(): string {
  return randomBytes(32).toString('hex');
}

/**
 * A name that only the key can make of an id: a letter, so that no spreadsheet takes it for a number,
 * and 64 bits of a keyed hash.
 */
export function pseudonymOf(key: string, id: string): string {
  return `p${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`;
}

/** Where a pseudonym lies among all that could be: 0 up to, not including, 1. */
export function positionOf(pseudonym: string): number {
  return Number.parseInt(pseudonym.slice(1, 9), 16) / 2 ** 32;
}
