import type { Cell } from '../../../typings/intake';
import type { Column, Row } from './tables';
import { quoted } from './text';
import { readCount } from './values';

const MAX_WARNINGS = 50;

/** What reading a file has to say about it. */
export class Notes {
  private readonly messages = new Set<string>();

  warn(message: string): void {
    this.messages.add(message);
  }

  warnAt(row: Row, column: Column, reason: string): void {
    this.warn(`第 ${row.number} 行「${column.header}」${quoted(row.cells[column.index])}${reason}`);
  }

  /** The first fifty; the rest as a number. */
  warnings(): string[] {
    const all = [...this.messages];
    const more = all.length - MAX_WARNINGS;
    return more > 0 ? [...all.slice(0, MAX_WARNINGS), `另有 ${more} 条类似的提醒`] : all;
  }
}

/**
 * A count from a row, with a warning where the cell cuts it short or is no number: what it cuts short
 * is an estimate.
 */
export function countAt(
  row: Row,
  column: Column,
  notes: Notes,
): { value: number | null; isEstimate: boolean } {
  const cell: Cell | undefined = row.cells[column.index];
  const { value, note } = readCount(cell);
  if (note === 'unreadable') notes.warnAt(row, column, '不是有效的数字，按未知处理');
  if (note === 'floor') notes.warnAt(row, column, `只是下限，按 ${value} 计`);
  if (note === 'rounded') notes.warnAt(row, column, `是约数，按 ${value} 计`);
  return { value, isEstimate: note === 'floor' || note === 'rounded' };
}
