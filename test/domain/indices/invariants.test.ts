import fc from 'fast-check';
import { attribute, score } from '../../../cloudfunctions/domain/indices';
import type { ExplanationNode, Score } from '../../../typings/indices';
import { anyScheme, fullRecord, patchyRecord, schemeOf, scored, thousand, unwrap } from './records';

const indexOf = (id: string, record: unknown): number => scored(id, record).value ?? Number.NaN;

/** Figures that only help and figures that only hurt; the others are bases of proportions. */
const goods: Record<string, string[]> = {
  'wci-13.0': ['reads', 'maxReads', 'headlineReads', 'wows', 'maxWows', 'headlineWows'],
  'wci-14.2': ['reads', 'maxReads', 'headlineReads', 'wows', 'likes', 'maxLikes', 'headlineLikes'],
  'wci-14.2-shares': ['reads', 'shares', 'maxShares', 'headlineShares'],
  'wci-12.0': ['reads', 'maxReads', 'wows', 'maxWows'],
  'zhengwei-1': [
    'maxReads',
    'headlineReads',
    'shares',
    'workingServiceEntries',
    'serviceCompletions',
    'satisfied',
    'replies',
    'likes',
    'wows',
    'messageReplies',
  ],
  'zhengwei-assess-1': ['replies', 'messageReplies', 'workingServiceEntries', 'serviceCompletions'],
  'city-competitiveness': ['dissemination', 'service', 'interaction'],
};
const bads: Record<string, string[]> = {
  'zhengwei-1': ['longestGapDays', 'medianReplyHours', 'lostFollowers'],
  'zhengwei-assess-1': ['longestGapDays', 'medianReplyHours', 'openFindings'],
};

/** A step small enough to stay inside the checks of consistency for half the cases or more. */
const step = (value: number): number => Math.max(1, Math.floor(value / 20));

function moves(table: Record<string, string[]>): [string, string][] {
  return Object.entries(table).flatMap(([id, names]) =>
    names.map((name): [string, string] => [id, name]),
  );
}

function checkMove(id: string, name: string, sign: 1 | -1): void {
  fc.assert(
    fc.property(fullRecord, (record) => {
      const value = Number(record[name]);
      const changed = { ...record, [name]: value + step(value) };
      const after = score(schemeOf(id), changed);
      // a step out of what can be true is refused, which other tests cover
      fc.pre(after.ok);
      const difference =
        ((after.ok ? after.value.value : null) ?? Number.NaN) - indexOf(id, record);
      expect(sign * difference).toBeGreaterThan(0);
    }),
    thousand,
  );
}

describe('monotone', () => {
  it.each(moves(goods))('%s rises strictly with %s', (id, name) => checkMove(id, name, 1));
  it.each(moves(bads))('%s falls strictly with %s', (id, name) => checkMove(id, name, -1));
});

describe('reads of zhengwei-1, a good of one force and the base of another', () => {
  /** Further readers who respond as the others do, and whose comments are answered. */
  const twiceAsManyReaders = (record: Record<string, unknown>): object => {
    const names = ['reads', 'maxReads', 'headlineReads', 'wows', 'maxWows', 'headlineWows'];
    const all = [...names, 'likes', 'maxLikes', 'headlineLikes', 'comments'];
    const doubled = Object.fromEntries(all.map((name) => [name, 2 * Number(record[name])]));
    return { ...record, ...doubled, replies: Number(record.replies) + Number(record.comments) };
  };

  it('raise 传播力 strictly, whatever the readers do', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        const more = { ...record, reads: Number(record.reads) + step(Number(record.reads)) };
        const after = score(schemeOf('zhengwei-1'), more);
        fc.pre(after.ok);
        const before = scored('zhengwei-1', record).parts.dissemination?.value ?? Number.NaN;
        const value = (after.ok && after.value.parts.dissemination?.value) || Number.NaN;
        expect(value).toBeGreaterThan(before);
      }),
      thousand,
    );
  });

  it('raise the index strictly at the same density of responses', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        const after = indexOf('zhengwei-1', twiceAsManyReaders(record));
        expect(after).toBeGreaterThan(indexOf('zhengwei-1', record));
      }),
      thousand,
    );
  });
});

