import { score } from '../../cloudfunctions/domain/indices';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import {
  accountOf,
  dayHelp,
  outputHelp,
  placed,
  recordHelp,
  schemeOption,
  strayFields,
} from './index-records';

const help = `用法：npm run --silent zhengwei -- explain --scheme <方案> [--day <日期>] < 记录.jsonl

同 score，另给出解释树。${outputHelp}
${dayHelp}

${recordHelp}

输出在 score 的字段之外，多出：
  explanation  解释树，每个节点 { key, label, inputs, quantity, unit, transformed,
               weight, effectiveWeight, contribution, full, note, children }：
    inputs          用到的字段与取值        quantity       变换前的量（如日均阅读），unit 是它的单位
    transformed     变换后的量              weight         方案规定的权重
    effectiveWeight 实际权重（缺项时重新分配）
    contribution    对指数的贡献；各子节点之和等于父节点，根节点等于指数
    full            这一项的满分；没有上限、平方合成或数据不足时为 null
    note            变换的读法，或为什么没有值`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    const noteStray = strayFields();
    await eachJsonLine((record): LineResult => {
      noteStray(record);
      const result = score(scheme, record);
      if (!result.ok) return { ok: false, error: placed(result.error, 'line') };
      return { ok: true, value: { account: accountOf(record), ...result.value } };
    });
  },
};

export default command;
