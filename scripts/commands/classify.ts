import { classify, parseFacts } from '../../cloudfunctions/domain/modes';
import { eachJsonLine } from '../json-lines';
import type { Command } from './command';
import { factsHelp } from './facts-help';

const command: Command = {
  help: `用法：npm run --silent zhengwei -- classify < facts.jsonl

判断账号现在属于哪种运作模式。每行输出一个 JSON 对象：
  mode            independent 独立运作型、delegated 完全委托型、collaborative 协同运作型；null 表示未能判定
  role            政府的角色：producer 生产者、supervisor 监督者、partner 伙伴
  because         决定判断的事实
  missing         还缺的事实，附要问的问题
  contradictions  互相矛盾的事实，附要问的问题；有矛盾时不作判断
  notes           不影响判断、但应留意的事

${factsHelp}`,
  run: () =>
    eachJsonLine((record) => {
      const facts = parseFacts(record);
      return facts.ok ? { ok: true, value: classify(facts.value) } : facts;
    }),
};

export default command;
