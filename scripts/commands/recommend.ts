import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseFacts, recommend, weightsSchema } from '../../cloudfunctions/domain/modes';
import { eachJsonLine, type LineResult } from '../json-lines';
import type { Command } from './command';
import { factsHelp } from './facts-help';

const command: Command = {
  help: `用法：npm run --silent zhengwei -- recommend [--seed 整数] [--samples 整数] < facts.jsonl

推荐适合的运作模式。同样的事实、种子和样本数，答案相同。
  --seed          随机种子，默认 20260101
  --samples       SMAA 样本数，1—100000，默认 10000

每行输出一个 JSON 对象：
  ranking         各模式：mode、acceptability 可接受度、value 综合值、feasible 是否可行、
                  blockedBy 硬性限制及依据、for 支持的理由、against 反对的理由
  recommended     推荐的模式；null 表示难分高下或都不可行
  askFirst        应先补充的事实，按对答案的影响排序
  counterfactuals 哪些最小的改变会改变推荐
  disposal        第四种答案：merge 清理整合、close 关停注销，附步骤
  duties          委托后仍由主办单位承担的责任

除下列事实外，每行还可以带 weights：自定权重，任意比例，例如 {"people":3,"money":1}；
准则：people 人手、skills 技能、money 预算、content 内容、supervision 监督、vendors 供应商、
leadership 领导重视、stage 阶段、lag 三力短板、continuity 转换代价。

${factsHelp}`,
  run: async (args) => {
    const options = readOptions(args);
    if (!options) {
      console.error('选项有误：--seed 和 --samples 须为整数。加 --help 查看说明。');
      process.exitCode = 2;
      return;
    }
    await eachJsonLine((record) => answer(record, options));
  },
};

interface Options {
  seed?: number;
  samples?: number;
}

function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: { seed: { type: 'string' }, samples: { type: 'string' } },
    });
    const options: Options = {};
    if (values.seed !== undefined) options.seed = Number(values.seed);
    if (values.samples !== undefined) options.samples = Number(values.samples);
    return Object.values(options).every(Number.isSafeInteger) ? options : null;
  } catch {
    return null;
  }
}

function answer(record: unknown, options: Options): LineResult {
  const facts = parseFacts(record);
  if (!facts.ok) return facts;
  const own = v.safeParse(v.object({ weights: v.nullish(weightsSchema) }), record);
  if (!own.success) {
    const message = '权重应是各准则的数字，请改正后重试';
    return { ok: false, error: { code: 'invalid', message, fields: { weights: message } } };
  }
  return recommend(facts.value, { ...options, weights: own.output.weights ?? undefined });
}

export default command;
