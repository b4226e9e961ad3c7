import fc from 'fast-check';
import { checkRelease } from '../../../cloudfunctions/domain/datasets/check-release';
import { dictionaryOf } from '../../../cloudfunctions/domain/datasets/dictionary';
import {
  planCells,
  toldTraits,
  traitNames,
} from '../../../cloudfunctions/domain/datasets/generalise';
import { ladder } from '../../../cloudfunctions/domain/datasets/ladder.data';
import {
  type CollectedRow,
  type ReleaseShape,
  singlesOut,
} from '../../../cloudfunctions/domain/datasets/plan-release';
import { publisher } from '../../../cloudfunctions/domain/datasets/publish-rows';
import { shareValues } from '../../../cloudfunctions/domain/datasets/share-values';
import {
  departments,
  kinds,
  levels,
  operatingModes,
} from '../../../cloudfunctions/domain/words.data';
import { planOf, shape, traits } from './rows';

const release = { title: '试', period: '2026-10', scopeLabel: '全国', version: 1, sample: true };

const anyTraits = fc.record({
  level: fc.constantFrom(...levels),
  region: fc.constantFrom('350102', '350103', '350200', '350000', '440103', '110000'),
  department: fc.constantFrom(...departments),
  kind: fc.constantFrom(...kinds),
  mode: fc.constantFrom(...operatingModes, 'unknown' as const),
});
const anyRows = fc
  .array(
    fc.tuple(
      anyTraits,
      fc.array(fc.option(fc.integer({ min: 0, max: 400 })), { minLength: 2, maxLength: 2 }),
    ),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(([traits, figures], index): CollectedRow => ({ id: `p${index}`, traits, figures })),
  );

function publish(rows: CollectedRow[], planned: ReleaseShape) {
  const plan = planOf(rows, planned);
  return { plan, records: publisher(plan, planned)(rows) };
}

test('every published combination of traits, and every number, is shared by k accounts', () => {
  const property = fc.property(
    anyRows,
    fc.integer({ min: 5, max: 12 }),
    fc.boolean(),
    (rows, k, withMode) => {
      const planned = shape(['articles', 'followers'], k, withMode);
      const { plan, records } = publish(rows, planned);
      const check = checkRelease(dictionaryOf(release, planned, plan), records);
      expect(check.faults).toEqual([]);
      expect(check.smallestClass ?? k).toBeGreaterThanOrEqual(k);
      expect(check.rarestValue ?? k).toBeGreaterThanOrEqual(k);
      expect(check.smallestClass).toBe(plan.disclosure.smallestClass);
      expect(records.length + plan.disclosure.suppressed).toBe(rows.length);
    },
  );
  fc.assert(property, { numRuns: 200 });
});

test('whoever knows all traits of a released account finds k that it may be', () => {
  const property = fc.property(anyRows, (rows) => {
    const planned = shape(['articles', 'followers']);
    const { plan, records } = publish(rows, planned);
    const cells = new Map(plan.cells);
    for (const { traits } of rows) {
      const cell = planned.traits.map((name) => traits[name]).join('|');
      const step = ladder.steps[cells.get(cell) ?? -1];
      if (!step) continue;
      const told = toldTraits(cell, planned.traits, step);
      const alike = records.filter((record) =>
        planned.traits.every((name) => record[name] === told[name]),
      );
      expect(alike.length).toBeGreaterThanOrEqual(5);
    }
  });
  fc.assert(property, { numRuns: 60 });
});

test('the same rows in another order and other batches give the same plan', () => {
  const property = fc.property(anyRows, fc.integer({ min: 1, max: 50 }), (rows, batch) => {
    const planned = shape(['articles', 'followers']);
    const sorted = (plan: ReturnType<typeof planOf>) => ({
      ...plan,
      cells: [...plan.cells].sort(),
      values: plan.values.map((list) => list && [...list].sort(([a], [b]) => a - b)),
    });
    expect(sorted(planOf([...rows].reverse(), planned, batch))).toEqual(
      sorted(planOf(rows, planned)),
    );
  });
  fc.assert(property, { numRuns: 60 });
});

test('a cell of five stays as fine as it is; what is rarer climbs only as far as it must', () => {
  const plan = planCells(
    new Map([
      ['county|350102|education|subscription', 5],
      ['county|350103|education|subscription', 3],
      ['county|350104|education|subscription', 2],
      ['county|440103|health|service', 1],
    ]),
    traitNames(false),
    5,
    ladder,
  );
  expect(Object.fromEntries(plan)).toEqual({
    'county|350102|education|subscription': 0,
    'county|350103|education|subscription': 2,
    'county|350104|education|subscription': 2,
    'county|440103|health|service': null,
  });
});

test('the biggest account is published with the k largest, at their median', () => {
  const histogram = new Map([10, 20, 30, 40, 50, 60, 70, 80, 90, 9_000_000].map((v) => [v, 1]));
  const shared = shareValues(histogram, 5);
  expect(shared?.get(9_000_000)).toBe(80);
  expect([...(shared?.values() ?? [])]).toEqual([30, 30, 30, 30, 30, 80, 80, 80, 80, 80]);
});

test('a number that k accounts have stays itself', () => {
  const shared = shareValues(
    new Map([
      [1, 500],
      [2, 1],
      [3, 400],
    ]),
    5,
  );
  expect([...(shared ?? [])]).toEqual([
    [1, 1],
    [2, 3],
    [3, 3],
  ]);
});

test('a column that fewer than k accounts have is left empty, and says so', () => {
  const rows = Array.from(
    { length: 6 },
    (_, index): CollectedRow => ({
      id: `p${index}`,
      traits: traits('350102'),
      figures: [index < 4 ? 10 : null],
    }),
  );
  const { plan, records } = publish(rows, shape(['followers']));
  expect(plan.summaries[0]).toMatchObject({ count: 0, quartiles: null });
  expect(plan.summaries[0]?.withheld).toContain('不足 5 个');
  expect(records.every(({ followers }) => followers === null)).toBe(true);
});

test.each([
  [0, '没有数据可以发布'],
  [3, '不足 5 个'],
])('a release of %d accounts is refused with the reason', (count, reason) => {
  const rows = Array.from(
    { length: count },
    (_, index): CollectedRow => ({
      id: `p${index}`,
      traits: traits('350102'),
      figures: [1],
    }),
  );
  expect(singlesOut(planOf(rows, shape(['articles'])).disclosure)).toContain(reason);
});

test('a release that must hide more than a fifth of its accounts is refused', () => {
  const disclosure = planOf([], shape(['articles'])).disclosure;
  const counted = { ...disclosure, accounts: 100, released: 79, suppressed: 21 };
  expect(singlesOut(counted)).toContain('21%');
  expect(singlesOut({ ...counted, released: 80, suppressed: 20 })).toBeNull();
});
