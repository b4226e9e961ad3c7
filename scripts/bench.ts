import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './builds';

const folder = join(root, 'test', 'benchmarks');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const usage = `用法：npm run bench [-- 名称…]
每个基准在独立进程中运行，每行输出一个 JSON 对象；比值与同一次运行中的对照相比。
可选：${names.join('、')}`;

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  if (asked.includes('--help') || asked.some((name) => !names.includes(name))) {
    console.log(usage);
    process.exitCode = asked.includes('--help') ? 0 : 2;
    return;
  }
  await ensureBuilt('functions');
  await ensureBuilt('weapp');
  for (const name of asked.length > 0 ? asked : names) {
    console.log(`# ${name}`);
    if ((await runBenchmark(name)) !== 0) process.exitCode = 1;
  }
}

function runBenchmark(name: string): Promise<number> {
  return new Promise((resolve) => {
    const file = join(folder, name, 'run.ts');
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

void main();
