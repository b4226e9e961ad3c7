import { sdk, startedServer } from '../started';

const server = startedServer();

type Db = ReturnType<ReturnType<typeof sdk>['database']>;
let db: Db;
beforeAll(() => {
  db = sdk(server.it).database();
});

const stock = [
  {
    _id: '1',
    name: 'pen',
    kind: 'desk',
    qty: 5,
    price: 1.5,
    tags: ['red', 'thin'],
    size: { w: 1, h: 2 },
    made: new Date(1000),
  },
  {
    _id: '2',
    name: 'Pad',
    kind: 'desk',
    qty: 0,
    price: 4,
    tags: ['white'],
    size: { w: 20, h: 30 },
    made: new Date(2000),
  },
  {
    _id: '3',
    name: 'lamp',
    kind: 'light',
    qty: 2,
    price: 30,
    tags: [],
    parts: [
      { n: 'bulb', c: 1 },
      { n: 'cord', c: 2 },
    ],
  },
  { _id: '4', name: 'mat', qty: null, tags: ['red', 'soft', 'thin'] },
];

beforeEach(async () => {
  await db.createCollection('stock').catch(() => undefined);
  await db.collection('stock').where({ _id: /.*/ }).remove();
  await db.collection('stock').add(stock);
});

const ids = (answer: { data: { _id: string }[] }) => answer.data.map(({ _id }) => _id).join('');
const found = async (query: object) => ids(await db.collection('stock').where(query).get());
const one = async (id: string) => (await db.collection('stock').doc(id).get()).data[0];

test('every command of a query', async () => {
  const _ = db.command;
  const $ = _.aggregate;
  const cases: [object, string][] = [
    [{ qty: _.eq(5) }, '1'],
    [{ qty: _.neq(5) }, '234'],
    [{ qty: _.gt(0).and(_.lte(5)) }, '13'],
    [{ qty: _.or(_.lt(1), _.gte(5)) }, '12'],
    [{ qty: _.in([0, 2]) }, '23'],
    [{ qty: _.nin([0, 2]) }, '14'],
    [{ qty: _.not(_.gt(1)) }, '24'],
    [{ kind: _.nor(_.eq('desk'), _.eq('light')) }, '4'],
    [{ kind: _.exists(false) }, '4'],
    [{ qty: (_.mod as (...args: number[]) => object)(5, 0) }, '12'],
    [{ tags: _.all(['thin', 'red']) }, '14'],
    [{ tags: _.size(3) }, '4'],
    [{ tags: _.elemMatch(_.eq('white')) }, '2'],
    [{ parts: _.elemMatch({ n: 'cord', c: _.gt(1) }) }, '3'],
    [{ size: { w: _.gt(5) } }, '2'],
    [{ size: _.eq({ w: 1, h: 2 }) }, '1'],
    [{ size: _.eq({ h: 2, w: 1 }) }, ''],
    [{ tags: ['white'] }, '2'],
    [{ made: _.lte(new Date(1500)) }, '1'],
    [{ made: new Date(2000) }, '2'],
    [{ name: /^P/i }, '12'],
    [{ name: db.RegExp({ regexp: '^p', options: 'i' }) }, '12'],
    [{ name: _.or(/am/, /en/) }, '13'],
    [_.or([{ kind: 'light' }, { qty: 5 }]), '13'],
    [_.and([{ kind: 'desk' }, { qty: _.gt(1) }]), '1'],
    [_.nor([{ kind: 'desk' }]), '34'],
    [_.expr($.gt(['$price', '$qty'])), '23'],
    [_.jsonSchema({ required: ['price'] }), '123'],
    [{ qty: null }, '4'],
    [{ kind: _.eq(null) }, '4'],
  ];
  for (const [query, expected] of cases)
    expect([query, await found(query)]).toEqual([query, expected]);
});

