import type { ApiError } from '../../../typings/answer';
import type { ParsedExport } from '../../../typings/intake';
import type { Result } from '../../../typings/result';
import { readExport } from '../../domain/intake/read-export';
import { readStoredFile } from '../../platform/files';
import { readWorkbook } from '../../platform/workbooks/read-workbook';

/** What uploaded files say; the first that cannot be read is told by its place in the list. */
export async function readFiles(
  fileIds: string[],
  accountName: string,
): Promise<Result<ParsedExport[]>> {
  const read = await Promise.all(fileIds.map((id) => readFile(id, accountName)));
  const files: ParsedExport[] = [];
  for (const [index, one] of read.entries()) {
    if (!one.ok) return numbered(one.error, index, fileIds.length);
    files.push(one.value);
  }
  return { ok: true, value: files };
}

async function readFile(fileId: string, accountName: string): Promise<Result<ParsedExport>> {
  const file = await readStoredFile(fileId);
  if (!file.ok) return file;
  const workbook = readWorkbook(file.value);
  return workbook.ok ? readExport(workbook.value, { accountName }) : workbook;
}

function numbered(error: ApiError, index: number, count: number): Result<never> {
  const message = count > 1 ? `第 ${index + 1} 个文件：${error.message}` : error.message;
  return { ok: false, error: { ...error, message } };
}
