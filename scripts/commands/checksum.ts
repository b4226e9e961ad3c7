import { text } from 'node:stream/consumers';
import { digestOf } from '../../cloudfunctions/platform/random';
import type { Command } from './command';

const help = `用法：npm run --silent zhengwei -- checksum < 榜单.jsonl

从导出的榜单（JSON Lines，第 1 名起、各份按名次相接）重算校验码，应与榜单上的一致。
规则：第一行的 SHA-256 为起点；之后每一行，取“上一步的校验码、换行、这一行”的 SHA-256。`;

/** The checksum of a board's lines: each is taken in after those before it. */
export function checksumOf(lines: string): string {
  const [head = '', ...rows] = lines.split('\n').filter((line) => line !== '');
  return rows.reduce((digest, row) => digestOf(`${digest}\n${row}`), digestOf(head));
}

const command: Command = {
  help,
  async run() {
    console.log(checksumOf(await text(process.stdin)));
  },
};

export default command;
