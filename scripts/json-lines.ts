import { createInterface } from 'node:readline';
import type { ApiError } from '../typings/answer';

/** What one line may come to: an answer to print, or an error that names the fields. */
export type LineResult = { ok: true; value: unknown } | { ok: false; error: ApiError };

/**
 * Reads JSON Lines from standard input and writes one JSON object for each non-blank line.
 *
 * A bad line gives `{ line, error: { code, message, fields } }` with its 1-based number, and the rest
 * goes on; the exit code is then 1. One that is no JSON is at fault as a whole: its field is `line`.
 */
export async function eachJsonLine(answer: (record: unknown) => LineResult): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  if (process.stdin.isTTY) console.error('正在读键盘输入：一行一个 JSON 对象，Ctrl+D 结束');
  let number = 0;
  let answered = 0;
  for await (const read of lines) {
    number += 1;
    // spreadsheets and Windows editors put a byte order mark before the first line
    const line = number === 1 ? read.replace(/^\uFEFF/, '') : read;
    if (line.trim() === '') continue;
    answered += 1;
    const result = answerLine(line, answer);
    if (!result.ok) process.exitCode = 1;
    const output = result.ok ? result.value : { line: number, error: result.error };
    if (!process.stdout.write(`${JSON.stringify(output)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
  if (answered === 0) console.error('没有读到任何记录');
}

/** Other languages write `NaN` and `Infinity`: read as a number too great, they are refused by field. */
const asJson = (line: string): string =>
  line.replace(/(?<=[:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, '1e999');

function answerLine(line: string, answer: (record: unknown) => LineResult): LineResult {
  for (const text of [line, asJson(line)]) {
    try {
      return answer(JSON.parse(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  const message = '这一行不是合法的 JSON，请检查后重试';
  return { ok: false, error: { code: 'invalid', message, fields: { line: message } } };
}
