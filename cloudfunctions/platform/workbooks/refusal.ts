import type { ErrorCode } from '../../../typings/api';
import type { IntakeError, IntakeErrorReason } from '../../../typings/intake';
import type { Result } from '../../../typings/result';

/** What one file may hold. An export of three months is well under a tenth of each. */
export const limits = {
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  columns: 256,
  unpackedBytes: 50 * 1024 * 1024,
  /** deflate reaches about 1000; spreadsheets stay under 40 */
  unpackedRatio: 200,
} as const;

type Refusal = Exclude<IntakeErrorReason, 'no-rows' | 'unknown-layout'>;

const refusals: Record<Refusal, { code: ErrorCode; message: string }> = {
  'too-large': {
    code: 'too-large',
    message: '文件超过 5 MB，没有读取。请在后台缩短时间范围后重新下载，分几个文件导入',
  },
  'too-many-cells': {
    code: 'too-large',
    message: '表格超过 20,000 行或 256 列，没有读取。请只保留需要的行，或分几个文件导入',
  },
  'zip-bomb': {
    code: 'too-large',
    message: '文件解压后异常巨大，已拒绝读取。请从公众号后台重新下载原始文件',
  },
  'password-protected': {
    code: 'invalid',
    message: '文件设有密码，无法读取。请在 Excel 或 WPS 中取消密码、另存后再导入',
  },
  truncated: {
    code: 'invalid',
    message: '文件不完整，可能下载或传输中断。请重新下载后再导入',
  },
  empty: {
    code: 'invalid',
    message: '文件里没有内容。请确认下载时所选的时间范围内有数据，再重新下载',
  },
  json: {
    code: 'invalid',
    message:
      '这是 JSON 文件，不是表格。请从公众号后台「数据分析」下载 .xls、.xlsx 或 .csv 文件再导入，或另存为 .csv，第一行写列名',
  },
  unsupported: {
    code: 'invalid',
    message: '这不是可以读取的表格。请从公众号后台「数据分析」下载 .xls、.xlsx 或 .csv 文件再导入',
  },
};

/** The error, in Chinese and saying what to do, for a file that is not read. */
export function refuse(reason: Refusal): { ok: false; error: IntakeError } {
  return { ok: false, error: { reason, ...refusals[reason] } };
}

export type Reading<T> = Result<T, IntakeError>;
