import type { SheetColumn, SheetModel } from '../../../typings/documents';
import { escaped } from '../documents/text';
import { formats } from './styles.data';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const widest = 60;
const narrowest = 8;

export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;

/** The parts of an .xlsx beside its sheets: ECMA-376 part 1, §12.3. */
export function fixedParts(sheets: SheetModel[]): { path: string; xml: string }[] {
  const names = namesOf(sheets);
  return [
    {
      path: '[Content_Types].xml',
      xml: `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${names
        .map(
          (_, at) =>
            `<Override PartName="/${sheetPath(at)}" ContentType="${spreadsheet}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    },
    {
      path: '_rels/.rels',
      xml: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    },
    {
      path: 'xl/workbook.xml',
      xml: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map(
          (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        ...names.map(
          (_, at): Relation => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`],
        ),
        [`rId${names.length + 1}`, 'styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/styles.xml', xml: stylesXml() },
  ];
}

/** What stands in a sheet before its rows: the titles stay in sight, the columns have their width. */
export function sheetHead(columns: SheetColumn[]): string {
  const cols = columns.map(
    ({ title, width = widthOf(title) }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''
  }<sheetData>`;
}

export const sheetFoot = '</sheetData></worksheet>';

type Relation = [id: string, type: string, target: string];

function relations(all: Relation[]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

function stylesXml(): string {
  const codes = Object.values(formats);
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="宋体"/></font>`;
  const own = codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const style = (format: number, font: number, fill: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
  const styles = [style(0, 0, 0), style(0, 1, 2), ...codes.map((_, at) => style(164 + at, 0, 0))];
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
}

/** Names as a spreadsheet program takes them: 31 characters, none of `[]:*?/\`, no two alike. */
function namesOf(sheets: SheetModel[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const plain = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31);
    const free =
      plain === '' || taken.has(plain.toLowerCase()) ? `${plain.slice(0, 26)} (${at + 1})` : plain;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** In characters of half width; Chinese ones take two. */
function widthOf(title: string): number {
  const width = [...title].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 2);
  return Math.min(widest, Math.max(narrowest, width));
}
