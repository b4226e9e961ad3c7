import { encryptedBiff, encryptedPackage, halfBiff, save, zip } from './workbook-fixtures';

const rows = [
  ['时间', '新关注人数', '取消关注人数', '累积关注人数'],
  ['2026-11-01', 3, 1, 100],
];
const sheet = 'xl/worksheets/sheet1.xml';
const blanks = Buffer.alloc(20 * 1024 * 1024, 0x20);

/** Files that are no export, and what is said of each. */
export const badFiles: [name: string, bytes: Uint8Array, says: RegExp, code?: string][] = [
  ['an unknown layout', save([['姓名'], ['张三']], 'xlsx'), /没有认出/],
  ['an empty sheet', save([], 'biff8'), /没有内容/],
  ['a header alone', save(rows.slice(0, 1), 'biff8'), /没有数据/],
  ['a password-protected .xls', encryptedBiff(rows), /密码/],
  ['a password-protected .xlsx', encryptedPackage(), /密码/],
  ['a truncated .xls', halfBiff(rows), /不完整/],
  ['a truncated .xlsx', save(rows, 'xlsx').subarray(0, 3000), /不完整/],
  ['a zip bomb', zip([{ path: sheet, content: blanks }]), /过大|压缩|异常/, 'too-large'],
  ['a JSON object', Buffer.from('\ufeff{ "标题": "甲", "阅读": 1 }'), /JSON.*\.csv/],
  ['a JSON list', Buffer.from('[\n  { "标题": "甲" }\n]\n'), /JSON.*\.csv/],
  ['no workbook', Buffer.from('\u0000\u0001不是表格'), /不是可以读取的表格/],
];
