import { sdk, startedServer } from '../started';
import type { Database } from './database';

const server = startedServer();
let db: Database;

beforeAll(async () => {
  db = sdk(server.it).database();
  await db.createCollection('changed');
});

const refused = 'refused';

type Case = [name: string, before: object, update: object, after: object | typeof refused];

/** What MongoDB makes of a document by each command of an update. */
function cases({ command: _ }: Database): Case[] {
  return [
    ['set new', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['nested merge', { o: { a: 1, b: 2 } }, { o: { a: 9 } }, { o: { a: 9, b: 2 } }],
    ['nested deep', {}, { o: { p: { q: 1 } } }, { o: { p: { q: 1 } } }],
    ['set replace', { o: { a: 1, b: 2 } }, { o: _.set({ c: 3 }) }, { o: { c: 3 } }],
    ['set arr', { l: [1] }, { l: [2, 3] }, { l: [2, 3] }],
    ['set null', { a: 1 }, { a: null }, { a: null }],
    ['undefined ignored', { a: 1 }, { a: undefined, b: 1 }, { a: 1, b: 1 }],
    ['dotted', { o: { a: 1 } }, { 'o.b': 2 }, { o: { a: 1, b: 2 } }],
    ['dotted arr', { l: [1, 2] }, { 'l.1': 5 }, { l: [1, 5] }],
    ['dotted arr beyond', { l: [1] }, { 'l.3': 5 }, { l: [1, null, null, 5] }],
    ['dotted arr field', { l: [{ a: 1 }] }, { 'l.0.a': 5, 'l.0.b': 6 }, { l: [{ a: 5, b: 6 }] }],
    ['dotted create numeric', {}, { 'l.0': 5 }, { l: { 0: 5 } }],
    ['dotted through scalar', { a: 1 }, { 'a.b': 1 }, refused],
    ['dotted through null', { a: null }, { 'a.b': 1 }, refused],
    ['dotted arr nonnumeric', { l: [] }, { 'l.x': 1 }, refused],
    ['remove', { a: 1, b: 1 }, { a: _.remove() }, { b: 1 }],
    ['remove missing', { b: 1 }, { a: _.remove() }, { b: 1 }],
    ['remove nested', { o: { a: 1, b: 2 } }, { o: { a: _.remove() } }, { o: { b: 2 } }],
    ['inc', { a: 1 }, { a: _.inc(-2) }, { a: -1 }],
    ['inc float', { a: 0.1 }, { a: _.inc(0.2) }, { a: 0.1 + 0.2 }],
    ['inc missing', {}, { a: _.inc(3) }, { a: 3 }],
    ['inc nested', { o: {} }, { o: { a: _.inc(3) } }, { o: { a: 3 } }],
    ['inc null', { a: null }, { a: _.inc(1) }, refused],
    ['inc int32 overflow', { a: 2147483647 }, { a: _.inc(1) }, { a: 2147483648 }],
    ['mul', { a: 3 }, { a: _.mul(1.5) }, { a: 4.5 }],
    ['mul missing', {}, { a: _.mul(5) }, { a: 0 }],
    ['max', { a: 1 }, { a: _.max(5) }, { a: 5 }],
    ['max lower', { a: 9 }, { a: _.max(5) }, { a: 9 }],
    ['max missing', {}, { a: _.max(5) }, { a: 5 }],
    ['min date', { a: new Date(5) }, { a: _.min(new Date(1)) }, { a: new Date(1) }],
    ['max types', { a: 5 }, { a: _.max('x') }, { a: 'x' }],
    ['min null', { a: 5 }, { a: _.min(null) }, { a: null }],
    ['bit or', { a: 5 }, { a: _.bit({ or: 2 }) }, { a: 7 }],
    ['bit xor', { a: 5 }, { a: _.bit({ xor: 1 }) }, { a: 4 }],
    ['rename', { a: 1, b: 2 }, { a: _.rename('b') }, { b: 1 }],
    ['rename nested', { o: { a: 1 } }, { o: { a: _.rename('o.z') } }, { o: { z: 1 } }],
    ['rename to other path', { a: 1 }, { a: _.rename('p.q') }, { p: { q: 1 } }],
    ['rename missing', { b: 1 }, { a: _.rename('c') }, { b: 1 }],
    ['push', { l: [1] }, { l: _.push(2) }, { l: [1, 2] }],
    ['push multi args?', { l: [1] }, { l: _.push([2, 3]) }, { l: [1, 2, 3] }],
    ['push nested arr', { l: [1] }, { l: _.push([[2, 3]]) }, { l: [1, [2, 3]] }],
    ['push obj', { l: [] }, { l: _.push({ a: 1 }) }, { l: [{ a: 1 }] }],
    ['push create', {}, { l: _.push([1, 2]) }, { l: [1, 2] }],
    [
      'push pos neg',
      { l: [1, 2, 3] },
      { l: _.push({ each: [9], position: -1 }) },
      { l: [1, 2, 9, 3] },
    ],
    ['push pos beyond', { l: [1] }, { l: _.push({ each: [9], position: 10 }) }, { l: [1, 9] }],
    [
      'push sort desc field',
      { l: [{ s: 1 }, { s: 5 }] },
      { l: _.push({ each: [{ s: 3 }], sort: { s: -1 } }) },
      { l: [{ s: 5 }, { s: 3 }, { s: 1 }] },
    ],
    ['push slice neg', { l: [1, 2, 3] }, { l: _.push({ each: [4], slice: -2 }) }, { l: [3, 4] }],
    ['push slice0', { l: [1] }, { l: _.push({ each: [4], slice: 0 }) }, { l: [] }],
    [
      'push each empty slice',
      { l: [1, 2, 3] },
      { l: _.push({ each: [], slice: 2 }) },
      { l: [1, 2] },
    ],
    ['push sort 1', { l: [3, 1] }, { l: _.push({ each: [2], sort: 1 }) }, { l: [1, 2, 3] }],
    ['pop', { l: [1, 2] }, { l: _.pop() }, { l: [1] }],
    ['shift', { l: [1, 2] }, { l: _.shift() }, { l: [2] }],
    ['pop empty', { l: [] }, { l: _.pop() }, { l: [] }],
    ['pop missing', {}, { l: _.pop() }, {}],
    ['pop nonarr', { l: 1 }, { l: _.pop() }, refused],
    ['unshift one', { l: [1] }, { l: _.unshift(0) }, { l: [0, 1] }],
    ['unshift many', { l: [1] }, { l: _.unshift([8, 9]) }, { l: [8, 9, 1] }],
    ['pull', { l: [1, 2, 1] }, { l: _.pull(1) }, { l: [2] }],
    ['pull cond', { l: [1, 5, 9] }, { l: _.pull(_.gte(5)) }, { l: [1] }],
    ['pull obj', { l: [{ a: 1, b: 2 }, { a: 2 }] }, { l: _.pull({ a: 1 }) }, { l: [{ a: 2 }] }],
    [
      'pull obj cond',
      { l: [{ a: 1 }, { a: 9 }, 7] },
      { l: _.pull({ a: _.gt(5) }) },
      { l: [{ a: 1 }, 7] },
    ],
    ['pull in', { l: [1, 2, 3] }, { l: _.pull(_.in([1, 3])) }, { l: [2] }],
    ['pull regexp', { l: ['ab', 'b'] }, { l: _.pull(/^a/) }, { l: ['b'] }],
    ['pull null', { l: [null, 1] }, { l: _.pull(null) }, { l: [1] }],
    ['pull missing', {}, { l: _.pull(1) }, {}],
    ['pull nested arr', { l: [[1, 2], 3] }, { l: _.pull(1) }, { l: [[1, 2], 3] }],
    ['pull nested array eq', { l: [[1, 2], [3]] }, { l: _.pull([1, 2]) }, { l: [[3]] }],
    [
      'pull elem arrays field',
      { l: [{ a: [1, 2] }, { a: [3] }] },
      { l: _.pull({ a: 2 }) },
      { l: [{ a: [3] }] },
    ],
    ['pullAll', { l: [1, 2, 3, { a: 1 }] }, { l: _.pullAll([1, { a: 1 }]) }, { l: [2, 3] }],
    [
      'pullAll order',
      { l: [{ a: 1, b: 2 }] },
      { l: _.pullAll([{ b: 2, a: 1 }]) },
      { l: [{ a: 1, b: 2 }] },
    ],
    ['addToSet', { l: [1] }, { l: _.addToSet(2) }, { l: [1, 2] }],
    ['addToSet dup', { l: [1] }, { l: _.addToSet(1) }, { l: [1] }],
    ['addToSet $each', { l: [1] }, { l: _.addToSet({ $each: [1, 2, 2] }) }, { l: [1, 2] }],
    ['addToSet obj', { l: [{ a: 1 }] }, { l: _.addToSet({ a: 1 }) }, { l: [{ a: 1 }] }],
    ['addToSet arr', { l: [] }, { l: _.addToSet([1, 2]) }, { l: [[1, 2]] }],
    ['addToSet missing', {}, { l: _.addToSet(1) }, { l: [1] }],
    [
      'mixed',
      { a: 1, l: [1], o: { x: 1 } },
      { a: _.inc(1), l: _.push(2), o: { x: _.remove(), y: 1 } },
      { a: 2, l: [1, 2], o: { y: 1 } },
    ],
  ];
}

test('every command of an update', async () => {
  const doc = db.collection('changed').doc('x');
  for (const [name, before, update, after] of cases(db)) {
    await doc.remove();
    await db.collection('changed').add({ _id: 'x', ...before });
    const answer = await doc.update(update).catch(({ code }) => code);
    const [{ _id, ...found }] = (await doc.get()).data;
    if (after === refused)
      expect([name, answer, found]).toEqual([name, 'DATABASE_REQUEST_FAILED', before]);
    else expect([name, found]).toEqual([name, after]);
  }
});
