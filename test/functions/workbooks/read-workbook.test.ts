import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { readExport } from '../../../cloudfunctions/domain/intake/read-export';
import { readWorkbook } from '../../../cloudfunctions/platform/workbooks/read-workbook';
import type { Cell } from '../../../typings/intake';
import {
  encryptedBiff,
  encryptedPackage,
  halfBiff,
  noise,
  save,
  saveWithEpoch1904,
  zip,
} from './workbook-fixtures';

const rows: Cell[][] = [
  ['用户增长'],
  ['时间', '新关注人数', '取消关注人数', '净增关注人数', '累积关注人数'],
  ['2026-11-01', '10', '2', '8', '1,008'],
  ['2026-11-02', '-', '', '', '1,020'],
];

function delimited(separator: string): string {
  const quote = (cell: Cell) =>
    String(cell ?? '').includes(separator) ? `"${cell}"` : (cell ?? '');
  return rows.map((row) => row.map(quote).join(separator)).join('\r\n');
}

function cellsOf(bytes: Uint8Array): Cell[][] {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value.sheets[0]?.rows ?? [];
}

function reasonOf(bytes: Uint8Array): string {
  const read = readWorkbook(bytes);
  return read.ok ? 'read' : read.error.reason;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

const containers: [string, Uint8Array][] = [
  ['BIFF8 .xls', save(rows, 'biff8')],
  ['.xlsx', save(rows, 'xlsx')],
  ['.ods', save(rows, 'ods')],
  ['an HTML table', save(rows, 'html')],
  ['CSV in UTF-8', bytes(delimited(','))],
  ['CSV in UTF-8 with a mark', bytes(`\ufeff${delimited(',')}`)],
  ['CSV in GB18030', new Uint8Array(encode(delimited(','), 'gb18030'))],
  ['CSV in UTF-16 LE with a mark', new Uint8Array(encode(`\ufeff${delimited(',')}`, 'utf-16le'))],
  ['CSV in UTF-16 BE with a mark', new Uint8Array(encode(`\ufeff${delimited(',')}`, 'utf-16be'))],
  ['TSV in UTF-16 LE without a mark', new Uint8Array(encode(delimited('\t'), 'utf-16le'))],
  ['TSV in UTF-8', bytes(delimited('\t'))],
];

describe('readWorkbook', () => {
  it.each(containers)('reads %s by its content', (_, file) => {
    const read = readWorkbook(file);
    const figures = read.ok && readExport(read.value);
    expect(figures).toMatchObject({
      ok: true,
      value: {
        layout: 'user-analysis',
        from: '2026-11-01',
        to: '2026-11-02',
        metrics: {
          followers: { value: 1020, measure: 'people' },
          newFollowers: { value: 10, measure: 'people', estimated: true },
          lostFollowers: { value: 2, measure: 'people', estimated: true },
        },
      },
    });
  });

  it.each(['biff8', 'xlsx'] as const)('keeps text, numbers and blanks of %s apart', (type) => {
    expect(cellsOf(save([['007', 7, null, '1,234', '2026-11-01', 46000.5]], type))).toEqual([
      ['007', 7, null, '1,234', '2026-11-01', 46000.5],
    ]);
  });

  it.each(['biff8', 'xlsx'] as const)(
    'counts dates of %s from 1900, whatever the epoch',
    (type) => {
      expect(cellsOf(saveWithEpoch1904(44_781, type))).toEqual([[46_243, 44_781]]);
    },
  );

  it('keeps the form of numbers and dates in an HTML table', () => {
    const html =
      '<html><body><table class="tb"><tr><td>20261101</td><td>1,234</td><td>2026-11-01</td><td>甲&amp;乙</td></tr></table></body></html>';
    expect(cellsOf(bytes(html))).toEqual([['20261101', '1,234', '2026-11-01', '甲&乙']]);
  });

  it('reads quoted cells with separators, quotes and line breaks, and a quote that never closes', () => {
    expect(cellsOf(bytes('a,"b,""c""\n二",d\n1,2,3'))).toEqual([
      ['a', 'b,"c"\n二', 'd'],
      ['1', '2', '3'],
    ]);
    expect(cellsOf(bytes('a,"b\n1,2'))).toEqual([
      ['a', '"b'],
      ['1', '2'],
    ]);
  });

  it('drops rows and cells that are blank at the end', () => {
    expect(cellsOf(bytes('a,b,,\n1,2,,\n,,,\n , \n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

afterEach(() => jest.restoreAllMocks());

describe('files that are refused', () => {
  const big = Buffer.alloc(20 * 1024 * 1024, 0x20);
  const dense = Buffer.concat([noise(200_000), big]);
  const sheet = 'xl/worksheets/sheet1.xml';

  it.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'empty'],
    ['blanks alone', bytes(' ,\n,\n'), 'empty'],
    ['an empty .xls sheet', save([], 'biff8'), 'empty'],
    ['an empty .xlsx sheet', save([[]], 'xlsx'), 'empty'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'too-large'],
    ['more than 20 000 rows', bytes('1\n'.repeat(20_001)), 'too-many-cells'],
    ['more than 256 columns', bytes('1,'.repeat(256).concat('1')), 'too-many-cells'],
    ['an encrypted .xls', encryptedBiff(rows), 'password-protected'],
    ['an encrypted .xlsx', encryptedPackage(), 'password-protected'],
    [
      'an encrypted zip',
      zip([{ path: sheet, content: big.subarray(0, 9), encrypted: true }]),
      'password-protected',
    ],
    [
      'a zip of 60 MB declared',
      zip([1, 2, 3].map((at) => ({ path: `xl/${at}.xml`, content: dense }))),
      'zip-bomb',
    ],
    ['a zip of a thousandfold', zip([{ path: sheet, content: big }]), 'zip-bomb'],
    [
      'a zip that declares too little',
      zip([{ path: sheet, content: big, claimed: 100 }]),
      'zip-bomb',
    ],
    ['a .xls whose records stop midway', halfBiff(rows), 'truncated'],
    [
      'a document that is no workbook',
      zip([{ path: 'word/document.xml', content: bytes('<w/>') }]),
      'unsupported',
    ],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'unsupported',
    ],
    ['a web page without a table', bytes('<html><body>登录超时</body></html>'), 'unsupported'],
    ['an HTML table cut off', save(rows, 'html').subarray(0, 300), 'truncated'],
    ['nothing but the first bytes of a .xls', save(rows, 'biff8').subarray(0, 600), 'truncated'],
    ['half a .xlsx', save(rows, 'xlsx').subarray(0, 3000), 'truncated'],
  ])('%s', (_, file, reason) => {
    const read = readWorkbook(file);
    expect(read).toMatchObject({ ok: false, error: { reason } });
    expect(!read.ok && read.error.message).toMatch(/请/);
  });

  it.each(['biff8', 'xlsx'] as const)('never reads a cut %s as a shorter table', (type) => {
    const many = Array.from({ length: 200 }, (_, at): Cell[] => [`文章${at}`, at]);
    const file = save(many, type);
    for (let length = 64; length < file.length; length += 97) {
      const read = readWorkbook(file.subarray(0, length));
      expect(read.ok ? read.value.sheets[0]?.rows.length : 200).toBe(200);
    }
  });

  it('answers to any bytes and any damage without throwing', () => {
    // The spreadsheet library names records it does not know on the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const good = containers.map(([, file]) => file);
    const damaged = fc
      .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }))
      .map(([file, changes]) => {
        const copy = new Uint8Array(file);
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), (file) => {
        expect(typeof reasonOf(file)).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
