import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRepeatedly } from '../../local/killing';

/** Kills the local CloudBase a hundred times under concurrent writes: `npm run bench -- durability`. */
async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'durability-'));
  const losses = await killRepeatedly(data, Number(process.argv[2] ?? 100));
  rmSync(data, { recursive: true, force: true });
  console.log(JSON.stringify({ benchmark: 'durability', ...losses }));
  process.exit(losses.lost + losses.torn === 0 ? 0 : 1);
}

void main();
