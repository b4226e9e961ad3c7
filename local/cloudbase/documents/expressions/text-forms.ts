import { refused } from '../errors';
import { toRegExp } from '../query/regex';
import { type Document, Regex, typeName, type Value } from '../values/types';
import { evaluatedForm } from './forms';
import { type Argument, isNullish, requireText } from './operator';
import type { SpecialForm } from './scope';

/** What MongoDB trims when it is told no characters: the spaces of Unicode, and the null character. */
const blank =
  '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trimming(form: string, ends: { left: boolean; right: boolean }): SpecialForm {
  return evaluatedForm(form, ['input'], ['chars'], (given) => {
    const { input, chars } = given;
    if (isNullish(input) || ('chars' in given && isNullish(chars))) return null;
    const points = [...requireText(form, input)];
    const goes = new Set(requireText(form, chars ?? blank));
    let start = 0;
    let end = points.length;
    while (ends.left && start < end && goes.has(points[start] ?? '')) start += 1;
    while (ends.right && end > start && goes.has(points[end - 1] ?? '')) end -= 1;
    return points.slice(start, end).join('');
  });
}

/** Every match of a pattern in a text, or the first; undefined when one of both is null or missing. */
function matches(form: string, { input, regex, options }: Record<string, Argument>) {
  if (isNullish(input) || isNullish(regex)) return undefined;
  const text = requireText(form, input);
  return { text, found: text.matchAll(patternOf(form, regex, options)) };
}

function patternOf(form: string, regex: Value, options: Argument): RegExp {
  const flags = isNullish(options) ? '' : requireText(form, options);
  if (regex instanceof Regex) {
    if (flags !== '' && regex.options !== '')
      throw refused(`${form}: regex option(s) specified in both 'regex' and 'option' fields`);
    return everywhere(new Regex(regex.pattern, regex.options + flags));
  }
  if (typeof regex === 'string') return everywhere(new Regex(regex, flags));
  throw refused(`${form} needs 'regex' to be of type string or regex, not ${typeName(regex)}`);
}

function everywhere(regex: Regex): RegExp {
  const { source, flags } = toRegExp(regex);
  return new RegExp(source, `${flags}g`);
}

/** A match, its place in code points and what its groups caught. */
function told(text: string, match: RegExpMatchArray): Document {
  const [whole, ...captures] = match;
  return {
    match: whole,
    idx: [...text.slice(0, match.index)].length,
    captures: captures.map((capture: string | undefined) => capture ?? null),
  };
}

const regexNames: [required: string[], optional: string[]] = [['input', 'regex'], ['options']];

function replacing(
  form: string,
  replace: (text: string, find: string, by: string) => string,
): SpecialForm {
  return evaluatedForm(form, ['input', 'find', 'replacement'], [], (given) => {
    const { input, find, replacement } = given;
    const texts = [input, find, replacement].map((value) =>
      isNullish(value) ? null : requireText(form, value),
    );
    const [text, sought, by] = texts;
    if (isNullish(text) || isNullish(sought) || isNullish(by)) return null;
    return replace(text, sought, by);
  });
}

export const textForms: Record<string, SpecialForm> = {
  $trim: trimming('$trim', { left: true, right: true }),
  $ltrim: trimming('$ltrim', { left: true, right: false }),
  $rtrim: trimming('$rtrim', { left: false, right: true }),
  $regexMatch: evaluatedForm('$regexMatch', ...regexNames, (given) => {
    const all = matches('$regexMatch', given);
    return all !== undefined && all.found.next().done !== true;
  }),
  $regexFind: evaluatedForm('$regexFind', ...regexNames, (given) => {
    const all = matches('$regexFind', given);
    const [first] = all?.found ?? [];
    return all && first ? told(all.text, first) : null;
  }),
  $regexFindAll: evaluatedForm('$regexFindAll', ...regexNames, (given) => {
    const all = matches('$regexFindAll', given);
    return all ? Array.from(all.found, (match) => told(all.text, match)) : [];
  }),
  $replaceOne: replacing('$replaceOne', (text, find, by) => text.replace(find, () => by)),
  $replaceAll: replacing('$replaceAll', (text, find, by) => text.replaceAll(find, () => by)),
};
