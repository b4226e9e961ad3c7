import fc from 'fast-check';
import { checkedText } from '../../../cloudfunctions/domain/reports/canonical';
import { reportOf } from '../../../cloudfunctions/domain/reports/content';
import type { CountedAccount } from '../../../cloudfunctions/domain/reports/counted-account';
import { regionSteps } from '../../../cloudfunctions/domain/reports/regions';
import { addTally, emptyTally, tallyOf } from '../../../cloudfunctions/domain/reports/tally';
import { departments, levels, operatingModes } from '../../../cloudfunctions/domain/words.data';
import { frameOf, reported, scheme } from './made';

const index = fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10));
const mode = fc.option(fc.constantFrom(...operatingModes));
const account: fc.Arbitrary<CountedAccount> = fc
  .record({
    region: fc.constantFrom('350102', '350103', '350203', '440106', '110101', '350000', '650100'),
    level: fc.constantFrom(...levels),
    department: fc.constantFrom(...departments.slice(0, 4)),
    mode,
    modeBefore: mode,
    sample: fc.boolean(),
    doubtful: fc.boolean(),
    openedYear: fc.option(fc.integer({ min: 2010, max: 2026 })),
    standing: fc.boolean(),
    stoodBefore: fc.boolean(),
    opened: fc.boolean(),
    closed: fc.boolean(),
    value: index,
    before: index,
  })
  .map((one) => ({
    ...one,
    value: one.standing ? one.value : null,
    before: one.stoodBefore ? one.before : null,
  }));
const accounts = fc.array(account, { maxLength: 120 });
const scope = fc.constantFrom('', '35', '3501', '350102', '11');

test('in whatever pages accounts come, and in whatever order, the report is the same', () => {
  fc.assert(
    fc.property(accounts, scope, fc.integer({ min: 1, max: 40 }), (list, prefix, size) => {
      const frame = { scheme, steps: regionSteps(prefix) };
      const sum = emptyTally();
      const shuffled = [...list].reverse();
      for (let from = 0; from < shuffled.length; from += size) {
        addTally(sum, tallyOf(shuffled.slice(from, from + size), frame));
      }
      const [one, other] = [reported(list, prefix), reportOf(sum, frameOf(prefix))];
      expect(checkedText(other)).toBe(checkedText(one));
    }),
    { numRuns: 60 },
  );
});

test('every number in the text is a figure of the report, or stands in a name', () => {
  fc.assert(
    fc.property(accounts, scope, (list, prefix) => {
      const { sections, figures } = reported(list, prefix);
      const shown = new Map(figures.map((figure) => [figure.id, figure.shown]));
      for (const run of sections.flatMap(({ paragraphs }) => paragraphs.flat())) {
        if (run.figure !== undefined) {
          expect(shown.get(run.figure)?.replace(/^[+−]/, '')).toBe(run.text.replace(/^[+−]/, ''));
        } else if (!run.name) {
          expect(run.text).not.toMatch(/[0-9０-９%]/);
        }
      }
    }),
  );
});

test('what tables and charts show are figures of the report, with group and measure in words', () => {
  fc.assert(
    fc.property(accounts, scope, (list, prefix) => {
      const { sections, figures, groups, measures } = reported(list, prefix);
      const ids = new Set(figures.map(({ id }) => id));
      const used = sections.flatMap(({ tables, charts }) => [
        ...tables.flatMap(({ rows }) => rows.flatMap((row) => row.figures)),
        ...charts.flatMap(({ series }) => series.flatMap((one) => one.figures)),
      ]);
      expect(used.filter((id) => !ids.has(id))).toEqual([]);
      for (const { group, measure } of figures) {
        expect(groups[group]?.filter).toBeTruthy();
        expect(measures[measure]?.definition).toBeTruthy();
      }
    }),
  );
});

test('no statistic is told of fewer than five accounts', () => {
  fc.assert(
    fc.property(accounts, scope, (list, prefix) => {
      for (const { measure, value, count } of reported(list, prefix).figures) {
        if (/median$|Quartile|gini$|topTenth|theil/.test(measure) && (count ?? 0) < 5) {
          expect(value).toBeNull();
        }
      }
    }),
  );
});
