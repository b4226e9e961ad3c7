import { briefScore, listSchemes } from '../../cloudfunctions/domain/indices';
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

const schemeList = listSchemes()
  .map(
    ({ id, name, purpose }) =>
      `  ${id.padEnd(22)}${name}${purpose === 'research' ? '' : ' [可作考核]'}`,
  )
  .join('\n');

const help = `用法：npm run --silent zhengwei -- score --scheme <方案> [--day <日期>] < 记录.jsonl

按一个指数方案给每条记录打分。${outputHelp}
${dayHelp}

方案（除注明外，仅供研究参考，不作考核依据）：
${schemeList}

${recordHelp}

输出的字段：
  account   账号名，原样带回
  scheme    方案            version   版本          purpose   research 研究 / assessment 考核
  value     指数；数据不足时为 null                  status    scored / insufficient（数据不足）
  parts     各分项 { 名: { label, value, full, coverage, weight } }，full 是 value 的上限，没有上限时为 null
  coverage  已知数据占权重的比例，0–1
  missing   缺少的字段      rules     用到的规则    flags     供人工复核的异常提示，不影响分数`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    const noteStray = strayFields();
    await eachJsonLine((record): LineResult => {
      noteStray(record);
      const result = briefScore(scheme, record);
      if (!result.ok) return { ok: false, error: placed(result.error, 'line') };
      return { ok: true, value: { account: accountOf(record), ...result.value } };
    });
  },
};

export default command;
