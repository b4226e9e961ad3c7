import { sdk, startedServer } from '../started';
import type { Database } from './database';

const server = startedServer();
let db: Database;

/** Numbers, texts, arrays, documents, dates, nulls and what is missing, side by side under each name. */
const documents = [
  {
    _id: 'a',
    n: 1,
    s: 'x',
    l: [1, 2, 3],
    o: { p: 1, q: { r: 5 } },
    d: new Date('2020-01-01'),
    b: true,
    nul: null,
  },
  { _id: 'b', n: 2.5, s: 'Y', l: ['a', 'b'], o: { p: 2 }, d: new Date('2021-06-01'), b: false },
  {
    _id: 'c',
    n: -3,
    s: '',
    l: [],
    o: {},
    items: [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  },
  { _id: 'd', s: 5, l: [[1, 2], [3]], o: null, items: [{ k: 'x', v: 5 }] },
  { _id: 'e', n: 5000000000, s: null, l: null },
  { _id: 'f', n: '1', s: ['x', 'z'], l: { 0: 1 }, o: [{ p: 1 }, { p: 9 }] },
];

beforeAll(async () => {
  db = sdk(server.it).database();
  await db.createCollection('mixed');
  await db.collection('mixed').add(documents);
});

const ids = ({ data }: { data: { _id: string }[] }) => data.map(({ _id }) => _id).join('');

/** What MongoDB finds of the documents above, by the letters of their ids. */
function cases({
  command: _,
  RegExp: regExp,
}: Database): [name: string, query: object, ids: string][] {
  const $ = _.aggregate;
  return [
    ['eq 0 match none', { n: 0 }, ''],
    ['int eq double', { n: _.eq(1.0) }, 'a'],
    ['array elem eq', { s: 'x' }, 'af'],
    ['neq', { n: _.neq(1) }, 'bcdef'],
    ['neq null', { n: _.neq(null) }, 'abcef'],
    ['neq array contains', { s: _.neq('x') }, 'bcde'],
    ['gt num', { n: _.gt(1) }, 'be'],
    ['gt big', { n: _.gte(5e9) }, 'e'],
    ['lt', { n: _.lt(1) }, 'c'],
    ['lte str', { s: _.lte('Y') }, 'bc'],
    ['gt date', { d: _.gt(new Date('2020-06-01')) }, 'b'],
    ['in mixed', { n: _.in([1, '1', null]) }, 'adf'],
    ['in with array', { l: _.in([[1, 2, 3]]) }, 'a'],
    ['nin', { n: _.nin([1, 2.5]) }, 'cdef'],
    ['nin null', { n: _.nin([null]) }, 'abcef'],
    ['and cmd', { n: _.gt(0).and(_.lt(3)) }, 'ab'],
    ['or cmd', { n: _.eq(1).or(_.eq(-3)) }, 'ac'],
    ['_.and arr', { n: _.and([_.gt(0), _.lt(2)]) }, 'a'],
    ['_.and args', { n: _.and(_.gt(0), _.lt(2)) }, 'a'],
    ['or docs', _.or([{ n: 1 }, { s: 'Y' }]), 'ab'],
    ['or args docs', _.or({ n: 1 }, { s: 'Y' }), 'ab'],
    ['or in and', _.and([_.or([{ n: 1 }, { n: -3 }]), { s: '' }]), 'c'],
    ['nor docs', _.nor([{ n: 1 }, { s: 5 }]), 'bcef'],
    ['not', { n: _.not(_.gt(1)) }, 'acdf'],
    ['not in', { n: _.not(_.in([1])) }, 'bcdef'],
    ['exists t', { n: _.exists(true) }, 'abcef'],
    ['exists f', { items: _.exists(false) }, 'abef'],
    ['exists null', { nul: _.exists(true) }, 'a'],
    ['nested exists', { 'o.q': _.exists(true) }, 'a'],
    ['mod', { n: { $mod: [2, 1] } }, 'a'],
    ['mod neg', { n: { $mod: [2, -1] } }, 'c'],
    ['all', { l: _.all([1, 3]) }, 'a'],
    ['all one', { l: _.all(['a']) }, 'b'],
    ['all nested', { l: _.all([[1, 2]]) }, 'd'],
    ['size0', { l: _.size(0) }, 'c'],
    ['size3', { l: _.size(3) }, 'a'],
    ['size nonarray', { s: _.size(1) }, ''],
    ['elemMatch', { items: _.elemMatch({ k: 'x', v: _.gt(2) }) }, 'd'],
    ['elemMatch val obj', { l: _.elemMatch({ $gt: 1, $lt: 3 }) }, 'a'],
    ['dotted', { 'o.p': 1 }, 'af'],
    ['nested obj flatten', { o: { p: 1 } }, 'af'],
    ['nested deeper', { o: { q: { r: 5 } } }, 'a'],
    ['nested cmd', { o: { p: _.gt(1) } }, 'bf'],
    ['eq obj', { o: _.eq({ p: 2 }) }, 'b'],
    ['eq {}', { o: _.eq({}) }, 'c'],
    ['array idx', { 'l.0': 1 }, 'af'],
    ['array idx nested', { 'items.0.k': 'x' }, 'cd'],
    ['items.v', { 'items.v': 2 }, 'c'],
    ['arr eq', { l: [1, 2, 3] }, 'a'],
    ['arr eq nested', { l: [1, 2] }, 'd'],
    ['arr eq order', { l: _.eq([3, 2, 1]) }, ''],
    ['bool', { b: true }, 'a'],
    ['bool f', { b: false }, 'b'],
    ['null', { n: null }, 'd'],
    ['null o', { o: null }, 'de'],
    ['null nested', { 'o.p': null }, 'cde'],
    ['regex i', { s: /^x$/i }, 'af'],
    ['RegExp', { s: regExp({ regexp: 'y', options: 'i' }) }, 'b'],
    ['regex nomatch num', { s: /5/ }, ''],
    ['regex in cmd', { s: _.in([/^Y/, 5]) }, 'bd'],
    ['regex not', { s: _.not(_.eq('x')) }, 'bcde'],
    ['regex or', { s: _.or([/x/, /Y/]) }, 'abf'],
    ['expr', _.expr($.gt(['$n', 2])), 'bef'],
    ['expr and', _.expr($.and([$.gte(['$n', 0]), $.lt(['$n', 3])])), 'ab'],
    ['raw ops', { n: { $gt: 1, $lt: 3 } }, 'b'],
    ['raw $or', { $or: [{ n: 1 }, { n: 2.5 }] }, 'ab'],
    ['raw $type', { n: { $type: 'string' } }, 'f'],
    ['raw not regex', { s: { $not: /x/ } }, 'bcde'],
    ['two chain and or', { n: _.gt(10).or(_.lt(0)).or(_.eq(1)) }, 'ace'],
    ['range or on same', _.or([{ n: _.gt(2).and(_.lt(3)) }, { n: _.lt(-2) }]), 'bc'],
    ['gte null', { n: _.gte(null) }, 'd'],
    ['gt str vs null', { s: _.gt('') }, 'abf'],
    ['lt array', { l: _.lt(2) }, 'a'],
    ['empty in', { n: _.in([]) }, ''],
    ['empty nin', { n: _.nin([]) }, 'abcdef'],
    ['where empty', {}, 'abcdef'],
    ['jsonSchema', _.jsonSchema({ required: ['items'] }), 'cd'],
    ['_id in', { _id: _.in(['a', 'f', 'zz']) }, 'af'],
    ['_id gt', { _id: _.gt('d') }, 'ef'],
  ];
}

test('every command of a query, against every type', async () => {
  const mixed = db.collection('mixed');
  for (const [name, query, expected] of cases(db)) {
    expect([name, ids(await mixed.where(query).get())]).toEqual([name, expected]);
    const { total } = await mixed.where(query).count();
    expect([name, total]).toEqual([name, expected.length]);
  }
});

test.each<[string, [string, 'asc' | 'desc'][], string]>([
  ['numbers before texts, null with missing', [['n', 'asc']], 'dcabef'],
  ['the other way round', [['n', 'desc']], 'febacd'],
  [
    'arrays by their least element',
    [
      ['s', 'asc'],
      ['_id', 'asc'],
    ],
    'edcbaf',
  ],
  [
    'a path into documents and arrays',
    [
      ['o.p', 'desc'],
      ['_id', 'asc'],
    ],
    'fbacde',
  ],
])('orders %s', async (_name, orders, expected) => {
  const ordered = orders.reduce(
    (query, order) => query.orderBy(...order),
    db.collection('mixed').where({}),
  );
  expect(ids(await ordered.get())).toBe(expected);
});

test('pages of a thousand at most, a hundred when nothing is said', async () => {
  await db.createCollection('many');
  const many = db.collection('many');
  for (const start of [0, 500, 1000])
    await many.add(Array.from({ length: 500 }, (_, index) => ({ at: start + index })));
  const sizes = [
    many,
    many.limit(1000),
    many.limit(5000),
    many.orderBy('at', 'asc').skip(1400).limit(200),
  ];
  const answers = await Promise.all(sizes.map((query) => query.get()));
  expect(answers.map(({ data }) => data.length)).toEqual([100, 1000, 1000, 100]);
  expect((await many.count()).total).toBe(1500);
  expect(
    (
      await many
        .aggregate()
        .match({ at: db.command.gte(0) })
        .end()
    ).data,
  ).toHaveLength(1500);
});
