import type { Figures } from './figures';
import { type List, type ListName, lists } from './lists.data';

interface Ordered {
  key: string;
  value: number;
}

/** More groups than a sentence holds are those that merely tie with the last one. */
const mostTied = 3;
/** Departments above the whole that one sentence names. */
const mostAbove = 5;

/** The groups of a list, the greatest first; groups that are equal stand in their usual order. */
export function groupsOf(name: ListName, figures: Figures): string[] {
  const { dimension, by, pick }: List = lists[name];
  const known = figures.keys(dimension).flatMap((key): Ordered[] => {
    const value = figures.value(`${key}.${by}`);
    return value === null ? [] : [{ key, value }];
  });
  if (pick === 'each') return known.map(({ key }) => key);
  const ordered = known
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  return chosen(ordered, pick, figures.value(`all.${by}`)).map(({ key }) => key);
}

function chosen(
  ordered: Ordered[],
  pick: Exclude<List['pick'], 'each'>,
  whole: number | null,
): Ordered[] {
  if (pick === 'greatest') return ordered.filter(({ value }) => value === ordered[0]?.value);
  if (pick === 'rising') return ordered.filter(({ value }) => value > 0);
  if (pick === 'falling') return ordered.filter(({ value }) => value < 0).reverse();
  if (pick === 'above-whole') {
    return firstOf(
      ordered.filter(({ value }) => whole !== null && value > whole),
      mostAbove,
    );
  }
  return firstOf(ordered, pick.first);
}

/** So many from the top, with those that tie with the last; without that value where too many tie. */
function firstOf(ordered: Ordered[], count: number): Ordered[] {
  const last = ordered[Math.min(count, ordered.length) - 1];
  if (!last) return [];
  const withTies = ordered.filter(({ value }) => value >= last.value);
  return withTies.length <= count + mostTied
    ? withTies
    : ordered.filter(({ value }) => value > last.value);
}
