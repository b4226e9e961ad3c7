import { openDatabase } from './support';

const cases: [string, object, object, object][] = [
  ['$set a nested path', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set an element', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$inc', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
  ['$mul', { a: 4 }, { $mul: { a: 2, b: 3 } }, { a: 8, b: 0 }],
  ['$min', { a: 4 }, { $min: { a: 2, b: 3 } }, { a: 2, b: 3 }],
  ['$max', { a: 4 }, { $max: { a: 2 } }, { a: 4 }],
  ['$rename', { a: 4 }, { $rename: { a: 'b' } }, { b: 4 }],
  ['$bit', { a: 6 }, { $bit: { a: { and: 3 } } }, { a: 2 }],
  ['$push one', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ['$push makes the array', {}, { $push: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  [
    '$push at a position',
    { a: [1, 2] },
    { $push: { a: { $each: [9], $position: 1 } } },
    { a: [1, 9, 2] },
  ],
  [
    '$push, sort, slice',
    { a: [3] },
    { $push: { a: { $each: [1, 2], $sort: -1, $slice: 2 } } },
    { a: [3, 2] },
  ],
  [
    '$push, sort by field',
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  ['$pop last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  ['$pop first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  ['$pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull by fields',
    { a: [{ n: 1, m: 1 }, { n: 2 }] },
    { $pull: { a: { n: 1 } } },
    { a: [{ n: 2 }] },
  ],
  ['$pull of a value leaves arrays', { a: [[1, 2], 1] }, { $pull: { a: 1 } }, { a: [[1, 2]] }],
  [
    '$pull by an operator goes into arrays',
    { a: [[1, 2], [3]] },
    { $pull: { a: { $in: [1] } } },
    { a: [[3]] },
  ],
  ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$addToSet', { a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
  [
    '$addToSet each',
    { a: [1] },
    { $addToSet: { a: { $each: [1, { b: 2 }] } } },
    { a: [1, { b: 2 }] },
  ],
];

test.each(cases)('updates by %s', async (_name, before, update, after) => {
  const database = openDatabase();
  await database.fill('c', [{ _id: 1, ...before }]);
  await database.update('c', { _id: 1 }, update);
  expect(await database.find('c', {})).toEqual([{ _id: 1, ...after }]);
  database.close();
});

test.each([
  [{ a: 'x' }, { $inc: { a: 1 } }, /non-numeric/],
  [{ a: 1 }, { $push: { a: 1 } }, /non-array/],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field/],
  [{}, { $foo: { a: 1 } }, /\$foo/],
  [{}, { $set: { _id: 2 } }, /immutable/],
  [{ a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 'source field cannot be an array element'],
  [{ a: 1, b: [{}] }, { $rename: { a: 'b.0.c' } }, 'destination field cannot be an array element'],
])('refuses %j changed by %j, and changes nothing', async (before, update, message) => {
  const database = openDatabase();
  await database.fill('c', [{ _id: 1, ...before }]);
  await expect(database.update('c', {}, update)).rejects.toThrow(message);
  expect(await database.find('c', {})).toEqual([{ _id: 1, ...before }]);
  database.close();
});

test('one of many fails: none is changed', async () => {
  const database = openDatabase();
  await database.fill('c', [
    { _id: 1, a: 1 },
    { _id: 2, a: 'x' },
  ]);
  await expect(database.update('c', {}, { $inc: { a: 1 } })).rejects.toThrow();
  expect(await database.find('c', {})).toEqual([
    { _id: 1, a: 1 },
    { _id: 2, a: 'x' },
  ]);
  database.close();
});

test('sets a whole document, made when it is not there', async () => {
  const database = openDatabase();
  await database.fill('c', [{ _id: 'x', a: 1, b: 2 }]);
  const whole = { merge: false, upsert: true, multi: false };
  expect(await database.update('c', { _id: 'x' }, { c: 3 }, whole)).toEqual({
    updated: 1,
    upsert_id: null,
  });
  expect(await database.update('c', { _id: 'y' }, { d: 4 }, whole)).toEqual({
    updated: 0,
    upsert_id: 'y',
  });
  expect(await database.find('c', {})).toEqual([
    { _id: 'x', c: 3 },
    { _id: 'y', d: 4 },
  ]);
  database.close();
});

test('a unique index refuses a second, whoever comes', async () => {
  const index = { collection: 'c', fields: [{ field: 'a', direction: 1 as const }], unique: true };
  const database = openDatabase({ indexes: [index] });
  await database.fill('c', [
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ]);
  await expect(database.fill('c', [{ a: 1 }])).rejects.toThrow(/E11000/);
  await expect(database.update('c', { _id: 2 }, { $set: { a: 1 } })).rejects.toThrow(/E11000/);
  expect(await database.count('c', {})).toBe(2);
  database.close();
});

test('a server date is the clock of the server, offset included', async () => {
  const database = openDatabase({ clock: () => 1_000_000 });
  await database.fill('c', [{ _id: 1, at: { $tcb_server_date: { offset: 500 } } }]);
  const [document] = await database.find('c', {});
  expect(document?.at).toEqual(new Date(1_000_500));
  database.close();
});
