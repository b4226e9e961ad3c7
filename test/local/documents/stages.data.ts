const ids = (key: string, ...ids: unknown[]) => ids.map((_id) => ({ [key]: _id }));

/** What a collection of the test answers to a pipeline. */
export const cases: [name: string, collection: string, stages: object[], answer: object[]][] = [
  [
    '$project takes paths into arrays',
    'c',
    [{ $match: { _id: 1 } }, { $project: { 'deep.w.z': 1 } }],
    [{ _id: 1, deep: { w: [{ z: 1 }, { z: 2 }] } }],
  ],
  [
    '$project leaves paths out',
    'c',
    [{ $match: { _id: 1 } }, { $project: { 'deep.w.z': 0, tags: 0, k: 0, n: 0 } }],
    [{ _id: 1, deep: { v: 1, w: [{}, {}] } }],
  ],
  [
    '$project computes, renames, and nests',
    'c',
    [
      { $match: { _id: 2 } },
      {
        $project: {
          _id: 0,
          twice: { $multiply: ['$n', 2] },
          at: { v: '$deep.v' },
          both: ['$n', '$nowhere'],
        },
      },
    ],
    [{ twice: 4, at: { v: 2 }, both: [2, null] }],
  ],
  [
    '$project of a missing value leaves the field out',
    'c',
    [{ $match: { _id: 4 } }, { $project: { x: '$nowhere' } }],
    [{ _id: 4 }],
  ],
  [
    '$addFields goes into documents and arrays',
    'c',
    [
      { $match: { _id: 1 } },
      { $addFields: { 'deep.w.y': '$n', n: '$$REMOVE', k: { $literal: 0 } } },
    ],
    [
      {
        _id: 1,
        k: 0,
        tags: ['x', 'y'],
        deep: {
          v: 1,
          w: [
            { z: 1, y: 1 },
            { z: 2, y: 1 },
          ],
        },
      },
    ],
  ],
  [
    '$unset',
    'c',
    [{ $match: { _id: 1 } }, { $unset: ['tags', 'deep.w', 'k'] }],
    [{ _id: 1, n: 1, deep: { v: 1 } }],
  ],
  [
    '$replaceRoot',
    'c',
    [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { $mergeObjects: [{ d: 0 }, '$deep'] } } }],
    [{ d: 0, v: 2, w: [] }],
  ],
  ['$replaceWith', 'c', [{ $match: { _id: 2 } }, { $replaceWith: '$deep' }], [{ v: 2, w: [] }]],
  [
    '$sort by two fields, missing first',
    'c',
    [{ $sort: { k: 1, n: -1 } }, { $project: { _id: 1 } }],
    ids('_id', 4, 3, 1, 2),
  ],
  [
    '$sort, $skip, $limit',
    'c',
    [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    ids('_id', 3, 2),
  ],
  [
    '$limit before $skip',
    'c',
    [{ $sort: { n: 1 } }, { $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }],
    ids('_id', 2),
  ],
  [
    '$limit before $sort',
    'c',
    [{ $limit: 2 }, { $sort: { n: -1 } }, { $project: { _id: 1 } }],
    ids('_id', 2, 1),
  ],
  [
    '$unwind with places, keeping the empty',
    'c',
    [
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'x', i: 0 },
      { _id: 1, tags: 'y', i: 1 },
      { _id: 2, i: null },
      { _id: 3, tags: null, i: null },
      { _id: 4, tags: 'x', i: null },
    ],
  ],
  [
    '$unwind of what is no array',
    'c',
    [{ $match: { _id: { $gte: 2 } } }, { $unwind: '$tags' }, { $project: { tags: 1 } }],
    [{ _id: 4, tags: 'x' }],
  ],
  [
    '$group by a document, and all accumulators',
    'c',
    [
      {
        $group: {
          _id: { k: '$k' },
          n: { $sum: 1 },
          a: { $avg: '$n' },
          f: { $first: '$n' },
          l: { $last: '$n' },
          hi: { $max: '$n' },
          lo: { $min: '$n' },
          all: { $push: '$n' },
          set: { $addToSet: '$k' },
          p: { $stdDevPop: '$n' },
          m: { $mergeObjects: '$deep' },
        },
      },
      { $sort: { n: -1, lo: 1 } },
      { $limit: 1 },
    ],
    [
      {
        _id: { k: 'a' },
        n: 2,
        a: 2,
        f: 1,
        l: 3,
        hi: 3,
        lo: 1,
        all: [1, 3],
        set: ['a'],
        p: 1,
        m: { v: 1, w: [{ z: 1 }, { z: 2 }] },
      },
    ],
  ],
  [
    '$group puts null and missing together',
    'c',
    [{ $group: { _id: '$nowhere', n: { $count: {} } } }],
    [{ _id: null, n: 4 }],
  ],
  [
    '$group of nothing is nothing',
    'c',
    [{ $match: { n: 99 } }, { $group: { _id: null, n: { $sum: 1 } } }],
    [],
  ],
  [
    '$sortByCount',
    'c',
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  ['$count of nothing is nothing', 'c', [{ $match: { n: 99 } }, { $count: 'all' }], []],
  [
    '$bucket with outputs',
    'artwork',
    [
      { $match: { year: { $exists: true } } },
      {
        $bucket: {
          groupBy: '$year',
          boundaries: [1890, 1900, 1920, 1932],
          default: 'later',
          output: { years: { $push: '$year' } },
        },
      },
    ],
    [
      { _id: 1890, years: [1893] },
      { _id: 1900, years: [1902, 1918] },
      { _id: 1920, years: [1926, 1925] },
      { _id: 'later', years: [1932] },
    ],
  ],
  [
    '$bucketAuto',
    'artwork',
    [{ $match: { year: { $exists: true } } }, { $bucketAuto: { groupBy: '$year', buckets: 3 } }],
    [
      { _id: { min: 1893, max: 1918 }, count: 2 },
      { _id: { min: 1918, max: 1926 }, count: 2 },
      { _id: { min: 1926, max: 1932 }, count: 2 },
    ],
  ],
  [
    '$bucketAuto keeps equal values together',
    'c',
    [{ $addFields: { one: 1 } }, { $bucketAuto: { groupBy: '$one', buckets: 3 } }],
    [{ _id: { min: 1, max: 1 }, count: 4 }],
  ],
  [
    '$facet',
    'c',
    [
      {
        $facet: {
          n: [{ $count: 'n' }],
          top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
        },
      },
    ],
    [{ n: [{ n: 4 }], top: [{ _id: 4 }] }],
  ],
  [
    '$lookup: missing joins missing, arrays by elements',
    'c',
    [
      { $lookup: { from: 'other', localField: 'k', foreignField: 'k', as: 'o' } },
      { $project: { 'o._id': 1 } },
    ],
    [
      { _id: 1, o: ids('_id', 'p', 'q') },
      { _id: 2, o: [] },
      { _id: 3, o: ids('_id', 'p', 'q') },
      { _id: 4, o: ids('_id', 'r') },
    ],
  ],
  [
    '$lookup into an array',
    'c',
    [
      { $match: { _id: 2 } },
      { $lookup: { from: 'other', localField: 'k', foreignField: 'list', as: 'o' } },
      { $project: { 'o._id': 1 } },
    ],
    [{ _id: 2, o: ids('_id', 'r') }],
  ],
  [
    '$lookup with variables',
    'c',
    [
      { $match: { _id: 3 } },
      {
        $lookup: {
          from: 'other',
          let: { mine: '$n' },
          pipeline: [
            { $match: { $expr: { $gt: ['$n', '$$mine'] } } },
            { $project: { _id: 0, n: 1, gap: { $subtract: ['$n', '$$mine'] } } },
          ],
          as: 'o',
        },
      },
      { $project: { o: 1 } },
    ],
    [{ _id: 3, o: [{ n: 9, gap: 6 }] }],
  ],
  [
    '$lookup with fields and a pipeline',
    'c',
    [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'other',
          localField: 'k',
          foreignField: 'k',
          pipeline: [{ $match: { n: { $gt: 5 } } }],
          as: 'o',
        },
      },
      { $project: { 'o._id': 1 } },
    ],
    [{ _id: 1, o: ids('_id', 'q') }],
  ],
  [
    'a $lookup in a $lookup',
    'c',
    [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'other',
          let: { a: '$n' },
          pipeline: [
            { $match: { _id: 'p' } },
            {
              $lookup: {
                from: 'c',
                let: { b: '$n' },
                pipeline: [
                  { $match: { $expr: { $eq: ['$n', { $add: ['$$a', '$$b'] }] } } },
                  { $project: { _id: 1 } },
                ],
                as: 'i',
              },
            },
            { $project: { i: 1 } },
          ],
          as: 'o',
        },
      },
      { $project: { o: 1 } },
    ],
    [{ _id: 1, o: [{ _id: 'p', i: [{ _id: 3 }] }] }],
  ],
];

