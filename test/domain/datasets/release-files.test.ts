import fc from 'fast-check';
import { checkRelease, rowsOfCsv } from '../../../cloudfunctions/domain/datasets/check-release';
import { figureColumns, figureNames } from '../../../cloudfunctions/domain/datasets/columns.data';
import { allColumns, dictionaryOf } from '../../../cloudfunctions/domain/datasets/dictionary';
import {
  departmentGroups,
  ladder,
  levelGroups,
} from '../../../cloudfunctions/domain/datasets/ladder.data';
import { publisher } from '../../../cloudfunctions/domain/datasets/publish-rows';
import { readmeOf } from '../../../cloudfunctions/domain/datasets/readme';
import { rounded } from '../../../cloudfunctions/domain/datasets/round';
import { roundings } from '../../../cloudfunctions/domain/datasets/roundings.data';
import {
  columnNames,
  csvCell,
  csvOf,
  jsonLinesOf,
} from '../../../cloudfunctions/domain/datasets/write-rows';
import { departments, levels } from '../../../cloudfunctions/domain/words.data';
import { planOf, shape, traits } from './rows';

const release = {
  title: '全国 2026-10',
  period: '2026-10',
  scopeLabel: '全国',
  version: 2,
  sample: true,
};
const rows = Array.from({ length: 12 }, (_, index) => ({
  id: `p${index}`,
  traits: traits(index < 6 ? '350102' : '350103'),
  figures: [index < 11 ? index * 3 : null, 1000 + index],
}));
const planned = shape(['articles', 'followers']);
const plan = planOf(rows, planned);
const dictionary = dictionaryOf(release, planned, plan);
const records = publisher(plan, planned)(rows);
const names = columnNames(planned);

test('CSV and JSON Lines hold the same rows, and both pass the check', () => {
  const csv = csvOf(records, names);
  const fromCsv = rowsOfCsv(csv, dictionary);
  const fromJson = jsonLinesOf(records, names)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(csv.startsWith('\uFEFFid,level,region,department,kind,articles,followers\r\n')).toBe(true);
  expect(fromCsv).toEqual(fromJson);
  expect(checkRelease(dictionary, fromCsv).faults).toEqual([]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  '%j is no formula to a spreadsheet',
  (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('a cell reads back as it was written', () => {
  const property = fc.property(fc.string(), (text) => {
    const written = csvCell(text);
    const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    expect(read.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text);
    if (!written.startsWith('"')) expect(written).not.toMatch(/[",\r\n]/);
  });
  fc.assert(property);
});

test('a changed release does not pass', () => {
  const [first, ...rest] = records;
  const faultsOf = (changed: Record<string, unknown>[]) =>
    checkRelease(dictionary, changed).faults.join();
  expect(faultsOf(rest)).toContain('共 11 行');
  expect(faultsOf([{ ...first, region: '350999' }, ...rest])).toContain('有特征组合只有 1 个账号');
  expect(faultsOf([{ ...first, followers: 31 }, ...rest])).toContain('有数字只由 1 个账号共有');
  expect(faultsOf([{ ...first, level: 'village' }, ...rest])).toContain('字典里没有的代码');
  expect(faultsOf([{ ...first, id: 'p1' }, ...rest])).toContain('重复');
  expect(faultsOf([{ ...first, openid: 'o1' }, ...rest])).toContain('列与数据字典不一致');
  expect(faultsOf([{ ...first, followers: '多' }, ...rest])).toContain('不是数字');
});

test('the README names every column, the counts, the licence and the citation', () => {
  const text = readmeOf(release, dictionary);
  for (const part of [
    '公布 12 个',
    '| followers |',
    'zw-research-1',
    dictionary.citation,
    '示例数据',
  ]) {
    expect(text).toContain(part);
  }
});

test('what anyone can see is rounded to ten steps a decade, what the agency holds to two digits', () => {
  const preferred = (value: number) => rounded(value, roundings.preferred);
  expect([0, 3, 9.6, 11, 14, 104, 960, 2_345_678].map(preferred)).toEqual([
    0, 3, 10, 10, 13, 100, 1000, 2_500_000,
  ]);
  expect(rounded(123_456, roundings.twoDigits)).toBe(120_000);
  expect(rounded(63.4, roundings.twoPoints)).toBe(64);
  const property = fc.property(fc.integer({ min: 10, max: 1e9 }), (value) => {
    expect(Math.abs(preferred(value) - value) / value).toBeLessThanOrEqual(0.15);
  });
  fc.assert(property);
});

test('the tables are whole: every level and department in one group, every column once', () => {
  const flat = <T extends string>(groups: readonly { members: readonly T[] }[]) =>
    groups.flatMap(({ members }) => members).sort();
  expect(flat(levelGroups)).toEqual([...levels].sort());
  expect(flat(departmentGroups)).toEqual([...departments].sort());
  expect(figureColumns.map(({ name }) => name)).toEqual([...figureNames]);
  expect(new Set(allColumns.map(({ name }) => name)).size).toBe(allColumns.length);
  expect(ladder.steps.at(-1)).toMatchObject({ region: 0, department: 'all', level: 'all' });
});
