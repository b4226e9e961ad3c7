import { refused } from '../errors';
import { compareStrings } from '../values/compare';
import type { Value } from '../values/types';
import { textOf } from './conversions';
import {
  type Argument,
  isNullish,
  many,
  type Operator,
  type Operators,
  requireText,
  requireWhole,
  strict,
} from './operator';

/** Letters of ASCII alone change their case, as in MongoDB. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** An operator on texts, to which null and the missing are the empty text. */
function onText(arity: number, apply: (...texts: string[]) => Value): Operator {
  return {
    arity: [arity, arity],
    apply: (args) => apply(...args.map((value) => (isNullish(value) ? '' : textOf(value)))),
  };
}

function substringBytes([value, from, length]: Argument[]): Argument {
  const bytes = Buffer.from(isNullish(value) ? '' : textOf(value), 'utf8');
  const start = requireWhole('$substrBytes', from);
  const count = requireWhole('$substrBytes', length);
  if (start < 0 || start >= bytes.length) return '';
  const end = count < 0 ? bytes.length : Math.min(bytes.length, start + count);
  for (const place of [start, end]) {
    if (place < bytes.length && ((bytes[place] ?? 0) & 0xc0) === 0x80) {
      throw refused('$substrBytes: Invalid range, a character would be cut');
    }
  }
  return bytes.subarray(start, end).toString('utf8');
}

function substringPoints([value, from, length]: Argument[]): Argument {
  const points = [...(isNullish(value) ? '' : textOf(value))];
  const start = requireWhole('$substrCP', from);
  const count = requireWhole('$substrCP', length);
  if (start < 0 || count < 0) throw refused('$substrCP requires places of 0 or more');
  return points.slice(start, start + count).join('');
}

/** Finds one text in another, places counted in units that `toUnits` makes. */
function indexOf<Unit>(name: string, toUnits: (text: string) => ArrayLike<Unit>): Operator {
  return {
    arity: [2, 4],
    apply: ([value, sought, from, to]) => {
      if (isNullish(value)) return null;
      const text = toUnits(requireText(name, value));
      const part = toUnits(requireText(name, sought));
      const start = from === undefined ? 0 : requireWhole(name, from);
      const end = Math.min(text.length, to === undefined ? text.length : requireWhole(name, to));
      if (start < 0 || end < 0) throw refused(`${name} requires places of 0 or more`);
      for (let place = start; place + part.length <= end; place++) {
        let same = 0;
        while (same < part.length && text[place + same] === part[same]) same += 1;
        if (same === part.length) return place;
      }
      return -1;
    },
  };
}

function split(value: Value, separator: Value): Value {
  const mark = requireText('$split', separator);
  if (mark === '') throw refused('$split requires a non-empty separator');
  return requireText('$split', value).split(mark);
}

const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const pointsOf = (text: string) => [...text];

export const strings: Operators = {
  $concat: strict(0, many, (...values) =>
    values.map((value) => requireText('$concat', value)).join(''),
  ),
  $indexOfBytes: indexOf('$indexOfBytes', bytesOf),
  $indexOfCP: indexOf('$indexOfCP', pointsOf),
  $split: strict(2, 2, split),
  $strLenBytes: {
    arity: [1, 1],
    apply: ([value]) => Buffer.byteLength(requireText('$strLenBytes', value)),
  },
  $strLenCP: { arity: [1, 1], apply: ([value]) => [...requireText('$strLenCP', value)].length },
  $strcasecmp: onText(2, (left = '', right = '') =>
    Math.sign(compareStrings(upper(left), upper(right))),
  ),
  $substr: { arity: [3, 3], apply: substringBytes },
  $substrBytes: { arity: [3, 3], apply: substringBytes },
  $substrCP: { arity: [3, 3], apply: substringPoints },
  $toLower: onText(1, (text = '') => lower(text)),
  $toUpper: onText(1, (text = '') => upper(text)),
};
