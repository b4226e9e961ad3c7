import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutation, mutations } from './mutations.data';

/**
 * Changes a copy of the index engine, one invariant at a time, and runs the test that guards it: what
 * no test notices is not guarded. The working tree is only read.
 */
const root = join(__dirname, '..', '..', '..');
const copied = ['cloudfunctions/domain', 'typings', 'test/domain/indices', 'test/vectors', 'docs'];
const alongside = [
  'test/functions/support',
  'scripts/sample-data',
  'jest.config.js',
  'package.json',
  'tsconfig.json',
];

function copyOfTheProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutations-'));
  for (const path of [...copied, ...alongside]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Whether the named test ran, and passed. */
function runTest(copy: string, { test, named }: Mutation): { ran: boolean; passed: boolean } {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const pattern = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const paths = ['--selectProjects=domain', `--testPathPatterns=indices/${test}.test`];
  const output = ['--json', `--outputFile=${report}`, '--silent'];
  spawnSync('npx', ['jest', '-i', ...paths, ...output, '-t', pattern], { cwd: copy });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { ran: numPassedTests + failed > 0, passed: failed === 0 };
}

function tryMutation(copy: string, mutation: Mutation): boolean {
  const path = join(copy, 'cloudfunctions', 'domain', 'indices', mutation.file);
  const sound = readFileSync(path, 'utf8');
  if (!sound.includes(mutation.from)) throw new Error(`${mutation.file}: no ${mutation.from}`);
  const before = runTest(copy, mutation);
  if (!before.ran || !before.passed) throw new Error(`“${mutation.named}” does not pass as it is`);
  writeFileSync(path, sound.replaceAll(mutation.from, mutation.to));
  const { passed } = runTest(copy, mutation);
  writeFileSync(path, sound);
  return !passed;
}

const copy = copyOfTheProject();
let missed = 0;
for (const mutation of mutations) {
  const caught = tryMutation(copy, mutation);
  if (!caught) missed += 1;
  const { invariant, file, from, to, named } = mutation;
  console.log(JSON.stringify({ invariant, caught, file, from, to, test: named }));
}
rmSync(copy, { recursive: true });
console.log(JSON.stringify({ mutations: mutations.length, caught: mutations.length - missed }));
process.exitCode = missed === 0 ? 0 : 1;
