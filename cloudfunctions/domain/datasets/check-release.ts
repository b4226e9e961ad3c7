import type { Dictionary } from './dictionary';

export interface ReleaseCheck {
  rows: number;
  classes: number;
  smallestClass: number | null;
  /** fewest accounts that share one published number */
  rarestValue: number | null;
  /** Chinese; empty when everything holds */
  faults: string[];
}

const mostFaults = 20;

/**
 * Holds the rows of a release against its dictionary: columns and types, codes, unique pseudonyms, the
 * count of accounts, k over the traits, and k over each published number.
 */
export function checkRelease(
  dictionary: Pick<Dictionary, 'columns' | 'disclosure'>,
  rows: Iterable<Record<string, unknown>>,
): ReleaseCheck {
  const { columns, disclosure } = dictionary;
  const names = columns.map(({ name }) => name);
  const traits = columns.filter(({ sensitivity }) => sensitivity === 'trait');
  const figures = columns.filter(({ rounding }) => rounding !== null);
  const faults = new Set<string>();
  const pseudonyms = new Set<unknown>();
  const classes = new Map<string, number>();
  const values = new Map<string, number>();
  let count = 0;
  for (const row of rows) {
    count += 1;
    const wrong = wrongColumns(row, names);
    if (wrong) faults.add(wrong);
    if (pseudonyms.has(row.id)) faults.add(`化名 ${String(row.id)} 重复`);
    pseudonyms.add(row.id);
    for (const { name, codes } of traits) {
      const unknown = name !== 'region' && !codes.some(({ code }) => code === row[name]);
      if (unknown || typeof row[name] !== 'string') faults.add(`列 ${name} 有字典里没有的代码`);
    }
    add(classes, JSON.stringify(traits.map(({ name }) => row[name])));
    for (const { name } of figures) {
      const value = row[name] ?? null;
      if (value !== null && typeof value !== 'number') faults.add(`列 ${name} 有不是数字的值`);
      else if (value !== null) add(values, `${name} ${value}`);
    }
  }
  const [smallestClass, rarestValue] = [least(classes), least(values)];
  if (count !== disclosure.released) {
    faults.add(`共 ${count} 行，字典记载 ${disclosure.released} 行`);
  }
  if (smallestClass !== null && smallestClass < disclosure.k) {
    faults.add(`有特征组合只有 ${smallestClass} 个账号，不足 ${disclosure.k} 个`);
  }
  if (rarestValue !== null && rarestValue < disclosure.k) {
    faults.add(`有数字只由 ${rarestValue} 个账号共有，不足 ${disclosure.k} 个`);
  }
  const found = [...faults].slice(0, mostFaults);
  return { rows: count, classes: classes.size, smallestClass, rarestValue, faults: found };
}

function wrongColumns(row: Record<string, unknown>, names: readonly string[]): string | null {
  const keys = Object.keys(row);
  const same = keys.length === names.length && keys.every((key, index) => key === names[index]);
  return same ? null : '列与数据字典不一致';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function least(counts: ReadonlyMap<string, number>): number | null {
  let smallest: number | null = null;
  for (const count of counts.values()) smallest = Math.min(smallest ?? count, count);
  return smallest;
}

/** Rows of a CSV file of a release, as its JSON Lines would give them. */
export function rowsOfCsv(
  text: string,
  { columns }: Pick<Dictionary, 'columns'>,
): Record<string, unknown>[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split('\r\n');
  const names = header.split(',');
  const numbers = new Set<string>(
    columns.filter(({ rounding }) => rounding !== null).map(({ name }) => name),
  );
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(
        names.map((name, index) => [name, cellValue(cells[index] ?? '', numbers.has(name))]),
      );
    });
}

function cellValue(cell: string, isNumber: boolean): string | number | null {
  if (!isNumber) return cell;
  return cell === '' ? null : Number(cell);
}
