import fc from 'fast-check';
import { inputNames } from '../../../cloudfunctions/domain/indices/figures';
import { givenFigures } from '../../../cloudfunctions/domain/indices/given';
import { isGroup } from '../../../cloudfunctions/domain/indices/scheme';
import type { ExplanationNode } from '../../../typings/indices';
import { anyScheme, fullRecord, patchyRecord, schemeOf, scored, thousand } from './records';
import { type Known, referenceValue, termValue } from './reference';

/** What a record says, with the zeros and the one mark that the engine fills in. */
function knownOf(id: string, record: Record<string, unknown>): Known {
  const known = { ...record } as Known;
  const { oneMark } = schemeOf(id);
  const marks = ['wows', 'maxWows', 'headlineWows'];
  const marked = marks.some((name) => typeof known[name] === 'number');
  if (oneMark && !marked && typeof known.likes === 'number') {
    for (const name of marks)
      known[name] = known[name.replace('Wows', 'Likes').replace('wows', 'likes')] ?? null;
  }
  return known;
}

describe('the engine against a plain reading of the scheme', () => {
  it.each([
    ['full', fullRecord],
    ['patchy', patchyRecord],
  ] as const)('gives the same value to the last bit for %s records', (_, records) => {
    fc.assert(
      fc.property(anyScheme, records, (id, record) => {
        expect(scored(id, record).value).toBe(referenceValue(schemeOf(id), knownOf(id, record)));
      }),
      thousand,
    );
  });

  it('gives the same terms to the last bit', () => {
    const termsOf = (node: ExplanationNode): ExplanationNode[] =>
      node.inputs.length > 0 ? [node] : node.children.flatMap(termsOf);
    fc.assert(
      fc.property(anyScheme, patchyRecord, (id, record) => {
        const terms = new Map(termsOf(scored(id, record).explanation).map((one) => [one.key, one]));
        const visit = (node: Parameters<typeof isGroup>[0]): void => {
          if (isGroup(node)) node.children.forEach(visit);
          else expect(terms.get(node.key)?.transformed).toBe(termValue(node, knownOf(id, record)));
        };
        visit(schemeOf(id).root);
      }),
      thousand,
    );
  });
});

it('reads every figure from its own name', () => {
  expect(givenFigures(Object.fromEntries(inputNames.map((name) => [name, name])))).toEqual(
    inputNames,
  );
});
