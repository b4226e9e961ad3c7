import { getDotPath, safeParse } from 'valibot';
import type { InputSchema } from './action';
import { Refusal } from './refusal';

const maxFields = 20;

/** The input as its schema yields it; throws `invalid` that names each bad field. */
export function checkedInput<Input>(schema: InputSchema<Input>, input: unknown): Input {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const fields = Object.fromEntries(
    parsed.issues
      .slice(0, maxFields)
      .map((issue) => [getDotPath(issue) ?? 'input', chinese(issue.message)]),
  );
  throw new Refusal({ code: 'invalid', message: '有内容填写不正确，请修改后重试。', fields });
}

/** Messages of the schemas are Chinese; valibot's own are not for a person. */
function chinese(message: string): string {
  return /[\u4e00-\u9fff]/.test(message) ? message : '格式不正确。';
}
