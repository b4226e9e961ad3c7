import type { WordForm } from '../../../typings/monitors';

export interface FormHit {
  form: WordForm;
  at: number;
}

export type Matcher = (text: string) => FormHit[];

/**
 * Finds the forms of a list in a text: at each place the longest one, none overlapping. A text of n
 * characters costs n lookups for each length that the list has, whatever the list's size.
 */
export function wordMatcher(forms: readonly WordForm[]): Matcher {
  const byForm = new Map(forms.map((form) => [comparable(form.form), form]));
  byForm.delete('');
  const lengths = [...new Set([...byForm.keys()].map(({ length }) => length))].sort(
    (a, b) => b - a,
  );
  return (text) => {
    const plain = comparable(text);
    const hits: FormHit[] = [];
    for (let at = 0; at < plain.length; ) {
      const hit = longestAt(plain, at, lengths, byForm);
      if (hit) hits.push({ form: hit.form, at });
      at += hit?.length ?? 1;
    }
    return hits;
  };
}

function longestAt(
  text: string,
  at: number,
  lengths: readonly number[],
  byForm: ReadonlyMap<string, WordForm>,
): { form: WordForm; length: number } | null {
  for (const length of lengths) {
    const form = at + length <= text.length && byForm.get(text.slice(at, at + length));
    if (form) return { form, length };
  }
  return null;
}

/** Case and width do not hide a form; each character keeps its place. */
function comparable(text: string): string {
  return text.toLowerCase();
}
