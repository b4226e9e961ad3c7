import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Without 0 O 1 I L U: nothing that is misread or misheard. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/** A record's id: 96 random bits. */
export function randomId(): string {
  return randomBytes(12).toString('hex');
}

/** A code that a person can read out and type, from a keyed hash: `K7QM-2XWP-9DRT`, 58 bits. */
export function codeFrom(hash: string): string {
  let rest = BigInt(`0x${hash}`);
  let letters = '';
  while (letters.length < codeLength) {
    letters += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return grouped(letters);
}

/** A code as typed, brought to the form that `codeFrom` gives. */
export function normalCode(typed: string): string {
  return grouped(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}

function grouped(letters: string): string {
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** An id that the same words always give: 96 bits of their digest. */
export function idOf(...words: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 24);
}

/** A whole number from 0 to below `bound`. */
export function randomBelow(bound: number): number {
  return randomInt(bound);
}

/** SHA-256 of a text, in hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
