import type { ApiError } from '../../../typings/answer';
import type { Result } from '../../../typings/result';
import { type ReadList, readWordList } from '../../domain/monitors';
import { readStoredFile } from '../../platform/files';
import { idOf } from '../../platform/random';
import { readWorkbook } from '../../platform/workbooks/read-workbook';

const tooLarge: ApiError = {
  code: 'too-large',
  message: '词表太大：一份最多 20,000 行、5 MB，请分级维护，各级各传一份。',
};

/** A word list out of an uploaded sheet, and what it is known by. */
export async function readListFile(fileId: string): Promise<Result<ReadList & { digest: string }>> {
  const file = await readStoredFile(fileId);
  if (!file.ok) return file;
  const workbook = readWorkbook(file.value);
  if (!workbook.ok) {
    return { ok: false, error: workbook.error.code === 'too-large' ? tooLarge : workbook.error };
  }
  const list = readWordList(workbook.value.sheets[0]?.rows ?? []);
  if (!list.ok) return list;
  return { ok: true, value: { ...list.value, digest: idOf(JSON.stringify(list.value.forms)) } };
}
