import type { ApiError } from '../../../typings/answer';
import type { Cell } from '../../../typings/intake';
import type { FormCategory, WordForm, WordListIssue } from '../../../typings/monitors';
import type { Result } from '../../../typings/result';

const mostForms = 50_000;
const longest = 40;
const mostIssues = 200;

const headers = { form: '错误或敏感词形', instead: '建议写法', category: '类别' } as const;
const categories: Record<string, FormCategory> = {
  错别字: 'wrong-form',
  敏感: 'sensitive',
  敏感表述: 'sensitive',
  不规范表述: 'sensitive',
};

export interface ReadList {
  forms: WordForm[];
  duplicates: number;
  issues: WordListIssue[];
}

/**
 * A word list from a sheet with the columns 错误或敏感词形、建议写法、类别. A form that stands twice is
 * kept once; with two different corrections the first counts and the row is named.
 *
 * Errors: `invalid` without the headers or without a usable row; `too-large` over 50 000 forms.
 */
export function readWordList(rows: readonly Cell[][]): Result<ReadList> {
  const head = rows.findIndex((row) => row.some((cell) => textOf(cell) === headers.form));
  const header = rows[head];
  if (!header) return refused(`没有找到“${headers.form}”一列，请按模板填写。`);
  if (rows.length - head - 1 > mostForms) {
    const message = `一份词表最多 ${mostForms.toLocaleString('en-US')} 行，请分级维护。`;
    return { ok: false, error: { code: 'too-large', message } };
  }
  const at = (name: string) => header.findIndex((cell) => textOf(cell) === name);
  const columns = {
    form: at(headers.form),
    instead: at(headers.instead),
    category: at(headers.category),
  };
  const read = readRows(rows.slice(head + 1), head + 2, columns);
  return read.forms.length > 0 ? { ok: true, value: read } : refused('词表里没有可用的词形。');
}

function readRows(
  rows: readonly Cell[][],
  firstRow: number,
  columns: { form: number; instead: number; category: number },
): ReadList {
  const forms = new Map<string, WordForm>();
  const issues: WordListIssue[] = [];
  let duplicates = 0;
  for (const [index, row] of rows.entries()) {
    const form = textOf(row[columns.form]);
    const problem = problemOf(form);
    const read: WordForm = {
      form,
      instead: textOf(row[columns.instead]).slice(0, longest) || null,
      category: categories[textOf(row[columns.category])] ?? 'wrong-form',
    };
    const standing = forms.get(form.toLowerCase());
    if (standing) duplicates += 1;
    if (problem) issues.push({ row: firstRow + index, message: problem });
    else if (!standing) forms.set(form.toLowerCase(), read);
    else if (standing.instead !== read.instead) {
      const message = `“${form}”前面已有，建议写法不同，以前面的为准。`;
      issues.push({ row: firstRow + index, message });
    }
  }
  return { forms: [...forms.values()], duplicates, issues: issues.slice(0, mostIssues) };
}

function problemOf(form: string): string | null {
  if (form === '') return '词形是空的。';
  if ([...form].length < 2) return '词形只有一个字，误报太多，没有收入。';
  return form.length > longest ? `词形超过 ${longest} 个字，没有收入。` : null;
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim();
}

function refused(message: string): Result<never> {
  const error: ApiError = { code: 'invalid', message, fields: { fileId: message } };
  return { ok: false, error };
}

/** The sheet to fill in. */
export function wordListTemplate(): Cell[][] {
  return [
    [headers.form, headers.instead, headers.category],
    ['帐号', '账号', '错别字'],
  ];
}