test('every command of an update', async () => {
  const _ = db.command;
  const at = new Date(5);
  const cases: [object, object][] = [
    [
      { qty: _.inc(2), price: _.mul(2) },
      { qty: 7, price: 3 },
    ],
    [{ size: { w: 9 } }, { size: { w: 9, h: 2 } }],
    [{ size: _.set({ w: 9 }) }, { size: { w: 9 } }],
    [{ kind: _.remove() }, { kind: undefined }],
    [
      { qty: _.max(9), price: _.min(1) },
      { qty: 9, price: 1 },
    ],
    [{ name: _.rename('title') }, { name: undefined, title: 'pen' }],
    [{ qty: _.bit({ and: 4 }) }, { qty: 4 }],
    [{ tags: _.push('new') }, { tags: ['red', 'thin', 'new'] }],
    [{ tags: _.push(['a', 'b']) }, { tags: ['red', 'thin', 'a', 'b'] }],
    [{ tags: _.push({ each: ['a'], position: 1 }) }, { tags: ['red', 'a', 'thin'] }],
    [{ tags: _.push({ each: ['a', 'z'], sort: -1, slice: 2 }) }, { tags: ['z', 'thin'] }],
    [{ tags: _.pop() }, { tags: ['red'] }],
    [{ tags: _.shift() }, { tags: ['thin'] }],
    [{ tags: _.unshift(['a', 'b']) }, { tags: ['a', 'b', 'red', 'thin'] }],
    [{ tags: _.pull('red') }, { tags: ['thin'] }],
    [{ tags: _.pull(_.in(['red', 'thin'])) }, { tags: [] }],
    [{ tags: _.pullAll(['red', 'x']) }, { tags: ['thin'] }],
    [{ tags: _.addToSet('red') }, { tags: ['red', 'thin'] }],
    [{ tags: _.addToSet({ $each: ['red', 'a'] }) }, { tags: ['red', 'thin', 'a'] }],
    [
      { 'tags.0': 'blue', at },
      { tags: ['blue', 'thin'], at },
    ],
  ];
  for (const [update, expected] of cases) {
    const { _id, ...fresh } = stock[0] ?? { _id: '1' };
    await db.collection('stock').doc(_id).set(fresh);
    await db.collection('stock').doc('1').update(update);
    const changed = await one('1');
    const told = Object.fromEntries(Object.keys(expected).map((name) => [name, changed[name]]));
    expect([update, told]).toEqual([update, expected]);
  }
});

test('pages, orders, fields and counts', async () => {
  const _ = db.command;
  const all = db.collection('stock');
  expect(ids(await all.orderBy('qty', 'desc').get())).toBe('1324');
  expect(ids(await all.orderBy('kind', 'asc').orderBy('price', 'desc').get())).toBe('4213');
  expect(ids(await all.orderBy('_id', 'asc').skip(1).limit(2).get())).toBe('23');
  expect((await all.where({ kind: 'desk' }).count()).total).toBe(2);
  const fields = { name: true, tags: _.project.slice(1), _id: false };
  expect((await all.where({ _id: '1' }).field(fields).get()).data).toEqual([
    { name: 'pen', tags: ['red'] },
  ]);
  const first = { parts: _.project.elemMatch({ n: 'cord' }) };
  expect((await all.where({ _id: '3' }).field(first).get()).data).toEqual([
    { _id: '3', parts: [{ n: 'cord', c: 2 }] },
  ]);
});

test('documents by id: set, get, update, remove, and what is not there', async () => {
  const doc = db.collection('stock').doc('new');
  expect(await doc.get()).toMatchObject({ data: [] });
  expect(await doc.set({ a: 1 })).toMatchObject({ updated: 0, upsertedId: 'new' });
  expect(await doc.set({ b: 2 })).toMatchObject({ updated: 1 });
  expect(await one('new')).toEqual({ _id: 'new', b: 2 });
  expect(await doc.update({ 'c.d': 1 })).toMatchObject({ updated: 1 });
  expect(await doc.remove()).toMatchObject({ deleted: 1 });
  expect(await doc.remove()).toMatchObject({ deleted: 0 });
  expect(await doc.update({ a: 1 })).toMatchObject({ updated: 0 });
  const { id } = await db.collection('stock').add({ when: db.serverDate({ offset: 60_000 }) });
  expect(Math.abs((await one(String(id))).when.getTime() - Date.now() - 60_000)).toBeLessThan(
    30_000,
  );
  const many = { kind: 'all' };
  expect(await db.collection('stock').where({}).update(many)).toMatchObject({ updated: 5 });
  expect(
    await db.collection('stock').where({}).options({ multiple: false }).update({ kind: 'one' }),
  ).toMatchObject({ updated: 1 });
  expect(
    await db
      .collection('stock')
      .where({ _id: '2' })
      .updateAndReturn({ qty: db.command.inc(3) }),
  ).toMatchObject({ updated: 1, doc: { _id: '2', qty: 3 } });
});

