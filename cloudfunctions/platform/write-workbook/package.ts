import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { SheetCell, SheetModel } from '../../../typings/documents';
import { cellXml, columnName } from './cells';
import { fixedParts, sheetFoot, sheetHead, sheetPath } from './parts';
import { styleOf, titleStyle } from './styles.data';

/** What Excel and WPS open. */
const maxRows = 1_048_576;
const rowsAtOnce = 500;

/** The zip of a workbook, in pieces, as its rows come. */
export async function* packed(sheets: SheetModel[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };

  for (const { path, xml } of fixedParts(sheets)) {
    const part = new ZipDeflate(path);
    zip.add(part);
    part.push(strToU8(xml), true);
  }
  for (const [at, sheet] of sheets.entries()) {
    const part = new ZipDeflate(sheetPath(at), { level: 6 });
    zip.add(part);
    for await (const xml of sheetXml(sheet)) {
      part.push(strToU8(xml));
      yield* taken();
    }
    part.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* taken();
}

async function* sheetXml({ columns, rows }: SheetModel): AsyncGenerator<string> {
  const letters = columns.map((_, at) => columnName(at));
  const styles = columns.map(({ format }) => styleOf(format));
  const titles = columns.map(({ title }) => title);
  let written = sheetHead(columns) + rowXml(titles, 1, letters, () => titleStyle);
  let count = 1;
  for await (const row of rows) {
    count += 1;
    if (count > maxRows) throw new RangeError(`A sheet holds ${maxRows} rows`);
    written += rowXml(row, count, letters, (at) => styles[at] ?? 0);
    if (count % rowsAtOnce === 0) {
      yield written;
      written = '';
    }
  }
  yield written + sheetFoot;
}

function rowXml(
  cells: SheetCell[],
  row: number,
  letters: string[],
  styleAt: (at: number) => number,
): string {
  const each = cells.map((cell, at) =>
    cellXml(cell, `${letters[at] ?? columnName(at)}${row}`, styleAt(at)),
  );
  return `<row r="${row}">${each.join('')}</row>`;
}
