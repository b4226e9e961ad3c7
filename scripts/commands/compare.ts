import { attribute, briefScore } from '../../cloudfunctions/domain/indices';
import type { Result } from '../../typings/result';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import {
  accountOf,
  dayHelp,
  objectLine,
  outputHelp,
  recordHelp,
  schemeOption,
  strayFields,
} from './index-records';

const help = `用法：npm run --silent zhengwei -- compare --scheme <方案> [--day <日期>] < 对照.jsonl

把两条记录（两个周期，或两个账号）的指数之差逐项归因，各项之和恰为差值。${outputHelp}
${dayHelp}

每行：{ "a": 记录, "b": 记录 }，差值为 b 减 a。

${recordHelp}

输出的字段：
  a、b            两条记录的账号名          scheme       方案
  from、to        a、b 的指数               difference   to − from
  terms           [{ key, label, part, from, to, quantity, effect }]，影响大的在前；
                  from、to 为变换后的量，quantity 为变换前的；平方合成时 effect 为 Shapley 值
  coverageEffect  只有一方有的项、以及权重因缺项变动带来的影响
  notes           说明`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    const noteStray = strayFields();
    await eachJsonLine((line): LineResult => {
      const read = objectLine(line, ['a', 'b']);
      if (!read.ok) return read;
      const { a, b } = read.value;
      noteStray(read.value, ['a', 'b']);
      noteStray(a);
      noteStray(b);
      const result = attribute(scheme, a, b);
      if (!result.ok) return namingSide(result, { a, b }, (record) => briefScore(scheme, record));
      return { ok: true, value: { a: accountOf(a), b: accountOf(b), ...result.value } };
    });
  },
};

/** What is wrong, with its fields named by the record that they stand in. */
function namingSide(
  failure: Result<never>,
  records: { a: unknown; b: unknown },
  check: (record: unknown) => Result<{ value: number | null }>,
): Result<never> {
  if (failure.ok) return failure;
  const fields: Record<string, string> = {};
  for (const [side, record] of Object.entries(records)) {
    const checked = check(record);
    if (checked.ok && checked.value.value === null) fields[side] = '数据不足，没有指数';
    if (checked.ok) continue;
    const { fields: wrong = { '': checked.error.message } } = checked.error;
    for (const [field, message] of Object.entries(wrong)) {
      fields[field === '' ? side : `${side}.${field}`] = message;
    }
  }
  return { ok: false, error: { ...failure.error, fields } };
}

export default command;
