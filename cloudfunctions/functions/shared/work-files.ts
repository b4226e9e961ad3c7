import { found, unwrap } from '../../handler/refusal';
import { downloadLink, linkSeconds, readStoredFile, storeFile } from '../../platform/files';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Transfers at a time. */
const lanes = 8;

/** Keeps values for a later step; the same path is written over. */
export function keepJson(path: string, value: unknown): Promise<string> {
  return storeFile(path, encoder.encode(JSON.stringify(value)));
}

/** What `keepJson` kept: only this release's own steps write there. */
export async function keptJson<T>(fileId: string): Promise<T> {
  return JSON.parse(decoder.decode(unwrap(await readStoredFile(fileId)))) as T;
}

/** Runs work over a list, a few at a time, and answers in its order. */
export async function inLanes<T, R>(
  list: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < list.length; from += lanes) {
    results.push(...(await Promise.all(list.slice(from, from + lanes).map(work))));
  }
  return results;
}

/** A link to a file of a release, for as long as `linkSeconds`. */
export async function linkTo(fileId: string): Promise<string> {
  return found(await downloadLink(fileId));
}

export { linkSeconds };
