import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { checkRelease, rowsOfCsv } from '../../cloudfunctions/domain/datasets/check-release';
import type { Dictionary } from '../../cloudfunctions/domain/datasets/dictionary';
import type { Command } from './command';

const help = `用法：npm run --silent zhengwei -- release-check <下载的文件…>

核对一份研究数据：给出下载得到的全部文件（SHA256SUMS、dictionary.json、data-*.csv 或 data-*.jsonl，
其余文件可有可无，文件名可以改过，按内容辨认）。打印一个 JSON 对象：

  checksum       SHA256SUMS 自身的校验值，应与发布页和引用格式中的一致
  rows           账号数            classes        特征组合数
  smallestClass  最小的一组有几个账号，不应小于 k
  rarestValue    最少见的数字由几个账号共有，不应小于 k
  faults         不符之处；没有时为空

有不符之处时退出码为 1，缺少必需的文件时为 2。`;

interface File {
  name: string;
  text: string;
  sum: string;
}

const command: Command = {
  help,
  async run(paths) {
    const files = paths.map(read);
    const sums = files.find(({ text }) => /^([0-9a-f]{64} {2}\S+\n)+$/.test(text));
    const dictionaryFile = files.find(({ text }) => text.startsWith('{\n') && isDictionary(text));
    if (!sums || !dictionaryFile) {
      console.error('请给出下载的 SHA256SUMS、dictionary.json 和数据文件。加 --help 查看说明。');
      process.exitCode = 2;
      return;
    }
    const dictionary: Dictionary = JSON.parse(dictionaryFile.text);
    const listed = namesBySum(sums.text);
    const faults = files
      .filter((file) => file !== sums && !listed.has(file.sum))
      .map(({ name }) => `${name} 与清单中的任何文件都不一致，可能被改动或没有下载完整`);
    const data = dataFiles(files, listed);
    const expected = [...listed.values()].filter((name) => name.endsWith(data.extension));
    if (data.files.length < expected.length) {
      faults.push(`数据文件应有 ${expected.length} 个，只给出 ${data.files.length} 个`);
    }
    const rows = data.files.flatMap(({ text }) =>
      data.extension === '.csv' ? rowsOfCsv(text, dictionary) : rowsOfJson(text),
    );
    const check = checkRelease(dictionary, rows);
    const all = [...faults, ...check.faults];
    if (all.length > 0) process.exitCode = 1;
    console.log(JSON.stringify({ checksum: sums.sum, ...check, faults: all }));
  },
};

function read(path: string): File {
  const bytes = readFileSync(path);
  const sum = createHash('sha256').update(bytes).digest('hex');
  return { name: basename(path), text: bytes.toString('utf8'), sum };
}

function isDictionary(text: string): boolean {
  try {
    const { columns, disclosure } = JSON.parse(text);
    return Array.isArray(columns) && typeof disclosure === 'object';
  } catch {
    return false;
  }
}

function namesBySum(text: string): Map<string, string> {
  const lines = text.trim().split('\n');
  return new Map(lines.map((line): [string, string] => [line.slice(0, 64), line.slice(66)]));
}

/** The files with rows: those of one format, since both hold the same. */
function dataFiles(files: File[], listed: ReadonlyMap<string, string>) {
  const named = (extension: string) =>
    files.filter(({ sum }) => listed.get(sum)?.endsWith(extension));
  const csv = named('.csv');
  return csv.length > 0
    ? { extension: '.csv', files: csv }
    : { extension: '.jsonl', files: named('.jsonl') };
}

function rowsOfJson(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export default command;
