import { findAnomalies } from '../../cloudfunctions/domain/indices';
import type { ApiError } from '../../typings/answer';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import {
  accountOf,
  objectLine,
  onlyOptions,
  outputHelp,
  recordHelp,
  recordOf,
  strayFields,
} from './index-records';

const help = `用法：npm run --silent zhengwei -- anomalies < 记录.jsonl

找出值得人工复核的异常，附证据；异常提示不影响分数。${outputHelp}

每行是一条记录（或 { "record": 记录 }），另可加：
  history   以往各期的记录，旧的在前
  peers     同组账号同期的记录
history 至少 5 期、peers 至少 10 个账号时，才与之比较；两者都可不写。

${recordHelp}

输出的字段：
  account   账号名
  flags     [{ code, severity, metric, message, evidence }]
    code：outlier-own-past 与自身以往相差悬殊、outlier-peers 与同组相差悬殊（稳健 z 值超过 3.5；
          与同组比篇均、每千次阅读的点赞、每千粉丝的篇均阅读，次数太少的不提示）、
          like-read-ratio 点赞占阅读过高、read-follower-ratio 篇均阅读远超关注人数、
          reads-pinned 阅读停在“10万+”、jump-without-articles 没有增发文章而阅读大增、
          repeated-figures 与以往一期数字雷同
    severity：notice 提示、warning 警告`;

const command: Command = {
  help,
  async run(args) {
    if (!onlyOptions(args, ['scheme', 'day'])) return;
    if (args.length > 0) console.error('异常提示不分方案，已略过 --scheme 与 --day');
    const noteStray = strayFields();
    await eachJsonLine((line): LineResult => {
      const read = objectLine(line, []);
      if (!read.ok) return read;
      const { history, peers } = read.value;
      const record = recordOf(read.value);
      noteStray(read.value, ['record', 'history', 'peers']);
      if (record !== read.value) noteStray(record);
      for (const others of [history, peers]) {
        if (Array.isArray(others)) for (const other of others) noteStray(other);
      }
      const result = findAnomalies(record, history, peers);
      if (!result.ok) return read.value.record === undefined ? ofLine(result.error) : result;
      return { ok: true, value: { account: accountOf(record), flags: result.value } };
    });
  },
};

/** The fields of a record that is the line itself, as they stand in it. */
function ofLine({ fields = {}, ...error }: ApiError): LineResult {
  const named = Object.entries(fields).map(([field, text]) => [
    field.replace(/^record\./, ''),
    text,
  ]);
  return { ok: false, error: { ...error, fields: Object.fromEntries(named) } };
}

export default command;
