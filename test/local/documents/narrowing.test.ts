import fc from 'fast-check';
import { clausesOf } from '../../../local/cloudbase/documents/storage/bounds';
import { Catalogue } from '../../../local/cloudbase/documents/storage/catalogue';
import { find, PreparedFind } from '../../../local/cloudbase/documents/storage/find';
import { choosePlan } from '../../../local/cloudbase/documents/storage/plan';
import { type SortField, sortKey } from '../../../local/cloudbase/documents/values/sort';
import type { Document, Value } from '../../../local/cloudbase/documents/values/types';
import { ejson, openDatabase, temporaryFile } from './support';

const number = fc.integer({ min: -2, max: 2 });
const scalar = fc.oneof(
  { weight: 3, arbitrary: number },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Value>(
      '',
      'a',
      'ab',
      true,
      false,
      null,
      Number.NaN,
      new Date(0),
      new Date(1),
    ),
  },
);
const content = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(fc.oneof(scalar, fc.record({ x: scalar })), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }) },
);
const document = fc.record({ a: content, b: content, c: scalar }, { requiredKeys: [] });
const condition = fc.oneof(
  scalar,
  fc.record({ x: scalar }),
  fc.record({ $eq: scalar }),
  fc.record({ $gt: scalar }),
  fc.record({ $gt: number, $lt: number }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar, $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }), $gt: scalar }),
);
const field = fc.constantFrom('a', 'a', 'a', 'b', 'c', 'a.x', '_id');
const direction = fc.constantFrom<1 | -1>(1, -1);
const sortFields = (most: number) =>
  fc.uniqueArray(fc.record({ field, direction }), {
    maxLength: most,
    selector: (one) => one.field,
  });
const query = fc.oneof(
  { weight: 3, arbitrary: fc.record({ a: condition }) },
  { weight: 2, arbitrary: fc.record({ a: condition, b: condition }) },
  { weight: 1, arbitrary: fc.record({ 'a.x': condition, c: condition }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.record({ a: condition, $and: fc.tuple(fc.record({ a: condition })) }),
  },
);

const idsOf = (found: Record<string, unknown>[]) => found.map(({ _id }) => _id);

test('indexes of any shape leave every answer as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 20 }),
      fc.array(
        sortFields(3).filter((fields) => fields.length > 0),
        { minLength: 1, maxLength: 3 },
      ),
      query,
      sortFields(2),
      fc.record({ offset: fc.nat(3), limit: fc.integer({ min: 1, max: 8 }) }),
      async (documents, indexes, asked, sort, page) => {
        const indexed = openDatabase({
          indexes: indexes.map((fields, n) => ({ collection: 'c', name: `i${n}`, fields })),
        });
        const plain = openDatabase();
        try {
          const half = Math.floor(documents.length / 2);
          for (const one of [indexed, plain]) {
            await one.fill(
              'c',
              documents.map((each, n) => ({ _id: n, ...each })),
            );
            await one.update('c', { _id: { $lt: half } }, { $set: { b: 1 }, $unset: { c: '' } });
          }
          const order = ejson(Object.fromEntries(sort.map((one) => [one.field, one.direction])));
          const rest = sort.length > 0 ? { order, ...page } : {};
          const [left, right] = [
            await indexed.find('c', asked, rest),
            await plain.find('c', asked, rest),
          ];
          // documents that sort alike may come in any order, as in MongoDB
          const places = (found: object[]) =>
            found.map((each) => sortKey(each as Document, sort).toString('hex'));
          expect(places(left)).toEqual(places(right));
          if (sort.some((one) => one.field === '_id')) expect(left).toEqual(right);
          if (sort.length === 0) expect(new Set(idsOf(left))).toEqual(new Set(idsOf(right)));
          expect(idsOf(left)).toHaveLength(new Set(idsOf(left)).size);
          expect(await indexed.count('c', asked)).toBe(await plain.count('c', asked));
        } finally {
          indexed.close();
          plain.close();
        }
      },
    ),
    { numRuns: 100 },
  );
});

