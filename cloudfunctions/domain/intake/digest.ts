/** JSON with the names of each object in order, so that equal data is equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join(',')}}`;
}

/** One 32-bit lane of MurmurHash3's mixing over UTF-16 units. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * 24 hexadecimal digits that tell plain data apart from other data. It guards against mistakes (the
 * same file twice, a plan that has changed since it was shown), not against forgery.
 */
export function digestOf(value: unknown): string {
  const text = canonical(value);
  return [0x9747b28c, 0x2545f491, 0x6b43a9b5]
    .map((seed) => hash32(text, seed).toString(16).padStart(8, '0'))
    .join('');
}
