import { score } from '../../cloudfunctions/domain/indices';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import { accountOf, dayHelp, outputHelp, recordHelp, schemeOption } from './index-records';

const help = `用法：npm run --silent zhengwei -- explain --scheme <方案> [--day <日期>] < 记录.jsonl

同 score，另给出解释树。${outputHelp}
${dayHelp}

${recordHelp}

输出在 score 的字段之外，多出：
  explanation  解释树，每个节点 { key, label, inputs, quantity, transformed, weight,
               effectiveWeight, contribution, note, children }：
    inputs          用到的字段与取值        quantity       变换前的量（如日均阅读）
    transformed     变换后的量              weight         方案规定的权重
    effectiveWeight 实际权重（缺项时重新分配）
    contribution    对指数的贡献；各子节点之和等于父节点，根节点等于指数
    note            变换的读法，或为什么没有值`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    await eachJsonLine((record): LineResult => {
      const result = score(scheme, record);
      if (!result.ok) return result;
      return { ok: true, value: { account: accountOf(record), ...result.value } };
    });
  },
};

export default command;
