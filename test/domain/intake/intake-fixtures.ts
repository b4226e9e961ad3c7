import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadOptions, readExport } from '../../../cloudfunctions/domain/intake/read-export';
import type { Cell, ParsedExport } from '../../../typings/intake';

const folder = join(__dirname, '../../vectors/intake');

/** One layout's grid of cells, and what of it must be read. */
export interface Vector {
  name: string;
  rows: Cell[][];
  expected: Record<string, unknown>;
}

export function vectors(): Vector[] {
  return readdirSync(folder).map((file) => ({
    name: file.replace('.json', ''),
    ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
  }));
}

export function rowsOf(name: string): Cell[][] {
  const vector = vectors().find((one) => one.name === name);
  if (!vector) throw new Error(`no vector ${name}`);
  return vector.rows;
}

export function readGrid(rows: Cell[][], options?: ReadOptions) {
  return readExport({ sheets: [{ name: 'New Sheet1', rows }] }, options);
}

export function read(rows: Cell[][], options?: ReadOptions): ParsedExport {
  const result = readGrid(rows, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const notifiedHeader = ['内容标题', '发表日期', '阅读人数', '送达人数', '内容url'];

/**
 * A file of the 已通知 tab; each article is `[day of November 2026, reads, mid]`. Without `biz` the
 * links are short and tell neither article nor account.
 */
export function notified(
  articles: [day: number, reads: number, mid: number][],
  biz: string | null = 'MzA1',
): ParsedExport {
  const rows = articles.map(([day, reads, mid]): Cell[] => [
    `文章${mid}`,
    `2026-11-${String(day).padStart(2, '0')}`,
    reads,
    1000,
    biz === null
      ? `https://mp.weixin.qq.com/s/Short${mid}`
      : `https://mp.weixin.qq.com/s?__biz=${biz}&mid=${mid}&idx=1`,
  ]);
  return read([notifiedHeader, ...rows]);
}

/** A user_analysis file; each day is `[day of November 2026, new, lost, followers]`. */
export function followers(
  days: [day: number, added: number, lost: number, all: number][],
): ParsedExport {
  const rows = days.map(([day, ...counts]): Cell[] => [
    `2026-11-${String(day).padStart(2, '0')}`,
    ...counts,
  ]);
  return read([['时间', '新关注人数', '取消关注人数', '累积关注人数'], ...rows]);
}
