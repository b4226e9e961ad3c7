import fc from 'fast-check';
import {
  countEdges,
  type Edges,
  type Placing,
  placeNext,
  type Ranked,
  rankIntervals,
  startRanking,
} from '../../../cloudfunctions/domain/leaderboards/ranking';
import { bucketOf } from '../../../cloudfunctions/domain/submissions/peer-buckets';

const scheme = 'zhengwei-1';
const row = fc
  .record({
    value: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    spread: fc.option(fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10)),
  })
  .map(({ value, spread }): Ranked => {
    const interval: [number, number] | null =
      spread === null ? null : [value - spread, value + spread];
    return { accountId: '', value, interval };
  });
const board = fc
  .array(row, { minLength: 1, maxLength: 50 })
  .map((rows) => rows.sort((a, b) => b.value - a.value));

function placed(rows: Ranked[]): Placing[] {
  let state = startRanking;
  return rows.map((one, index) => {
    // As a job that is killed and goes on keeps it: through JSON.
    const step = placeNext(JSON.parse(JSON.stringify(state)), one, rows[index + 1] ?? null);
    state = step.state;
    return step.placing;
  });
}

test('equal values share the rank, the next one skips, and only they are tied', () => {
  fc.assert(
    fc.property(board, (rows) => {
      placed(rows).forEach(({ position, rank, tied }, index) => {
        const value = rows[index]?.value ?? 0;
        expect(position).toBe(index + 1);
        expect(rank).toBe(1 + rows.filter((other) => other.value > value).length);
        expect(tied).toBe(rows.filter((other) => other.value === value).length > 1);
      });
    }),
  );
});

test('a band begins where an account can be told from the first of the band before', () => {
  fc.assert(
    fc.property(board, (rows) => {
      let first = rows[0];
      placed(rows).forEach(({ band }, index, all) => {
        const own = rows[index];
        const isNew = band !== (all[index - 1]?.band ?? 0);
        const high = own?.interval?.[1] ?? own?.value ?? 0;
        const low = first?.interval?.[0] ?? first?.value ?? 0;
        if (index === 0) expect(band).toBe(1);
        else if (isNew) expect(high).toBeLessThan(low);
        else if (own?.value !== rows[index - 1]?.value) expect(high).toBeGreaterThanOrEqual(low);
        if (isNew) first = own;
      });
    }),
  );
});

test('a rank interval counts those wholly above and wholly below, to a step', () => {
  fc.assert(
    fc.property(board, (rows) => {
      const edges: Edges = { lows: {}, highs: {} };
      for (const one of rows) countEdges(edges, scheme, one);
      const intervalOf = rankIntervals(scheme, edges);
      const ends = ({ value, interval }: Ranked) =>
        (interval ?? [value, value]).map((end) =>
          Number((bucketOf(scheme, end) ?? 'b0').slice(1)),
        ) as [number, number];
      for (const one of rows) {
        const [low, high] = ends(one);
        const better = rows.filter((other) => ends(other)[0] > high).length;
        const worse = rows.filter((other) => ends(other)[1] < low).length;
        const expected = one.interval ? [better + 1, rows.length - worse] : null;
        expect(intervalOf(one)).toEqual(expected);
      }
    }),
  );
});
