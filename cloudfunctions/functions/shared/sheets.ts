import type { Page, SheetPart } from '../../../typings/answer';
import type { SheetModel } from '../../../typings/documents';
import { found } from '../../handler/refusal';
import { publishFile } from '../../platform/files';
import { randomId } from '../../platform/random';
import { writeWorkbook } from '../../platform/write-workbook';

/** What one call gathers in its time; a longer list comes in parts. */
const mostRows = 5_000;

/** Rows of a page, when a sheet is made of it rather than a screen. */
export const sheetPage = 500;

interface Listed<T> {
  /** folder of the file, and its name */
  folder: string;
  name: string;
  /** where the part begins; undefined at the first */
  from: string | undefined;
  page: (cursor: string | undefined) => Promise<Page<T>>;
  sheet: (rows: T[]) => SheetModel;
}

/** A list as a workbook in storage: its first rows, or those from a cursor on. */
export async function sheetPart<T>({
  folder,
  name,
  from,
  page,
  sheet,
}: Listed<T>): Promise<SheetPart> {
  const { rows, next } = await rowsFrom(page, from);
  return { ...(await sheetLink(`${folder}/${randomId()}/${name}.xlsx`, sheet(rows))), next };
}

/** Rows of one part, a page at a time, and where the next part begins. */
export async function rowsFrom<T>(
  ask: Listed<T>['page'],
  from: string | undefined,
): Promise<{ rows: T[]; next: string | null }> {
  const rows: T[] = [];
  let next: string | null = from ?? null;
  do {
    const page: Page<T> = await ask(next ?? undefined);
    rows.push(...page.items);
    next = page.next;
  } while (next !== null && rows.length < mostRows);
  return { rows, next };
}

/** A workbook of one sheet under a path, as a link. */
export async function sheetLink(path: string, sheet: SheetModel): Promise<{ url: string }> {
  return { url: found(await publishFile(path, await writeWorkbook([sheet]))) };
}