describe('what is read', () => {
  let catalogue: Catalogue;
  beforeAll(() => {
    const indexes = [
      { collection: 'c', fields: [{ field: 'score', direction: -1 as const }] },
      {
        collection: 'c',
        fields: [
          { field: 'kind', direction: 1 as const },
          { field: 'at', direction: -1 as const },
        ],
      },
      { collection: 'c', fields: [{ field: 'tags', direction: 1 as const }] },
      {
        collection: 'c',
        fields: [
          { field: 'words', direction: 1 as const },
          { field: 'at', direction: 1 as const },
        ],
      },
    ];
    catalogue = new Catalogue(temporaryFile(), indexes);
    const collection = catalogue.require('c');
    catalogue.connection.write(() => {
      for (let n = 0; n < 3000; n++) {
        const made: Document = {
          _id: n,
          score: (n * 7) % 3000,
          kind: n % 3,
          at: n,
          tags: [n % 10, 'x'],
          words: [n % 2, 'y', 'y'],
        };
        collection.insert({ document: made, body: JSON.stringify(made) });
      }
    });
  });
  afterAll(() => catalogue.close());

  const plan = (asked: Document, sort: SortField[] = [], limited = true) => {
    const chosen = choosePlan(catalogue.require('c'), clausesOf(asked), sort, limited);
    return (
      chosen && {
        by: chosen.keys.fields.map((one) => one.field).join(),
        exact: chosen.exact,
        sorted: chosen.sorted,
      }
    );
  };

  test.each<[Document, SortField[], ReturnType<typeof plan>]>([
    [{ score: 5 }, [], { by: 'score', exact: true, sorted: undefined }],
    [
      { score: { $gt: 5 } },
      [{ field: 'score', direction: -1 }],
      { by: 'score', exact: true, sorted: 'forward' },
    ],
    [{}, [{ field: 'score', direction: 1 }], { by: 'score', exact: true, sorted: 'backward' }],
    [
      { kind: 1 },
      [{ field: 'at', direction: -1 }],
      { by: 'kind,at', exact: true, sorted: 'forward' },
    ],
    [
      { kind: 1, at: { $lt: 9 } },
      [{ field: 'at', direction: 1 }],
      { by: 'kind,at', exact: true, sorted: 'backward' },
    ],
    [{ kind: 1, name: 'x' }, [], { by: 'kind,at', exact: false, sorted: undefined }],
    [{ tags: 3 }, [], { by: 'tags', exact: true, sorted: undefined }],
    // an array held to one key leaves the rest of the index as it is, held to several it does not
    [
      { words: 'y', at: { $gt: 5, $lt: 9 } },
      [{ field: 'at', direction: -1 }],
      { by: 'words,at', exact: true, sorted: 'backward' },
    ],
    [
      { words: { $in: ['y', 1] }, at: { $gt: 5 } },
      [{ field: 'at', direction: 1 }],
      { by: 'words,at', exact: false, sorted: undefined },
    ],
    [{ _id: 7, kind: 1 }, [], { by: '_id', exact: false, sorted: undefined }],
    // a wide range gives way to the index that sorts, a narrow one does not
    [
      { kind: 1 },
      [{ field: 'score', direction: -1 }],
      { by: 'score', exact: false, sorted: 'forward' },
    ],
    [
      { kind: 1, at: { $lt: 9 } },
      [{ field: 'score', direction: -1 }],
      { by: 'kind,at', exact: true, sorted: undefined },
    ],
    // each kind is sorted by itself, and they are read side by side
    [
      { kind: { $in: [0, 2] } },
      [{ field: 'at', direction: -1 }],
      { by: 'kind,at', exact: true, sorted: 'forward' },
    ],
    [{ name: 'x' }, [], undefined],
    [{ score: { $exists: true } }, [], undefined],
    [{ $or: [{ score: 1 }] }, [], undefined],
  ])('%j sorted by %j', (asked, sort, expected) => {
    expect(plan(asked, sort)).toEqual(expected);
  });

  test('the top of a sorted collection reads no more than the top', () => {
    const reading = jest.spyOn(JSON, 'parse');
    const request = new PreparedFind({
      query: {},
      sort: [{ field: 'score', direction: -1 }],
      limit: 5,
    });
    const rows = [...find(catalogue.require('c'), request)].map(({ document }) => document.score);
    expect(rows).toEqual([2999, 2998, 2997, 2996, 2995]);
    expect(reading).toHaveBeenCalledTimes(5);
    reading.mockRestore();
  });

  test('the top of several sorted ranges reads the top and one more of each', () => {
    const reading = jest.spyOn(JSON, 'parse');
    const request = new PreparedFind({
      query: { kind: { $in: [0, 1, 2] } },
      sort: [{ field: 'at', direction: -1 }],
      limit: 5,
    });
    const rows = [...find(catalogue.require('c'), request)].map(({ document }) => document.at);
    expect(rows).toEqual([2999, 2998, 2997, 2996, 2995]);
    expect(reading.mock.calls.length).toBeLessThanOrEqual(8);
    reading.mockRestore();
  });
});

test('indexes follow their declarations when the file is opened again', async () => {
  const file = temporaryFile();
  const first = openDatabase({ file });
  await first.fill('c', [
    { _id: 1, a: 2 },
    { _id: 2, a: 1 },
  ]);
  first.close();
  const fields = [{ field: 'a', direction: 1 as const }];
  const second = openDatabase({ file, indexes: [{ collection: 'c', fields }] });
  expect(await second.find('c', { a: { $gt: 0 } })).toEqual([
    { _id: 2, a: 1 },
    { _id: 1, a: 2 },
  ]);
  await second.fill('c', [{ _id: 3, a: 1 }]);
  second.close();
  expect(() =>
    openDatabase({ file, indexes: [{ collection: 'c', fields, unique: true }] }),
  ).toThrow(/E11000/);
  const third = openDatabase({ file });
  expect(await third.find('c', { a: { $gt: 0 } })).toHaveLength(3);
  third.close();
});
