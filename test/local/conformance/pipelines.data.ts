import type { Database } from './database';

type Pipeline = ReturnType<ReturnType<Database['collection']>['aggregate']>;

export const sales = [
  { _id: 1, k: 'a', n: 10, t: ['x', 'y'], d: new Date('2024-03-15T08:30:45.123Z'), o: { p: 1 } },
  { _id: 2, k: 'b', n: 20, t: ['y'], d: new Date('2024-12-31T23:59:59.999Z'), o: { p: 2 } },
  { _id: 3, k: 'a', n: 30, t: [], d: new Date('2023-01-01T00:00:00Z') },
  { _id: 4, k: null, n: null, t: 'z' },
  { _id: 5, n: '50' },
];

export const others = [
  { _id: 'p', k: 'a', q: 1, tags: ['x'] },
  { _id: 'q', k: 'a', q: 2, tags: ['y'] },
  { _id: 'r', k: null, q: 3 },
  { _id: 's', q: 4 },
];

/** What MongoDB answers to each stage that the SDK names. */
export function cases(db: Database): [name: string, pipeline: Pipeline, answer: object[]][] {
  const { command: _ } = db;
  const $ = _.aggregate;
  const $s = () => db.collection('s').aggregate();
  return [
    [
      'group sum',
      $s()
        .group({
          _id: '$k',
          s: $.sum('$n'),
          c: $.sum(1),
          a: $.avg('$n'),
          mx: $.max('$n'),
          mn: $.min('$n'),
          l: $.push('$_id'),
          f: $.first('$_id'),
          la: $.last('$_id'),
        })
        .sort({ _id: 1, c: 1 }),
      [
        { _id: null, s: 0, c: 2, a: null, mx: '50', mn: '50', l: [4, 5], f: 4, la: 5 },
        { _id: 'a', s: 40, c: 2, a: 20, mx: 30, mn: 10, l: [1, 3], f: 1, la: 3 },
        { _id: 'b', s: 20, c: 1, a: 20, mx: 20, mn: 20, l: [2], f: 2, la: 2 },
      ],
    ],
    ['group null', $s().group({ _id: null, c: $.sum(1) }), [{ _id: null, c: 5 }]],
    [
      'group multi',
      $s()
        .match({ n: _.gt(0) })
        .group({ _id: { k: '$k', y: $.year('$d') }, c: $.sum(1) })
        .sort({ '_id.k': 1, '_id.y': 1 }),
      [
        { _id: { k: 'a', y: 2023 }, c: 1 },
        { _id: { k: 'a', y: 2024 }, c: 1 },
        { _id: { k: 'b', y: 2024 }, c: 1 },
      ],
    ],
    [
      'group expr acc',
      $s()
        .match({ n: _.gt(0) })
        .group({ _id: null, s: $.sum($.multiply(['$n', 2])), set: $.addToSet('$k') })
        .project({ s: 1, c: $.size('$set') }),
      [{ _id: null, s: 120, c: 2 }],
    ],
    [
      'group push obj',
      $s()
        .match({ k: 'a' })
        .group({ _id: '$k', l: $.push({ id: '$_id', m: '$n' }) }),
      [
        {
          _id: 'a',
          l: [
            { id: 1, m: 10 },
            { id: 3, m: 30 },
          ],
        },
      ],
    ],
    [
      'group mergeObjects',
      $s()
        .match({ k: _.in(['a', 'b']) })
        .group({ _id: null, m: $.mergeObjects('$o') }),
      [{ _id: null, m: { p: 2 } }],
    ],
    [
      'match proj rename',
      $s().match({ _id: 1 }).project({ _id: 0, name: '$k', x: '$o.p' }),
      [{ name: 'a', x: 1 }],
    ],
    ['project 1/0', $s().match({ _id: 1 }).project({ k: 1, n: true }), [{ _id: 1, k: 'a', n: 10 }]],
    [
      'project excl',
      $s().match({ _id: 1 }).project({ d: 0, t: 0, o: 0 }),
      [{ _id: 1, k: 'a', n: 10 }],
    ],
    ['project nested', $s().match({ _id: 1 }).project({ _id: 0, 'o.p': 1 }), [{ o: { p: 1 } }]],
    [
      'project obj nested',
      $s()
        .match({ _id: 1 })
        .project({ _id: 0, o: { p: 1 } }),
      [{ o: { p: 1 } }],
    ],
    [
      'project literal arr',
      $s()
        .match({ _id: 1 })
        .project({ _id: 0, a: ['$n', '$k', $.literal(1)] }),
      [{ a: [10, 'a', 1] }],
    ],
    [
      'project arrayElem',
      $s()
        .match({ _id: 1 })
        .project({ _id: 0, a: $.arrayElemAt(['$t', -1]) }),
      [{ a: 'y' }],
    ],
    [
      'addFields',
      $s()
        .match({ _id: 1 })
        .addFields({ z: $.add(['$n', 1]), 'o.q': 5 })
        .project({ _id: 0, z: 1, o: 1 }),
      [{ z: 11, o: { p: 1, q: 5 } }],
    ],
    [
      'sort limit skip',
      $s().sort({ n: -1 }).skip(1).limit(2).project({ _id: 1 }),
      [{ _id: 3 }, { _id: 2 }],
    ],
    [
      'sort mult',
      $s().sort({ k: 1, n: -1 }).project({ _id: 1 }),
      [{ _id: 5 }, { _id: 4 }, { _id: 3 }, { _id: 1 }, { _id: 2 }],
    ],
    ['count', $s().match({ k: 'a' }).count('c'), [{ c: 2 }]],
    ['count none', $s().match({ k: 'zz' }).count('c'), []],
    [
      'unwind',
      $s()
        .match({ _id: _.in([1, 3, 4, 5]) })
        .unwind('$t')
        .project({ t: 1 }),
      [
        { _id: 1, t: 'x' },
        { _id: 1, t: 'y' },
        { _id: 4, t: 'z' },
      ],
    ],
    [
      'unwind opts',
      $s()
        .match({ _id: _.in([1, 3]) })
        .unwind({ path: '$t', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
        .project({ t: 1, i: 1 }),
      [
        { _id: 1, t: 'x', i: 0 },
        { _id: 1, t: 'y', i: 1 },
        { _id: 3, i: null },
      ],
    ],
    [
      'lookup',
      $s()
        .match({ _id: 1 })
        .lookup({ from: 'o', localField: 'k', foreignField: 'k', as: 'j' })
        .project({ _id: 0, j: 1 }),
      [
        {
          j: [
            { _id: 'p', k: 'a', q: 1, tags: ['x'] },
            { _id: 'q', k: 'a', q: 2, tags: ['y'] },
          ],
        },
      ],
    ],
    [
      'lookup null',
      $s()
        .match({ _id: _.in([4, 5]) })
        .lookup({ from: 'o', localField: 'k', foreignField: 'k', as: 'j' })
        .project({ c: $.size('$j') }),
      [
        { _id: 4, c: 2 },
        { _id: 5, c: 2 },
      ],
    ],
    [
      'lookup arr local',
      $s()
        .match({ _id: 1 })
        .lookup({ from: 'o', localField: 't', foreignField: 'tags', as: 'j' })
        .project({ _id: 0, j: $.size('$j') }),
      [{ j: 2 }],
    ],
    [
      'lookup pipeline',
      $s()
        .match({ _id: 1 })
        .lookup({
          from: 'o',
          let: { kk: '$k', nn: '$n' },
          pipeline: $.pipeline()
            .match(_.expr($.and([$.eq(['$k', '$$kk']), $.lt(['$q', '$$nn'])])))
            .project({ _id: 0, q: 1, nn: '$$nn' })
            .done(),
          as: 'j',
        })
        .project({ _id: 0, j: 1 }),
      [
        {
          j: [
            { q: 1, nn: 10 },
            { q: 2, nn: 10 },
          ],
        },
      ],
    ],
    [
      'lookup no coll',
      $s()
        .match({ _id: 1 })
        .lookup({ from: 'nope', localField: 'k', foreignField: 'k', as: 'j' })
        .project({ _id: 0, j: 1 }),
      [{ j: [] }],
    ],
    [
      'lookup uncorrelated',
      $s()
        .match({ _id: 1 })
        .lookup({
          from: 'o',
          pipeline: $.pipeline()
            .match({ q: _.gte(3) })
            .done(),
          as: 'j',
        })
        .project({ c: $.size('$j') }),
      [{ _id: 1, c: 2 }],
    ],
    ['replaceRoot', $s().match({ _id: 1 }).replaceRoot({ newRoot: '$o' }), [{ p: 1 }]],
    [
      'replaceRoot merge',
      $s()
        .match({ _id: 1 })
        .replaceRoot({ newRoot: $.mergeObjects([{ z: 0 }, '$o']) }),
      [{ z: 0, p: 1 }],
    ],
    [
      'bucket',
      $s()
        .match({ n: _.gt(0) })
        .bucket({
          groupBy: '$n',
          boundaries: [0, 20, 40],
          default: 'x',
          output: { c: $.sum(1), ids: $.push('$_id') },
        }),
      [
        { _id: 0, c: 1, ids: [1] },
        { _id: 20, c: 2, ids: [2, 3] },
      ],
    ],
    [
      'bucket default',
      $s().bucket({ groupBy: '$n', boundaries: [0, 20], default: 'o' }),
      [
        { _id: 0, count: 1 },
        { _id: 'o', count: 4 },
      ],
    ],
    [
      'bucketAuto',
      $s()
        .match({ n: _.gt(0) })
        .bucketAuto({ groupBy: '$n', buckets: 2 }),
      [
        { _id: { min: 10, max: 30 }, count: 2 },
        { _id: { min: 30, max: 30 }, count: 1 },
      ],
    ],
    [
      'match after group',
      $s()
        .group({ _id: '$k', c: $.sum(1) })
        .match({ c: _.gt(1), _id: _.neq(null) }),
      [{ _id: 'a', c: 2 }],
    ],
  ];
}
