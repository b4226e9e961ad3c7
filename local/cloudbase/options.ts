import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { CloudbaseOptions } from './index';
import { StartError } from './start-error';

export const usage = `用法：cloudbase --port 端口 --data 目录 [选项]

  --port 端口        监听的端口，只绑定本机；0 表示任取一个空闲端口
  --data 目录        存放数据的目录，没有会新建
  --functions 目录   云函数目录，每个函数一个子目录，入口是 index.js
  --config 文件      cloudbaserc.json：超时、内存、环境变量、定时触发器
  --env 名称         没有指明环境的调用所属的环境，默认取配置里的 envId
  --indexes 文件     JSON：[{ "collection", "fields": [{ "field", "direction": 1 | -1 }], "unique" }]
  --help             显示这段说明

第一行输出是给 SDK 的 serviceUrl。`;

const indexesSchema = v.array(
  v.object({
    collection: v.string(),
    name: v.optional(v.string()),
    fields: v.array(v.object({ field: v.string(), direction: v.picklist([1, -1]) })),
    unique: v.optional(v.boolean()),
  }),
);

/**
 * Reads the command line; null asks for the usage.
 *
 * @throws StartError for what is missing or not understood.
 */
export function readOptions(args: string[]): CloudbaseOptions | null {
  const values = readArguments(args);
  if (values.help) return null;
  const { port, data, functions, config, env, indexes } = values;
  if (port === undefined || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new StartError('请用 --port 给出 0 到 65535 之间的端口。');
  }
  if (data === undefined || data === '') throw new StartError('请用 --data 给出存放数据的目录。');
  if (functions !== undefined && !statSync(functions, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(`云函数目录 ${functions} 不存在。`);
  }
  return {
    port: Number(port),
    data,
    functions,
    config,
    env,
    indexes: indexes === undefined ? [] : readIndexes(indexes),
  };
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        functions: { type: 'string' },
        config: { type: 'string' },
        env: { type: 'string' },
        indexes: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch {
    throw new StartError(`看不懂这些选项：${args.join(' ')}。加 --help 查看说明。`);
  }
}

function readIndexes(file: string) {
  try {
    return v.parse(indexesSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartError(
      `读不出索引文件 ${file}：${error instanceof Error ? error.message : error}`,
    );
  }
}
