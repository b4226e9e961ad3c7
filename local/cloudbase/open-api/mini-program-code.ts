import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { BinaryAnswer } from '../http/answer';
import type { Parameters } from '../parameters';

const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const narrowest = 280;
const widest = 1280;
const cells = 16;

/**
 * `wxacode.getUnlimited`: a PNG that differs by scene and page and cannot be scanned, since only
 * WeChat can issue a code that can.
 */
export function miniProgramCode({
  scene,
  page,
  width = 430,
}: Parameters): Parameters | BinaryAnswer {
  if (typeof scene !== 'string' || !scenePattern.test(scene)) {
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' };
  }
  if (typeof page === 'string' && /^\/|\?/.test(page)) {
    return { errcode: 41030, errmsg: 'invalid page' };
  }
  const size = Math.min(Math.max(Number(width) || narrowest, narrowest), widest);
  const seed = createHash('sha256')
    .update(JSON.stringify([scene, page]))
    .digest();
  return new BinaryAnswer('image/png', checkered(seed, size));
}

/** A square grey-scale PNG whose cells are the bits of the seed. */
function checkered(seed: Buffer, size: number): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(size + 1);
    for (let x = 0; x < size; x += 1) {
      const cell = Math.floor((y * cells) / size) * cells + Math.floor((x * cells) / size);
      const bit = ((seed[cell >> 3] ?? 0) >> (cell & 7)) & 1;
      row[x + 1] = bit === 1 ? 0 : 255;
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, checksum]);
}

/** PNG's checksum; node:zlib has one only from Node 20.15 on. */
function crc32(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
