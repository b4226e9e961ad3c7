import type { TextHit } from '../../../typings/monitors';
import { personalNumbers, withoutNumbers } from './personal-numbers';
import { readTitle } from './titles';
import type { Matcher } from './word-matcher';

/** A list and the words that find its forms. */
export interface ListMatcher {
  /** 词表 and version, as a person reads it */
  label: string;
  find: Matcher;
}

export interface FoundHit extends TextHit {
  list: string | null;
}

const around = 16;

/** Everything in a text that a person should look at: forms of the lists, numbers of persons. */
export function checkText(text: string, lists: readonly ListMatcher[]): FoundHit[] {
  const read = readTitle(text);
  const words = lists.flatMap(({ label, find }) =>
    find(read).map(
      ({ form, at }): FoundHit => ({
        kind: form.category,
        found: form.form,
        instead: form.instead,
        excerpt: excerptOf(read, at, form.form.length),
        list: label,
      }),
    ),
  );
  const numbers = personalNumbers(read).map(
    ({ kind, at, length, masked }): FoundHit => ({
      kind,
      found: masked,
      instead: null,
      excerpt: excerptOf(read, at, length),
      list: null,
    }),
  );
  const unique = new Map(
    [...words, ...numbers].map((hit) => [`${hit.kind}:${hit.found}:${hit.excerpt}`, hit]),
  );
  return [...unique.values()];
}

/** Masked as a whole first, so that no number is cut out of its mask. */
function excerptOf(text: string, at: number, length: number): string {
  const before = withoutNumbers(text.slice(0, at)).slice(-around);
  const after = withoutNumbers(text.slice(at)).slice(0, length + around);
  const cutBefore = at > around ? '…' : '';
  const cutAfter = text.length > at + length + around ? '…' : '';
  return `${cutBefore}${before}${after}${cutAfter}`;
}
