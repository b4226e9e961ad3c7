import { type Database, openDatabase } from './support';

const point = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
const square = (size: number, middle: [number, number] = [0, 0]) =>
  [
    [-size, -size],
    [size, -size],
    [size, size],
    [-size, size],
    [-size, -size],
  ].map(([x = 0, y = 0]) => [x + middle[0], y + middle[1]]);
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });

let database: Database;
beforeAll(async () => {
  database = openDatabase();
  await database.fill('places', [
    { _id: 'middle', at: point(0, 0) },
    { _id: 'in', at: point(1.5, 1.5) },
    { _id: 'edge', at: point(2, 0) },
    { _id: 'out', at: point(3, 0) },
    { _id: 'far side', at: point(180, 0) },
    {
      _id: 'line',
      at: {
        type: 'LineString',
        coordinates: [
          [-3, 0],
          [3, 0],
        ],
      },
    },
    { _id: 'area', at: polygon(square(0.5, [1.4, 1.4])) },
    { _id: 'none', at: 'here' },
    { _id: 'points', at: [point(50, 50), point(0.5, 0.5)] },
  ]);
  await database.fill('sights', [
    { _id: 'tower', at: point(113.30593, 23.1361155), city: 'Guangzhou' },
    { _id: 'mountain', at: point(113.306789, 23.1564721), city: 'Guangzhou' },
    { _id: 'palace', at: point(116.3949659, 39.9163447), city: 'Beijing' },
  ]);
});
afterAll(() => database.close());

const found = async (query: object) => (await database.find('places', query)).map(({ _id }) => _id);

const ring = polygon(square(2), square(1));

test.each([
  [
    '$geoWithin a square',
    { $geoWithin: { $geometry: polygon(square(2)) } },
    ['middle', 'in', 'edge', 'area', 'points'],
  ],
  ['$geoWithin a ring', { $geoWithin: { $geometry: ring } }, ['in', 'edge']],
  [
    '$geoWithin several',
    {
      $geoWithin: {
        $geometry: { type: 'MultiPolygon', coordinates: [[square(0.1)], [square(0.1, [3, 0])]] },
      },
    },
    ['middle', 'out'],
  ],
  [
    '$geoWithin a circle',
    { $geoWithin: { $centerSphere: [[0, 0], 2.2 * (Math.PI / 180)] } },
    ['middle', 'in', 'edge', 'points'],
  ],
  [
    '$geoIntersects a square',
    { $geoIntersects: { $geometry: polygon(square(1)) } },
    ['middle', 'line', 'area', 'points'],
  ],
  [
    '$geoIntersects a ring',
    { $geoIntersects: { $geometry: ring } },
    ['in', 'edge', 'line', 'area'],
  ],
  ['$geoIntersects a point', { $geoIntersects: { $geometry: point(0, 0) } }, ['middle', 'line']],
  [
    '$geoIntersects a crossing line',
    {
      $geoIntersects: {
        $geometry: {
          type: 'LineString',
          coordinates: [
            [2.5, -1],
            [2.5, 1],
          ],
        },
      },
    },
    ['line'],
  ],
])('%s', async (_name, condition, ids) => {
  expect(await found({ at: condition })).toEqual(ids);
});

test('an edge is a great circle: it bends towards the pole', async () => {
  await database.fill('north', [
    { _id: 1, at: point(0, 51) },
    { _id: 2, at: point(0, 53.4) },
  ]);
  const region = polygon([
    [-30, 50],
    [30, 50],
    [30, 40],
    [-30, 40],
    [-30, 50],
  ]);
  expect(await database.count('north', { at: { $geoWithin: { $geometry: region } } })).toBe(2);
});

test('$nearSphere sorts by distance, between bounds in metres', async () => {
  const near = (rest: object) => ({ at: { $nearSphere: { $geometry: point(1.4, 1.4), ...rest } } });
  expect(await found(near({ $maxDistance: 300_000 }))).toEqual([
    'area',
    'in',
    'points',
    'line',
    'edge',
    'middle',
    'out',
  ]);
  expect(await found(near({ $minDistance: 100_000, $maxDistance: 200_000 }))).toEqual([
    'points',
    'line',
    'edge',
  ]);
  expect(await database.find('places', near({}), { limit: 1 })).toMatchObject([{ _id: 'area' }]);
});

test('$geoNear tells the distance as the service does, to the last digit', async () => {
  const stage = {
    near: point(113.3089506, 23.0968251),
    distanceField: 'far.metres',
    query: { city: 'Guangzhou' },
    key: 'at',
    spherical: true,
    includeLocs: 'where',
    minDistance: 5000,
  };
  expect(await database.aggregate('sights', [{ $geoNear: stage }])).toEqual([
    {
      _id: 'mountain',
      at: point(113.306789, 23.1564721),
      city: 'Guangzhou',
      far: { metres: 6643.521654040738 },
      where: point(113.306789, 23.1564721),
    },
  ]);
});

test('the distance of a line or an area is that of its nearest part', async () => {
  await database.fill('shapes', [
    { _id: 'around', at: polygon(square(2)) },
    { _id: 'ring', at: polygon(square(2), square(1)) },
    {
      _id: 'beside',
      at: {
        type: 'LineString',
        coordinates: [
          [3, -5],
          [3, 5],
        ],
      },
    },
    {
      _id: 'ahead',
      at: {
        type: 'LineString',
        coordinates: [
          [4, 0],
          [9, 0],
        ],
      },
    },
    {
      _id: 'there and back',
      at: {
        type: 'LineString',
        coordinates: [
          [5, 0],
          [5, 0],
        ],
      },
    },
  ]);
  const stage = { near: point(0, 0), distanceField: 'metres', key: 'at', spherical: true };
  const told = await database.aggregate('shapes', [{ $geoNear: stage }]);
  const degree = (6_378_100 * Math.PI) / 180;
  expect(told.map(({ _id, metres }) => [_id, Number(metres) / degree])).toEqual([
    ['around', 0],
    ['ring', expect.closeTo(1, 9)],
    ['beside', expect.closeTo(3, 9)],
    ['ahead', expect.closeTo(4, 9)],
    ['there and back', expect.closeTo(5, 9)],
  ]);
});

test.each([
  [{ $geoWithin: { $geometry: point(0, 0) } }, 'Polygon'],
  [{ $geoWithin: { $geometry: polygon(square(170)) } }, ''],
  [{ $geoWithin: { $center: [[0, 0], 1] } }, '$center'],
  [{ $geoWithin: { $centerSphere: [0, 0] } }, '$centerSphere'],
  [{ $geoIntersects: { $geometry: { type: 'Circle' } } }, '$geoIntersects'],
  [{ $near: [1, 2] }, '$near'],
  [{ $nearSphere: { $geometry: point(0, 0), $maxDistance: -1 } }, '$maxDistance'],
])('refuses %j by name', async (condition, named) => {
  await expect(found({ at: condition })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining(named),
  });
});

test('geometry comes back as it was stored', async () => {
  const [stored] = await database.find('places', { _id: 'area' });
  expect(stored?.at).toEqual(polygon(square(0.5, [1.4, 1.4])));
});
