import type { Page } from '../../../typings/answer';
import type { SheetModel } from '../../../typings/documents';
import { found, Refusal } from '../../handler/refusal';
import { publishFile } from '../../platform/files';
import { writeWorkbook } from '../../platform/write-workbook';

/** What one call gathers in its time; more is asked for in parts. */
const mostRows = 5_000;

/** Rows of a page, when a sheet is made of it rather than a screen. */
export const sheetPage = 500;

/** Every row of a list, a page at a time; `too-large` when it is longer than one call gathers. */
export async function everyRow<T>(
  ask: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    rows.push(...page.items);
    if (rows.length > mostRows) {
      const message = `超过 ${mostRows} 行，一次导不完。请按地域或类别缩小范围，分几次导出。`;
      throw new Refusal({ code: 'too-large', message });
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** A workbook of one sheet under a path, as a link. */
export async function sheetLink(path: string, sheet: SheetModel): Promise<{ url: string }> {
  return { url: found(await publishFile(path, await writeWorkbook([sheet]))) };
}