const leaves = (node: ExplanationNode): ExplanationNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leaves);

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
        for (const { value } of Object.values(result.parts)) {
          expect(value ?? 0).toBeGreaterThanOrEqual(0);
          expect(value ?? 0).toBeLessThanOrEqual(top);
        }
        expect(result.value ?? 0).toBeGreaterThanOrEqual(0);
        expect(result.value ?? 0).toBeLessThanOrEqual(100);
      }),
      thousand,
    );
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

function checkSums(node: ExplanationNode): void {
  if (node.children.length === 0) return;
  expect(node.children.reduce((sum, child) => sum + child.contribution, 0)).toBe(node.contribution);
  node.children.forEach(checkSums);
}

/** By its definition, over every coalition. */
function shapleyOf(players: { from: number; to: number }[], worth: (sum: number) => number) {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const count = players.length;
  return players.map((_, player) => {
    let total = 0;
    for (let coalition = 0; coalition < 2 ** count; coalition += 1) {
      if (coalition & (1 << player)) continue;
      const sumOf = (members: number): number =>
        players.reduce((sum, { from, to }, at) => sum + (members & (1 << at) ? to : from), 0);
      const size = coalition.toString(2).replaceAll('0', '').length;
      const share = (factorial(size) * factorial(count - size - 1)) / factorial(count);
      total += share * (worth(sumOf(coalition | (1 << player))) - worth(sumOf(coalition)));
    }
    return total;
  });
}

describe('explained', () => {
  it('sums to the score, to the last bit at every node', () => {
    fc.assert(
      fc.property(anyScheme, patchyRecord, (id, record) => {
        const result = score(schemeOf(id), record);
        if (!result.ok) return;
        const { explanation, value } = result.value;
        expect(explanation.contribution).toBe(value ?? 0);
        checkSums(explanation);
        const total = leaves(explanation).reduce((sum, leaf) => sum + leaf.contribution, 0);
        expect(Math.abs(total - (value ?? 0))).toBeLessThan(1e-9);
      }),
      thousand,
    );
  });

  it('attributes a difference completely', () => {
    fc.assert(
      fc.property(anyScheme, fullRecord, fullRecord, (id, a, b) => {
        const { terms, coverageEffect, difference } = unwrap(attribute(schemeOf(id), a, b));
        const sum = terms.reduce((total, { effect }) => total + effect, 0) + coverageEffect;
        expect(sum).toBe(difference);
        const exact = indexOf(id, b) - indexOf(id, a);
        expect(Math.abs(difference - exact)).toBeLessThan(1e-11);
        const effects = [...terms.map(({ effect }) => effect), coverageEffect].map(Math.abs);
        const least = Math.min(...effects.filter((effect) => effect !== 0));
        // the part that takes up what is left over can hold it
        if (least <= Math.abs(exact)) expect(difference).toBe(exact);
      }),
      thousand,
    );
  });

  it('gives each term its Shapley value under a square', () => {
    fc.assert(
      fc.property(fullRecord, fullRecord, (a, b) => {
        const { terms } = unwrap(attribute(schemeOf('wci-2.0'), a, b));
        const placed = scored('wci-2.0', a).explanation.children.flatMap((part) =>
          part.children.map(({ key, weight }) => ({ key, weight: part.weight * weight })),
        );
        const players = placed.map(({ key, weight }) => {
          const term = terms.find((one) => one.key === key);
          return { key, from: weight * (term?.from ?? 0), to: weight * (term?.to ?? 0) };
        });
        const shapley = shapleyOf(players, (sum) => 10 * sum ** 2);
        for (const { key, effect } of terms) {
          const expected = shapley[players.findIndex((player) => player.key === key)] ?? Number.NaN;
          expect(Math.abs(effect - expected)).toBeLessThan(1e-8);
        }
      }),
      thousand,
    );
  });

  it('attributes completely where the two lack different figures', () => {
    fc.assert(
      fc.property(patchyRecord, patchyRecord, (a, b) => {
        const result = attribute(schemeOf('zhengwei-1'), a, b);
        if (!result.ok) return;
        const { terms, coverageEffect, difference } = result.value;
        const sum = terms.reduce((total, { effect }) => total + effect, 0) + coverageEffect;
        expect(sum).toBe(difference);
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
