import { deflateRawSync } from 'node:zlib';
import { type BookType, CFB, utils, write } from '@e965/xlsx';
import type { Cell } from '../../../typings/intake';

/** A workbook's bytes, as a spreadsheet program would save these rows. */
export function save(rows: Cell[][], bookType: BookType, sheetName = 'New Sheet1'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheetName);
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

/** A workbook of the Macintosh epoch, with a serial number once as a date and once as a number. */
export function saveWithEpoch1904(serial: number, bookType: BookType): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([[{ t: 'n', v: serial, z: 'yyyy-mm-dd' }, serial]]);
  utils.book_append_sheet(book, sheet, 'Sheet1');
  book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

/** A .xls with its workbook stream changed, in a sound container. */
function withStream(rows: Cell[][], change: (stream: Buffer) => Buffer): Uint8Array {
  const container = CFB.read(save(rows, 'biff8'), { type: 'buffer' });
  const entry: { content: Uint8Array } = CFB.find(container, '/Workbook');
  const content = change(Buffer.from(entry.content));
  CFB.utils.cfb_del(container, '/Workbook');
  CFB.utils.cfb_add(container, '/Workbook', content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }));
}

/** A .xls whose workbook stream starts with the record that announces encryption. */
export function encryptedBiff(rows: Cell[][]): Uint8Array {
  return withStream(rows, (stream) => {
    const bofLength = 4 + stream.readUInt16LE(2);
    const filepass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0, 0, 1, 2, 3, 4]);
    return Buffer.concat([stream.subarray(0, bofLength), filepass, stream.subarray(bofLength)]);
  });
}

/** A .xls whose last sheet lacks its end, as a broken download leaves it. */
export function halfBiff(rows: Cell[][]): Uint8Array {
  const end = Buffer.from([0x0a, 0x00, 0x00, 0x00]);
  return withStream(rows, (stream) => stream.subarray(0, stream.lastIndexOf(end)));
}

/** Bytes that do not compress, the same each time. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** The container that Office puts a password-protected .xlsx into. */
export function encryptedPackage(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(300, 1));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8000, 7));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }));
}

export interface Part {
  path: string;
  content: Uint8Array;
  /** what the directory claims, when it does not tell the truth */
  claimed?: number;
  encrypted?: boolean;
}

/** A zip of the given parts, whose directory may lie. */
export function zip(parts: Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, claimed, encrypted } of parts) {
    const packed = deflateRawSync(content);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from('PK\u0003\u0004'), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, listing, Buffer.from('PK\u0005\u0006'), end]));
}
