import fc from 'fast-check';
import { score } from '../../../cloudfunctions/domain/indices';
import type { Score } from '../../../typings/indices';
import {
  anyScheme,
  fullRecord,
  indexOf,
  leaves,
  patchyRecord,
  schemeOf,
  scored,
  thousand,
} from './records';

const numbersOf = (result: Score): number[] => [
  result.coverage,
  result.value ?? 0,
  ...Object.values(result.parts).flatMap(({ value, coverage }) => [value ?? 0, coverage]),
  ...leaves(result.explanation).flatMap((leaf) => [leaf.contribution, leaf.transformed ?? 0]),
];

describe('bounded and defined', () => {
  it('never gives NaN or infinity, whatever is unknown', () => {
    fc.assert(
      fc.property(anyScheme, patchyRecord, (id, record) => {
        const result = score(schemeOf(id), record);
        if (!result.ok) return;
        for (const number of numbersOf(result.value)) expect(Number.isFinite(number)).toBe(true);
      }),
      thousand,
    );
  });

  it.each(['zhengwei-1', 'zhengwei-assess-1'])('keeps %s and its parts within bounds', (id) => {
    fc.assert(
      fc.property(patchyRecord, (record) => {
        const result = scored(id, record);
        const top = id === 'zhengwei-1' ? 100 : 1;
        for (const { value, full } of Object.values(result.parts)) {
          expect(full).toBe(top);
          expect(value ?? 0).toBeGreaterThanOrEqual(0);
          expect(value ?? 0).toBeLessThanOrEqual(top);
        }
        expect(result.value ?? 0).toBeGreaterThanOrEqual(0);
        expect(result.value ?? 0).toBeLessThanOrEqual(100);
      }),
      thousand,
    );
  });

  it('tells of no end where a part has none', () => {
    for (const id of ['wci-13.0', 'wci-14.2', 'nri']) {
      const parts = Object.values(scored(id, { days: 30, articles: 0 }).parts);
      expect(parts.map(({ full }) => full)).toEqual(parts.map(() => null));
    }
  });

  it('is defined for any input at all: a score or a named error', () => {
    fc.assert(
      fc.property(anyScheme, fc.jsonValue({ maxDepth: 3 }), (id, anything) => {
        const result = score(schemeOf(id), anything);
        if (!result.ok) expect(result.error.code).toBe('invalid');
      }),
      thousand,
    );
  });

  it('scores a period without articles', () => {
    const silent = { days: 30, articles: 0, wows: null };
    for (const id of ['wci-2.0', 'wci-11', 'wci-12.0', 'wci-13.0', 'wci-14.2', 'nri']) {
      expect(scored(id, silent)).toMatchObject({ value: 0, status: 'scored' });
    }
    const known = { ...silent, workingServiceEntries: 4, followers: 1000, serviceUses: 20 };
    const { value, parts } = scored('zhengwei-1', known);
    expect(parts).toMatchObject({
      dissemination: { value: 0 },
      interaction: { value: null },
    });
    expect(value).toBeCloseTo(0.35 * (parts.service?.value ?? Number.NaN), 12);
  });
});

describe('continuous', () => {
  it.each([
    ['zhengwei-1', ['medianReplyHours']],
    ['city-competitiveness', ['dissemination', 'service', 'interaction']],
  ] as const)('%s does not jump', (id, names) => {
    fc.assert(
      fc.property(fullRecord, fc.constantFrom(...names), fc.nat(98), (record, name, from) => {
        const along = Array.from({ length: 12 }, (_, index) => from + index / 10);
        const values = along.map((value) => indexOf(id, { ...record, [name]: value }));
        const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
        expect(Math.max(...steps)).toBeLessThan(0.04);
      }),
      thousand,
    );
  });

  it('changes by little when a large count changes by one', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        for (const name of ['reads', 'likes', 'comments', 'followers', 'messages']) {
          const value = Number(record[name]);
          if (value < 1000) continue;
          const result = score(schemeOf('zhengwei-1'), { ...record, [name]: value + 1 });
          if (!result.ok) continue;
          const change = (result.value.value ?? Number.NaN) - indexOf('zhengwei-1', record);
          expect(Math.abs(change)).toBeLessThan(0.05);
        }
      }),
      thousand,
    );
  });
});

/** What is unknown is absent, so that nothing says it is. */
const withoutNulls = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

describe('absolute and orderless', () => {
  it('does not depend on who was scored before', () => {
    fc.assert(
      fc.property(
        anyScheme,
        fc.array(patchyRecord.map(withoutNulls), { minLength: 2, maxLength: 4 }),
        (id, records) => {
          const forward = records.map((record) => indexOf(id, record));
          const backward = [...records].reverse().map((record) => indexOf(id, record));
          expect(backward.reverse()).toEqual(forward);
        },
      ),
      thousand,
    );
  });

  it('does not depend on the order of fields or of articles', () => {
    const item = fc.record({
      reads: fc.nat(100_001),
      wows: fc.nat(50),
      likes: fc.nat(50),
      headline: fc.boolean(),
    });
    const cleaned = fc.array(
      item.map((one) => (one.reads === 0 ? { ...one, wows: 0, likes: 0 } : one)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(cleaned, (items) => {
        const record = { account: 'a', days: 30, items };
        const turned = { items: [...items].reverse(), days: 30, account: 'a' };
        const result = score(schemeOf('wci-14.2'), record);
        expect(score(schemeOf('wci-14.2'), turned)).toEqual(result);
      }),
      thousand,
    );
  });
});

describe('coverage', () => {
  it('gives no value under the minimum and says so, and never fills in zeros', () => {
    fc.assert(
      fc.property(patchyRecord, (record) => {
        const { parts, value, status, rules } = scored('zhengwei-1', record);
        const forces = Object.values(parts);
        for (const { value: force, coverage } of forces) {
          expect(force === null).toBe(coverage < 0.6);
        }
        expect(value === null).toBe(forces.some((force) => force.value === null));
        expect(status).toBe(value === null ? 'insufficient' : 'scored');
        const patched = forces.some(({ coverage }) => coverage < 1);
        const told = rules.some(({ code }) => code === 'renormalised' || code === 'below-minimum');
        expect(told).toBe(patched);
      }),
      thousand,
    );
  });

  it('leaves the other terms as they were when one is unknown', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        const all = scored('zhengwei-1', record);
        const less = scored('zhengwei-1', { ...record, shares: null });
        const term = leaves(all.explanation).find(({ key }) => key === 'dissemination.shares');
        const full = all.parts.dissemination?.value ?? Number.NaN;
        const without = (full - 15 * (term?.transformed ?? Number.NaN)) / 0.85;
        expect(less.parts.dissemination?.value).toBeCloseTo(without, 9);
        expect(less.parts.dissemination?.coverage).toBeCloseTo(0.85, 12);
      }),
      thousand,
    );
  });
});
