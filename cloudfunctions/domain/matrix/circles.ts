/** Longest circle looked for: beyond it nobody follows one on a screen. */
const longest = 6;

/**
 * Circles of links through `start`, each as the ids along it, shortest first and at most `most`. Two
 * accounts that link to each other are a tie, not a circle. Walks what is given and no further.
 */
export function circlesThrough(
  start: string,
  links: ReadonlyMap<string, readonly string[]>,
  most = 10,
): string[][] {
  const circles: string[][] = [];
  let paths = [[start]];
  for (let length = 1; length < longest && circles.length < most; length += 1) {
    const next: string[][] = [];
    for (const path of paths) {
      for (const to of links.get(path.at(-1) ?? start) ?? []) {
        if (to === start && path.length > 2) circles.push(path);
        else if (!path.includes(to)) next.push([...path, to]);
      }
    }
    // Breadth first, bounded: a dense neighbourhood has more paths than anyone reads.
    paths = next.slice(0, 5_000);
  }
  return circles.slice(0, most);
}
