import fc from 'fast-check';
import {
  cellOf,
  cellsWithin,
  countedRegions,
  fits,
} from '../../../cloudfunctions/domain/leaderboards/cells';
import {
  departments,
  kinds,
  levels,
  operatingModes,
} from '../../../cloudfunctions/domain/words.data';

const traits = fc.record({
  level: fc.constantFrom(...levels),
  department: fc.constantFrom(...departments),
  kind: fc.constantFrom(...kinds),
  mode: fc.constantFrom(...operatingModes, null),
});
const filter = fc.record(
  {
    levels: fc.uniqueArray(fc.constantFrom(...levels), { minLength: 1 }),
    department: fc.constantFrom(...departments),
    kind: fc.constantFrom(...kinds),
    mode: fc.constantFrom(...operatingModes),
  },
  { requiredKeys: [] },
);

test('a filter holds the cells of the accounts that fit it, and no others', () => {
  fc.assert(
    fc.property(filter, traits, (asked, own) => {
      const expected =
        (asked.levels?.includes(own.level) ?? true) &&
        (asked.department ?? own.department) === own.department &&
        (asked.kind ?? own.kind) === own.kind &&
        (asked.mode ?? own.mode) === own.mode;
      expect(cellsWithin(asked).includes(cellOf(own))).toBe(expected);
      expect(fits(asked, { ...own, region: '350102' })).toBe(expected);
    }),
  );
});

test('no filter holds all 960 cells, each once', () => {
  const cells = cellsWithin({});
  expect(new Set(cells).size).toBe(960);
  expect(cells).toHaveLength(960);
});

test.each([
  ['350102', ['', '35', '3501']],
  ['3501', ['', '35', '3501']],
  ['35', ['', '35']],
  ['', ['']],
])('what lies in “%s” is counted once in each of its regions', (region, counted) => {
  expect(countedRegions(region)).toEqual(counted);
});
