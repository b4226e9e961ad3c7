import { readFile, stat } from 'node:fs/promises';
import { readExport } from '../../cloudfunctions/domain/intake/read-export';
import { readWorkbook } from '../../cloudfunctions/platform/workbooks/read-workbook';
import { limits, refuse } from '../../cloudfunctions/platform/workbooks/refusal';
import type { ApiError } from '../../typings/answer';
import type { ParsedExport } from '../../typings/intake';
import type { Result } from '../../typings/result';
import type { Command } from './command';

const help = `用法：npm run --silent zhengwei -- import 文件 [文件…]

读取公众号后台导出的数据文件，每个文件打印一行 JSON，内容与小程序里的预览相同。
支持 .xls（含网页表格改名的 .xls）、.xlsx、.csv、.tsv；按内容识别，与文件名无关。

结果的字段：
  layout      识别出的导出种类（tendency、notified、notified-16、user-analysis 等）
  from, to    数据的起止日期，YYYY-MM-DD
  metrics     各项指标：{ value, measure, other?, estimated? }
              measure 为 "times"（次数）、"people"（人数）或 null；
              两种口径都有时取次数，人数在 other 里
  items       文章：title、publishedAt、headline、url、reads、shares 等
  days        按日的数据
  missing     算传播指数还需要、但文件里没有的指标
  warnings    提醒，涉及某一行的写明行号

读不了的文件打印 { "error": { code, message } }，退出码为 1。
各种文件和规则见 docs/intake.md。`;

const notFound: ApiError = {
  code: 'not-found',
  message: '没有找到这个文件，请检查路径',
};
const notReadable: ApiError = {
  code: 'unavailable',
  message: '这个文件打不开，请检查它是否为普通文件、是否有读取权限',
};

/** The size is asked before the bytes: a huge file is refused without being read. */
async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > limits.bytes) return refuse('too-large');
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, error: code === 'ENOENT' ? notFound : notReadable };
  }
}

async function readFigures(path: string): Promise<Result<ParsedExport>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const workbook = readWorkbook(bytes.value);
  return workbook.ok ? readExport(workbook.value) : workbook;
}

async function run(args: string[]): Promise<void> {
  if (args.length === 0) {
    console.error(help);
    process.exitCode = 2;
    return;
  }
  for (const path of args) {
    const figures = await readFigures(path);
    if (!figures.ok) process.exitCode = 1;
    console.log(JSON.stringify(figures.ok ? figures.value : { error: figures.error }));
  }
}

const command: Command = { help, run };

export default command;
