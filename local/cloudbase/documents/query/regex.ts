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
  pattern = pattern.replace(
    perlOnly,
    (found, literal?: string, escaped?: string, posix?: string) => {
      const same = javaScriptFor(literal, escaped, posix);
      if (same === undefined)
        throw refused(`Regular expression is not served: ${found} in /${source}/`);
      return same;
    },
  );
  for (const unicode of /\\[pP]/.test(pattern) ? ['u'] : ['u', '']) {
    try {
      return new RegExp(pattern, flags + unicode);
    } catch {
      // PCRE allows escapes that only JavaScript's older syntax does: tried next without `u`.
    }
  }
  throw refused(`Regular expression is invalid: /${source}/${options}`);
}

/** Text between `\\Q` and `\\E`, one escape, or a named class such as `[:alpha:]`: all that Perl may read differently. */
const perlOnly = /\\Q([\s\S]*?)(?:\\E|$)|\\(x\{|[pP](?:\{\w+\}|.)|[\s\S])|\[:(\^?\w+):\]/g;

const anchors: Record<string, string> = {
  A: '(?<![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  z: '(?![\\s\\S])',
};

const posixClasses: Record<string, string> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: ' \\t',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9a-fA-F',
};

/** Escapes that mean the same in JavaScript, with and without its `u`. */
const sameEscapes = /^(?:[bBcdDfknrsStuwWx\d^$\\.*+?()[\]{}|/]|[pP]\{\w\w?\})$/;

/** A script by its name, which JavaScript wants told from a category such as `L` or `Nd`. */
const script = /^([pP])\{(\w{3,})\}$/;

function javaScriptFor(literal?: string, escaped?: string, posix?: string): string | undefined {
  if (literal !== undefined) return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (posix !== undefined)
    return Object.hasOwn(posixClasses, posix) ? posixClasses[posix] : undefined;
  if (escaped === undefined) return undefined;
  if (Object.hasOwn(anchors, escaped)) return anchors[escaped];
  if (sameEscapes.test(escaped)) return `\\${escaped}`;
  if (script.test(escaped)) return escaped.replace(script, '\\$1{Script=$2}');
  if (/[a-zA-Z]/.test(escaped)) return undefined;
  return `\\u${escaped.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
