import fc from 'fast-check';
import { searchable, searchFor } from '../../../cloudfunctions/domain/registry/search-terms';

const letter = fc.constantFrom(...'福州市鼓楼区发布健康委abz019_-ＡＢ𠮷');
const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));
const gap = fc.constantFrom(' ', '·', '（', '，');

test('whatever part of a name is asked for, the name has every piece of it and fits', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      gap,
      fc.nat(),
      fc.nat(),
      (words, between, seed, length) => {
        const { terms, text } = searchable(words.join(between));
        const asked = [...(words[seed % words.length] ?? '')];
        const from = seed % asked.length;
        const query = asked.slice(from, from + 1 + (length % asked.length)).join('');
        const search = searchFor(query);
        if (!search) return false;
        return search.fits(text) && search.pieces.every((piece) => terms.includes(piece));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a name fits when it holds every word, in any order and width', () => {
  const { text } = searchable('健康鼓楼', 'gulou_health', '福州市鼓楼区卫生健康局');
  const fits = (query: string) => searchFor(query)?.fits(text);
  expect(['鼓楼 健康', '健康，鼓楼区', 'GULOU', 'ｇｕｌｏｕ＿ｈｅ', '福'].map(fits)).toEqual(
    new Array(5).fill(true),
  );
  expect(['鼓楼 公安', '鼓楼健康', 'health_g'].map(fits)).toEqual([false, false, false]);
});

test('a long query is asked by few pieces that are spread over it', () => {
  const pieces = searchFor('福建省福州市鼓楼区市场监督管理局')?.pieces ?? [];
  expect(pieces).toHaveLength(5);
  expect(pieces).toEqual(expect.arrayContaining(['福建省福', '督管理局']));
});

test('single letters and digits have no piece, ideographs have', () => {
  expect(searchFor('a')?.pieces).toEqual([]);
  expect(searchFor('闽')?.pieces).toEqual(['闽']);
  expect(searchFor('政务')?.pieces).toEqual(['政务']);
  expect(searchFor('gov')?.pieces).toEqual(['go', 'ov']);
  expect(searchFor(' 。，')).toBeNull();
});
