import type { RegionChoice } from '../../../typings/registry';
import type { RegionCode } from '../../../typings/vocabulary';

export interface RegionEntry {
  /** GB/T 2260, six digits */
  code: RegionCode;
  name: string;
}

export interface RegionLookup {
  /** 「福建省福州市鼓楼区」; null when there is no such code */
  fullName(code: RegionCode): string | null;
  /** every region that a written name may mean: with or without province, city and suffixes */
  codesOf(name: string): RegionCode[];
}

/** A city's districts taken together: a code of the standard, and no place with accounts of its own. */
export const districtsAsOne = '市辖区';

const suffix = /(特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|省|市|区|县)$/;

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s/·、,\-_>]/g, '');
}

/** A name and, when two characters are left, the name without its suffix. */
function aliases(name: string): string[] {
  const short = name.replace(suffix, '');
  return short.length >= 2 && short !== name ? [name, short] : [name];
}

function optional(name: string | undefined): string[] {
  return name === undefined ? [''] : ['', ...aliases(name)];
}

function joined(...parts: string[][]): string[] {
  return parts.reduce(
    (names, part) => names.flatMap((before) => part.map((next) => before + next)),
    [''],
  );
}

/** Names that stand for a code's ancestors; the groups of counties under a province are none. */
function ancestors(names: ReadonlyMap<string, string>, code: RegionCode): (string | undefined)[] {
  const province = code.endsWith('0000') ? undefined : names.get(`${code.slice(0, 2)}0000`);
  const city = code.endsWith('00') ? undefined : names.get(`${code.slice(0, 4)}00`);
  return [province, city?.includes('直辖') ? undefined : city];
}

/** Looks regions up both ways, in a list of GB/T 2260 codes and their own names. */
export function regionLookup(entries: readonly RegionEntry[]): RegionLookup {
  const names = new Map(entries.map(({ code, name }) => [code, name]));
  const codes = new Map<string, RegionCode[]>();
  for (const { code, name } of entries) {
    const [province, city] = ancestors(names, code);
    for (const alias of new Set(joined(optional(province), optional(city), aliases(name)))) {
      codes.set(alias, [...(codes.get(alias) ?? []), code]);
    }
  }
  return {
    fullName: (code) => {
      const name = names.get(code);
      return name === undefined ? null : [...ancestors(names, code), name].join('');
    },
    codesOf: (name) => codes.get(plain(name)) ?? [],
  };
}

/** The regions just below a prefix of two or four digits, or the provinces, each by its own prefix. */
export function regionsBelow(entries: readonly RegionEntry[], prefix: RegionCode): RegionChoice[] {
  const within = entries.filter(
    ({ code, name }) => code.startsWith(prefix) && name !== districtsAsOne,
  );
  for (const length of [2, 4, 6].filter((one) => one > prefix.length)) {
    const found = within.filter(({ code }) => meaning(code).length === length);
    if (found.length > 0) {
      return found.map(({ code, name }) => ({ prefix: meaning(code), name: ownName(name) }));
    }
  }
  return [];
}

/** 「湖北省-自治区直辖县级行政区划」 groups what has no city above it. */
const ownName = (name: string): string => (name.includes('直辖') ? '直辖县市' : name);

/** The digits that tell where a region is: two of a province, four of a city, six of a county. */
function meaning(code: RegionCode): RegionCode {
  if (code.endsWith('0000')) return code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}
