import { planTarget } from '../../cloudfunctions/domain/indices';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import {
  accountOf,
  dayHelp,
  objectLine,
  outputHelp,
  placed,
  recordHelp,
  recordOf,
  schemeOption,
  strayFields,
} from './index-records';

const help = `用法：npm run --silent zhengwei -- target --scheme <方案> [--day <日期>] < 记录.jsonl

测算达到目标需要什么：每个办法单独要做到多少，以及几个办法合用的较省力组合。
不提供买粉丝、求点赞一类的办法。${outputHelp}
${dayHelp}

每行是一条记录（或 { "record": 记录 }），另加：
  target   目标值
  limits   可选，各项最多（或最少）能做到多少，如 {"articles":40,"longestGapDays":2}；
           随别的办法一起变的数字也不会越过它

${recordHelp}

输出的字段：
  account、scheme   current 现值   target 目标   reached 是否已达到
  single      [{ metric, label, from, to, change, reaches, advice, figures }]，省力的在前；
              单靠它达不到时 to、figures 为 null，reaches 是它最多能到的指数
  mix         [{ metric, label, from, to }]     mixReaches  合用后的指数
  figures、mixFigures  记录里因此改变的全部数字（如阅读提高时点赞、最高阅读随之提高）；
              换进原记录再打分，就得到所说的指数        standing  这些数字的现值
  withheld    方案里有、但容易变成刷数据而不提供的项
  note        一个办法也没有时，为什么；有办法时为 null`;

const command: Command = {
  help,
  async run(args) {
    const scheme = schemeOption(args);
    if (!scheme) return;
    const noteStray = strayFields();
    await eachJsonLine((line): LineResult => {
      const read = objectLine(line, ['target']);
      if (!read.ok) return read;
      const { target, limits } = read.value;
      const record = recordOf(read.value);
      noteStray(read.value, ['record', 'target', 'limits']);
      if (record !== read.value) noteStray(record);
      const result = planTarget(scheme, record, target, limits);
      if (!result.ok) return { ok: false, error: placed(result.error, 'record') };
      return { ok: true, value: { account: accountOf(record), ...result.value } };
    });
  },
};

export default command;
