import type { FrameEntry } from '../domain/inspections';
import { frameLine } from '../domain/inspections';
import { collection, type Document } from './collection';

type Kind = 'inspection-frames' | 'inspection-draws';

interface PieceDocument extends Document {
  /** frame lines: id, stratum, whether it failed last time */
  lines: string[];
}

/** Entries of a frame that one document holds: some 60 kB. */
export const pieceSize = 1000;

const atOnce = 20;

/** Writes a piece of a frame, or of what was drawn; again is the same. */
export function putPiece(
  kind: Kind,
  inspectionId: string,
  number: number,
  entries: FrameEntry[],
): Promise<void> {
  return collection<PieceDocument>(kind).put({
    _id: pieceId(inspectionId, number),
    lines: entries.map(frameLine),
  });
}

export async function readPiece(
  kind: Kind,
  inspectionId: string,
  number: number,
): Promise<FrameEntry[]> {
  const piece = await collection<PieceDocument>(kind).find(pieceId(inspectionId, number));
  return (piece?.lines ?? []).map(entryOf);
}

/** Every piece in order, some at a time. */
export async function readPieces(
  kind: Kind,
  inspectionId: string,
  count: number,
): Promise<FrameEntry[]> {
  const entries: FrameEntry[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => from + at);
    const pieces = await Promise.all(numbers.map((one) => readPiece(kind, inspectionId, one)));
    for (const piece of pieces) for (const entry of piece) entries.push(entry);
  }
  return entries;
}

function pieceId(inspectionId: string, number: number): string {
  return `${inspectionId}:${number}`;
}

function entryOf(line: string): FrameEntry {
  const [id = '', stratum = '', recheck] = line.split('\t');
  return { id, stratum, recheck: recheck === '1' };
}
