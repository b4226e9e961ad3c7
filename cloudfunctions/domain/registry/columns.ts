import type { Cell } from '../../../typings/intake';
import type { Result } from '../../../typings/result';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import { readDay } from '../intake/dates';
import { cleanText, plainText } from '../intake/text';
import { readCount } from '../intake/values';
import type { RegionLookup } from './region-lookup';

/** What one column holds: how a cell is read, and how its value is shown to a person. */
export interface Column<T> {
  header: string;
  /** other headers that mean the same */
  aliases: string[];
  /** an account cannot be added without it */
  required: boolean;
  /** Chinese, for the template */
  hint: string;
  read(cell: Cell, regions: RegionLookup): Result<T, string>;
  show(value: T, regions: RegionLookup): string;
}

interface Names {
  header: string;
  aliases?: string[];
  required?: true;
  hint?: string;
}

const MAX_TEXT = 60;
const MAX_CANDIDATES = 5;

function named(names: Names, hint: string) {
  return {
    header: names.header,
    aliases: names.aliases ?? [],
    required: names.required ?? false,
    hint: names.hint ?? hint,
  };
}

function ok<T>(value: T): Result<T, string> {
  return { ok: true, value };
}

function fail(reason: string): { ok: false; error: string } {
  return { ok: false, error: reason };
}

export function text(names: Names): Column<string> {
  return {
    ...named(names, `${MAX_TEXT} 字以内`),
    read: (cell) => {
      const value = cleanText(cell);
      return value.length > MAX_TEXT ? fail(`超过 ${MAX_TEXT} 字`) : ok(value);
    },
    show: (value) => value,
  };
}

/** An identifier of a fixed form; letters compare in lower case. */
export function identifier(names: Names, form: RegExp, reason: string): Column<string> {
  return {
    ...named(names, reason),
    read: (cell) => {
      const value = plainText(cell);
      return form.test(value) ? ok(value) : fail(`格式不对：${reason}`);
    },
    show: (value) => value,
  };
}

/** One of a closed list; each choice has its Chinese names, the first of which is shown. */
export function choice<T extends string>(
  names: Names,
  choices: Record<T, [string, ...string[]]>,
): Column<T> {
  const entries = Object.entries<[string, ...string[]]>(choices);
  const accepted = entries.map(([, [label]]) => label).join('、');
  return {
    ...named(names, `填写：${accepted}`),
    read: (cell) => {
      const written = plainText(cell).replace(/\s/g, '');
      const found = entries.find(
        ([value, labels]) => value === written || labels.includes(written),
      );
      return found ? ok(found[0] as T) : fail(`不在可选范围内，应为${accepted}之一`);
    },
    show: (value) => choices[value][0],
  };
}

export function day(names: Names): Column<Day> {
  return {
    ...named(names, '日期，如 2026-08-09'),
    read: (cell) => {
      const value = readDay(cell);
      return value === null ? fail('不是有效的日期，应如 2026-08-09') : ok(value);
    },
    show: (value) => value,
  };
}

export function count(names: Names): Column<number> {
  return {
    ...named(names, '数字'),
    read: (cell) => {
      const { value } = readCount(cell);
      return value === null ? fail('不是有效的数字') : ok(value);
    },
    show: (value) => String(value),
  };
}

export function region(names: Names): Column<RegionCode> {
  return {
    ...named(names, '六位行政区划代码（GB/T 2260），或全称如 福建省福州市鼓楼区'),
    read: (cell, regions) => {
      const written = plainText(cell);
      if (/^\d+$/.test(written)) {
        return regions.fullName(written) ? ok(written) : fail('没有这个行政区划代码');
      }
      const codes = regions.codesOf(written);
      const [only] = codes;
      if (only === undefined) return fail('没有这个地域，请写全称或六位代码');
      if (codes.length === 1) return ok(only);
      const candidates = codes
        .slice(0, MAX_CANDIDATES)
        .map((code) => `${regions.fullName(code)}（${code}）`);
      return fail(`有 ${codes.length} 个同名地域，请写明是哪一个：${candidates.join('、')}`);
    },
    show: (value, regions) => regions.fullName(value) ?? value,
  };
}
