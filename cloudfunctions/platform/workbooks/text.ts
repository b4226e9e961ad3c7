const byteOrderMarks: { mark: number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    // `stream` forgives a last character that was cut in two.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: ASCII digits and separators leave a zero in every second byte. */
function zerosAt(bytes: Uint8Array, parity: 0 | 1): boolean {
  let zeros = 0;
  const sample = Math.min(bytes.length, 4096);
  for (let at = parity; at < sample; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros > sample / 20;
}

/** C0 controls other than tab, line feed, form feed and carriage return: not text. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true;
  }
  return false;
}

/**
 * Text from bytes in UTF-8 or UTF-16 (with a byte order mark or not) or GB18030, which holds GBK
 * and GB 2312. Null when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const encodings = marked
    ? [marked.encoding]
    : zerosAt(bytes, 1)
      ? ['utf-16le']
      : zerosAt(bytes, 0)
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== null) return isBinary(text) ? null : text;
  }
  return null;
}