test('geometry goes there and back, and is searched', async () => {
  const { Point, LineString, Polygon } = db.Geo as unknown as Record<
    string,
    new (
      ...args: unknown[]
    ) => object
  >;
  if (!Point || !LineString || !Polygon) throw new Error('the SDK has no geometry');
  const [x, y, z] = [new Point(0, 0), new Point(2, 0), new Point(2, 2)];
  const area = new Polygon([new LineString([x, y, z, x])]);
  await db.collection('stock').add({ _id: 'geo', at: new Point(1.5, 0.5), area });
  expect(await one('geo')).toEqual({ _id: 'geo', at: new Point(1.5, 0.5), area });
  const _ = db.command;
  expect(await found({ at: _.geoWithin({ geometry: area }) })).toBe('geo');
  expect(await found({ area: _.geoIntersects({ geometry: new Point(1, 0.5) }) })).toBe('geo');
  expect(await found({ at: _.geoNear({ geometry: new Point(1.5, 0.5), maxDistance: 1 }) })).toBe(
    'geo',
  );
  expect(await found({ at: _.geoNear({ geometry: x, maxDistance: 1 }) })).toBe('');
});

test('pipelines, with a pipeline in a lookup', async () => {
  const _ = db.command;
  const $ = _.aggregate;
  const groups = await db
    .collection('stock')
    .aggregate()
    .match({ kind: _.exists(true), name: /./ })
    .group({ _id: '$kind', n: $.sum(1), worth: $.sum($.multiply(['$qty', '$price'])) })
    .sort({ _id: 1 })
    .end();
  expect(groups.data).toEqual([
    { _id: 'desk', n: 2, worth: 7.5 },
    { _id: 'light', n: 1, worth: 60 },
  ]);
  const joined = await db
    .collection('stock')
    .aggregate()
    .match({ _id: '3' })
    .lookup({
      from: 'stock',
      let: { price: '$price' },
      pipeline: $.pipeline()
        .match(_.expr($.lt(['$price', '$$price'])))
        .sort({ price: -1 })
        .project({ _id: 0, name: 1 })
        .done(),
      as: 'cheaper',
    })
    .unwind('$cheaper')
    .project({ _id: 0, cheaper: '$cheaper.name' })
    .limit(5)
    .end();
  // a missing price stands before every number, and so is less
  expect(joined.data).toEqual([{ cheaper: 'Pad' }, { cheaper: 'pen' }, { cheaper: 'mat' }]);
});

test('transactions: committed together, retried on a conflict, rolled back on an error', async () => {
  const stockOf = async (id: string) => (await one(id)).qty;
  let tries = 0;
  const answer = await db.runTransaction(async (transaction: { collection: Db['collection'] }) => {
    tries += 1;
    const { data } = (await transaction.collection('stock').doc('1').get()) as unknown as {
      data: { qty: number };
    };
    if (tries === 1) await db.collection('stock').doc('1').update({ qty: 100 });
    await transaction
      .collection('stock')
      .doc('1')
      .update({ qty: data.qty + 1 });
    await transaction.collection('stock').add({ _id: 'made', qty: 1 });
    return 'done';
  });
  expect([answer, tries, await stockOf('1'), await stockOf('made')]).toEqual(['done', 2, 101, 1]);
  const failing = db.runTransaction(async (transaction: { collection: Db['collection'] }) => {
    await transaction.collection('stock').doc('1').remove();
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await stockOf('1')).toBe(101);
});

test('increments of many at once are all counted', async () => {
  const add = () =>
    db
      .collection('stock')
      .doc('1')
      .update({ qty: db.command.inc(1) });
  await Promise.all(Array.from({ length: 50 }, add));
  expect((await one('1')).qty).toBe(55);
});

test.each([
  ['DATABASE_COLLECTION_NOT_EXIST', (one: Db) => one.collection('nowhere').get()],
  ['DATABASE_COLLECTION_ALREADY_EXIST', (one: Db) => one.createCollection('stock')],
  ['DATABASE_DUPLICATE_WRITE', (one: Db) => one.collection('stock').add({ _id: '1' })],
  [
    'DATABASE_REQUEST_FAILED',
    (one: Db) =>
      one
        .collection('stock')
        .doc('1')
        .update({ name: one.command.inc(1) }),
  ],
  [
    'DATABASE_REQUEST_FAILED',
    (one: Db) =>
      one
        .collection('stock')
        .where({ $text: { $search: 'x' } })
        .get(),
  ],
])('%s is the code that the service gives', async (code, act) => {
  await expect(act(db)).rejects.toMatchObject({ code });
});
