import published from '../../vectors/indices/published.json';
import { scored } from './records';

describe('published results', () => {
  it.each(published.full.map((row) => [row.id, row] as const))('%s reproduces', (_, row) => {
    const { value, parts } = scored(row.scheme, row.record);
    expect(Math.abs((value ?? Number.NaN) - row.expected.value)).toBeLessThanOrEqual(row.within);
    for (const [key, mark] of Object.entries(row.expected.parts ?? {})) {
      const residual = Math.abs((parts[key]?.value ?? Number.NaN) - (mark as number));
      expect(residual).toBeLessThanOrEqual(row.within);
    }
  });

  it.each(published.notReproduced.map((row) => [row.id, row] as const))(
    '%s is known not to reproduce',
    (_, row) => {
      const { value } = scored(row.scheme, row.record);
      expect(Math.abs((value ?? Number.NaN) - row.published)).toBeGreaterThan(1);
    },
  );

  it('needs the mean rounded to one decimal for V11', () => {
    const row = published.full.find(({ id }) => id === 'wci-11-day-2016-05-31');
    const { value } = scored('wci-12.0', row?.record);
    expect(Math.abs((value ?? Number.NaN) - (row?.expected.value ?? 0))).toBeGreaterThan(1e-4);
  });
});

type Range = number | number[];
const ends = (range: Range): [number, number] =>
  Array.isArray(range) ? [range[0] ?? 0, range[1] ?? 0] : [range, range];

/** The lowest and the highest record that the published part allows, between loose bounds. */
function extremes(days: number, known: Record<string, Range>): [object, object] {
  const [fewArticles, manyArticles] = ends(known.articles ?? 1);
  const build = (end: 0 | 1): Record<string, number> => {
    const articles = end === 0 ? manyArticles : fewArticles;
    const record: Record<string, number> = { days, articles, headlineCount: 1 };
    const totals = { reads: known.reads, wows: known.wows, likes: known.likes };
    const wows = ends(known.wows ?? 0)[end];
    totals.likes ??= Math.round(wows * (end === 0 ? 0.5 : 3));
    for (const [name, range] of Object.entries(totals)) {
      const total = ends(range ?? 0)[end];
      const suffix = name.charAt(0).toUpperCase() + name.slice(1);
      const mean = Math.ceil(total / articles);
      record[name] = total;
      record[`max${suffix}`] = ends(known[`max${suffix}`] ?? [mean, total])[end];
      record[`headline${suffix}`] = ends(
        known[`headline${suffix}`] ?? [Math.floor(total * 0.3), total],
      )[end];
    }
    return record;
  };
  return [build(0), build(1)];
}

describe('rows published in part', () => {
  it.each(published.partial.map((row) => [row.id, row] as const))('%s lies inside', (_, row) => {
    const [low, high] = extremes(row.days, row.known as unknown as Record<string, Range>);
    const lowest = scored(row.scheme, low).value ?? Number.NaN;
    const highest = scored(row.scheme, high).value ?? Number.NaN;
    expect(row.published).toBeGreaterThanOrEqual(lowest);
    expect(row.published).toBeLessThanOrEqual(highest);
  });

  it.each(
    published.partial
      .filter(({ scheme }) => scheme === 'wci-14.2')
      .map((row) => [row.id, row] as const),
  )('%s lies above what V12.0 gives', (_, row) => {
    const [, high] = extremes(row.days, row.known as unknown as Record<string, Range>);
    expect(row.published).toBeGreaterThan(scored('wci-12.0', high).value ?? Number.NaN);
  });
});
