import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './builds';

const folder = join(root, 'test', 'benchmarks');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Benchmarks of the mini program itself. */
const ofClient = ['packages'];

const usage = `用法：npm run bench [-- 名称… [-- 参数…]]
每个基准在独立进程中运行，每行输出一个 JSON 对象；比值与同一次运行中的对照相比。
可选：${names.join('、')}
参数原样交给每个基准，例如 npm run bench -- recompute -- 20000 12（账号数、月数）`;

async function main(): Promise<void> {
  const [asked, given] = splitAt(process.argv.slice(2), '--');
  if (asked.includes('--help') || asked.some((name) => !names.includes(name))) {
    console.log(usage);
    process.exitCode = asked.includes('--help') ? 0 : 2;
    return;
  }
  const chosen = asked.length > 0 ? asked : names;
  await ensureBuilt('functions');
  if (chosen.some((name) => ofClient.includes(name))) await ensureBuilt('weapp');
  for (const name of chosen) {
    console.log(`# ${name}`);
    if ((await runBenchmark(name, given)) !== 0) process.exitCode = 1;
  }
}

function splitAt(list: string[], mark: string): [string[], string[]] {
  const at = list.indexOf(mark);
  return at < 0 ? [list, []] : [list.slice(0, at), list.slice(at + 1)];
}

function runBenchmark(name: string, given: string[]): Promise<number> {
  return new Promise((resolve) => {
    const file = join(folder, name, 'run.ts');
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file, ...given], {
      cwd: root,
      stdio: 'inherit',
    });
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', end);
    child.on('close', (code) => {
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

void main();