/** Pipelines that cannot be, and what the refusal names. */
export const refusals: [stages: object[], named: RegExp][] = [
  [[{ $nope: 1 }], /\$nope/],
  [[{ $out: 'x' }], /\$out/],
  [[{ $unionWith: 'x' }], /\$unionWith/],
  [[{ $graphLookup: {} }], /\$graphLookup/],
  [[{ $match: { n: 99 } }, { $project: { x: { $bogus: 1 } } }], /\$bogus/],
  [[{ $group: { n: { $sum: 1 } } }], /_id/],
  [[{ $group: { _id: 1, n: { $median: '$n' } } }], /\$median/],
  [[{ $group: { _id: 1, n: 5 } }], /accumulator/],
  [[{ $project: { a: 1, b: 0 } }], /mix/],
  [[{ $project: {} }], /\$project/],
  [[{ $sort: { a: 2 } }], /1 or -1/],
  [[{ $limit: 0 }], /\$limit/],
  [[{ $skip: -1 }], /\$skip/],
  [[{ $count: '' }], /count/],
  [[{ $unwind: 'tags' }], /\$/],
  [[{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], /ascending/],
  [[{ $bucket: { groupBy: '$n', boundaries: [0, 1] } }], /default/],
  [[{ $bucketAuto: { groupBy: '$n', buckets: 0 } }], /buckets/],
  [[{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R7' } }], /granularity 'R7'/],
  [[{ $bucketAuto: { groupBy: '$k', buckets: 2, granularity: 'R5' } }], /numbers, 0 or more/],
  [[{ $sample: { size: 0 } }], /\$sample/],
  [[{ $replaceRoot: { newRoot: '$n' } }], /object/],
  [[{ $lookup: { from: 'other', as: 'x' } }], /\$lookup/],
  [[{ $lookup: { from: 'other', as: 'x', pipeline: [{ $nope: 1 }] } }], /\$nope/],
  [[{ $lookup: { from: 'other', as: 'x', pipeline: [{ $match: { $expr: '$$who' } }] } }], /who/],
  [[{ $facet: { a: [{ $facet: {} }] } }], /\$facet/],
  [[{ $limit: 1 }, { $geoNear: {} }], /first stage/],
];
