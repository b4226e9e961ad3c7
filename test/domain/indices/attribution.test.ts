import fc from 'fast-check';
import { attribute, score } from '../../../cloudfunctions/domain/indices';
import type { ExplanationNode } from '../../../typings/indices';
import {
  anyScheme,
  fullRecord,
  indexOf,
  leaves,
  patchyRecord,
  schemeOf,
  scored,
  thousand,
  unwrap,
} from './records';

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
