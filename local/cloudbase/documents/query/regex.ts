import { refused } from '../errors';
import type { Regex } from '../values/types';

const compiled = new Map<string, RegExp>();

/**
 * A stored or sent regular expression as JavaScript's. PCRE's `x` and what JavaScript cannot read are refused.
 * @throws ServiceError naming the option or the pattern
 */
export function toRegExp({ pattern, options }: Regex): RegExp {
  const id = `${options}/${pattern}`;
  const kept = compiled.get(id);
  if (kept) return kept;
  const regExp = build(pattern, options);
  if (compiled.size > 1000) compiled.clear();
  compiled.set(id, regExp);
  return regExp;
}

/** True when a pattern is found in a text. */
export function finds(regex: Regex, text: string): boolean {
  return toRegExp(regex).test(text);
}

function build(source: string, options: string): RegExp {
  let pattern = source;
  let flags = '';
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  if (inline) pattern = pattern.slice(inline[0].length);
  for (const option of `${options}${inline?.[1] ?? ''}`) {
    if ('ims'.includes(option)) flags += flags.includes(option) ? '' : option;
    else if (!'gluy'.includes(option)) throw refused(`invalid flag in regex options: ${option}`);
  }
  pattern = pattern.replace(/\\A/g, '^').replace(/\\[zZ]/g, '$');
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(pattern, flags + unicode);
    } catch {
      // PCRE allows escapes that only JavaScript's older syntax does: tried next without `u`.
    }
  }
  throw refused(`Regular expression is invalid: /${source}/${options}`);
}
