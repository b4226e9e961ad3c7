import { readFileSync } from 'node:fs';
import {
  addToChecksum,
  commitmentOf,
  draw,
  type FrameEntry,
} from '../../cloudfunctions/domain/inspections';
import { sha256 } from '../../cloudfunctions/platform/digest';
import type { Command } from './command';

interface Settings {
  commitment: string;
  seed: string;
  witness: string;
  share: number;
  checksum: string;
}

/** The settings on the first line of the proof; null when they are not whole. */
function settingsOf(line: string): Settings | null {
  try {
    const { commitment, seed, witness, share, checksum } = JSON.parse(line);
    const texts = [commitment, seed, witness, checksum];
    const isWhole = texts.every((one) => typeof one === 'string') && share > 0 && share <= 1;
    return isWhole ? { commitment, seed, witness, share, checksum } : null;
  } catch {
    return null;
  }
}

function entryOf(line: string): FrameEntry {
  const [id = '', stratum = '', recheck] = line.split('\t');
  return { id, stratum, recheck: recheck === '1' };
}

const command: Command = {
  help: `用法：npm run --silent zhengwei -- draw < 核验材料.txt

用公开的核验材料重新抽取一次，供任何人复核。输入第一行是 JSON：
  commitment 封存摘要   seed 种子   witness 见证数   share 比例   checksum 名单校验和
其后每行一个账号：编号、分层、上次是否不合格（1 或 0），以制表符分隔。
输出第一行：committed 种子与封存摘要相符，unchanged 名单与校验和相符，size 名单数，sample 抽中数；
其后每行一个抽中的账号 { id, stratum, recheck }。有一项不符时退出码为 1。规则见 docs/inspections.md。`,

  async run() {
    const [head = '', ...lines] = readFileSync(0, 'utf8').split('\n');
    const settings = settingsOf(head);
    if (!settings) {
      console.error('第一行须为 JSON，写明 commitment、seed、witness、share、checksum。');
      process.exitCode = 1;
      return;
    }
    const frame = lines.filter((line) => line.trim() !== '').map(entryOf);
    const { entries } = draw(frame, settings, settings.share, sha256);
    const committed = commitmentOf(settings.seed, sha256) === settings.commitment;
    const unchanged = addToChecksum('', frame, sha256) === settings.checksum;
    if (!committed || !unchanged) process.exitCode = 1;
    const found = { committed, unchanged, size: frame.length, sample: entries.length };
    console.log([found, ...entries].map((one) => JSON.stringify(one)).join('\n'));
  },
};

export default command;
