import fc from 'fast-check';
import { compare } from '../../../local/cloudbase/documents/values/compare';
import { parse, print } from '../../../local/cloudbase/documents/values/ejson';
import { encodeKey, invert } from '../../../local/cloudbase/documents/values/keys';
import { ObjectId, Regex, type Value } from '../../../local/cloudbase/documents/values/types';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', '\uffff', '\u{1f600}', '中'),
);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom(-0, Number.NaN, Number.NEGATIVE_INFINITY, Number.MAX_SAFE_INTEGER),
  text,
  fc.date({ noInvalidDate: true }),
  fc
    .constantFrom('5d505646cf6d4fe581014ab2', '000000000000000000000000')
    .map((hex) => new ObjectId(hex)),
  fc.constantFrom(new Regex('a', ''), new Regex('a', 'i'), new Regex('b', '')),
);

const value: fc.Arbitrary<Value> = fc.letrec<{ any: Value }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '中'), tie('any'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).any;

const sign = (order: number) => Math.sign(order) + 0;

test('keys of bytes stand in the order of the values', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const order = sign(compare(left, right));
      expect(sign(Buffer.compare(encodeKey(left), encodeKey(right)))).toBe(order);
      expect(sign(Buffer.compare(invert(encodeKey(right)), invert(encodeKey(left))))).toBe(order);
    }),
    { numRuns: 2000 },
  );
});

test('no key begins another: keys of several fields can stand one after another', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const [one, other] = [encodeKey(left), encodeKey(right)];
      fc.pre(!one.equals(other));
      expect(one.subarray(0, other.length).equals(other)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('the order is total: types first, as MongoDB lists them', () => {
  const ordered: Value[] = [
    null,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    -1,
    0,
    1.5,
    '',
    'Z',
    'a',
    '\uffff',
    '\u{1f600}',
    {},
    { a: 1 },
    { a: 2 },
    { a: 'x' },
    { b: 'x' },
    [],
    [1],
    [1, 1],
    [2],
    new ObjectId('000000000000000000000000'),
    false,
    true,
    new Date(0),
    new Date(1),
    new Regex('a', ''),
  ];
  for (const [place, one] of ordered.entries()) {
    for (const later of ordered.slice(place + 1)) expect(compare(one, later)).toBeLessThan(0);
  }
});

test('what is written as EJSON is read back the same', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(parse(print(one), 0)).toEqual(one);
    }),
    { numRuns: 1000 },
  );
});
