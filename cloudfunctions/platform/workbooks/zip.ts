import { inflateRawSync } from 'node:zlib';
import { limits, type Reading, refuse } from './refusal';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  path: string;
  flags: number;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Where the end-of-directory record starts, or -1: it is the file's tail, plus a comment. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

/** The directory's entries, or null when it runs out of the file. */
function directory(bytes: Uint8Array, view: DataView): Entry[] | null {
  const end = endOfDirectory(view);
  if (end < 0) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | null {
  const { offset, packed } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_ENTRY) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

function unpack(data: Uint8Array, entry: Entry): Reading<Uint8Array> {
  if (entry.method === STORED) return { ok: true, value: data };
  if (entry.method !== DEFLATED) return refuse('unsupported');
  try {
    // The cap is the size declared: an entry that lies about it stops here, before it has grown.
    const maxOutputLength = Math.max(1, entry.unpacked);
    return { ok: true, value: inflateRawSync(data, { maxOutputLength }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'truncated');
  }
}

/**
 * Unpacks the XML parts of a zip (pictures are left out) after checking what it says it holds.
 *
 * Errors: `zip-bomb` when the parts declare, or turn out, to be larger than the limits;
 * `password-protected`, `truncated`, `unsupported`.
 */
export function unzip(bytes: Uint8Array): Reading<Map<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  if (!entries) return refuse('truncated');
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > limits.unpackedBytes) return refuse('zip-bomb');
  if (declared > limits.unpackedRatio * bytes.length) return refuse('zip-bomb');
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.flags & ENCRYPTED) return refuse('password-protected');
    if (!/\.(xml|rels)$/i.test(entry.path)) continue;
    const data = packedBytes(bytes, view, entry);
    if (!data) return refuse('truncated');
    const part = unpack(data, entry);
    if (!part.ok) return part;
    parts.set(entry.path, part.value);
  }
  return { ok: true, value: parts };
}
