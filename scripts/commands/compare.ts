import { attribute } from '../../cloudfunctions/domain/indices';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import { accountOf, objectLine, outputHelp, recordHelp, schemeOption } from './index-records';

const help = `用法：npm run --silent zhengwei -- compare --scheme <方案> < 对照.jsonl

把两条记录（两个周期，或两个账号）的指数之差逐项归因，各项之和恰为差值。${outputHelp}

每行：{ "a": 记录, "b": 记录 }，差值为 b 减 a。

${recordHelp}

输出的字段：
  a、b            两条记录的账号名          scheme       方案
  from、to        a、b 的指数               difference   to − from
  terms           [{ key, label, part, from, to, effect }]，影响大的在前；平方合成时为 Shapley 值
  coverageEffect  只有一方有的项、以及权重因缺项变动带来的影响
  notes           说明`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    await eachJsonLine((line): LineResult => {
      const read = objectLine(line, ['a', 'b']);
      if (!read.ok) return read;
      const { a, b } = read.value;
      const result = attribute(scheme, a, b);
      if (!result.ok) return result;
      return { ok: true, value: { a: accountOf(a), b: accountOf(b), ...result.value } };
    });
  },
};

export default command;
