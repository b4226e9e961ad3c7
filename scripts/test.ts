import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildName, ensureBuilt, root, run } from './builds';

interface Check {
  name: string;
  run: () => Promise<unknown>;
}

const build = (name: BuildName): Check => ({ name: `构建 ${name}`, run: () => ensureBuilt(name) });
const script = (name: string, npmScript: string): Check => ({
  name,
  run: () => run('npm', ['run', '--silent', npmScript]),
});

/** Checked before the tests, two at a time: the tests need the builds. */
const checks: Check[] = [
  build('h5'),
  build('weapp'),
  build('functions'),
  build('sample'),
  script('类型', 'check:types'),
  script('格式与规范', 'check:lint'),
  script('引用方向', 'check:imports'),
];

let passed = 0;
let failed = 0;

async function check({ name, run: task }: Check): Promise<void> {
  const startedAt = Date.now();
  try {
    await task();
    passed += 1;
    console.log(`✓ ${name}（${((Date.now() - startedAt) / 1000).toFixed(1)} 秒）`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

async function checkAll(): Promise<void> {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
  };
  await Promise.all([lane(), lane()]);
}

/** Runs jest with the arguments given to `npm test`; its own report goes to the terminal. */
async function jest(): Promise<void> {
  const report = join(root, 'node_modules', '.cache', 'jest-report.json');
  const args = [
    'jest',
    '--forceExit',
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ];
  let output: string;
  try {
    output = await run('npx', args, { FORCE_COLOR: '0' });
  } catch (error) {
    output = error instanceof Error ? error.message : String(error);
  }
  console.log(output.replace(/^\{"num.*$/m, '').trim());
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
}

async function main(): Promise<void> {
  await checkAll();
  await jest();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
