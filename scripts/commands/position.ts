import * as v from 'valibot';
import { parseFacts } from '../../cloudfunctions/domain/modes';
import { currentMenuSchema, position } from '../../cloudfunctions/domain/positioning';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import { factsHelp } from './facts-help';

const command: Command = {
  help: `用法：npm run --silent zhengwei -- position < facts.jsonl

按职能为账号定位。每行输出一个 JSON 对象：
  kind            subscription 订阅号、service 服务号；null 表示职能和部门都未知
  because         理由
  consequences    选定这一类型的好处和限制
  menu            菜单方案，最多 3 × 5
  rhythm          发布节奏
  interaction     互动安排：渠道、由谁答复、多少小时内
  gaps            与现有菜单相比的差距；没有给出现有菜单时为 null

除下列事实外，每行还可以带 currentMenu：现有菜单，例如 [{"name":"政务公开","items":[{"name":"要闻"}]}]。

${factsHelp}`,
  run: () => eachJsonLine(answer),
};

function answer(record: unknown): LineResult {
  const facts = parseFacts(record);
  if (!facts.ok) return facts;
  const menu = v.safeParse(v.object({ currentMenu: v.nullish(currentMenuSchema) }), record);
  if (!menu.success) {
    const message = '现有菜单的格式有误，请按 [{ name, items }] 填写';
    return { ok: false, error: { code: 'invalid', message, fields: { currentMenu: message } } };
  }
  return { ok: true, value: position(facts.value, menu.output.currentMenu ?? undefined) };
}

export default command;
