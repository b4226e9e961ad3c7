import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { now } from '../cloudfunctions/platform/clock';

export const root = join(__dirname, '..');

interface Build {
  label: string;
  /** npm script that builds it */
  script: string;
  output: string;
  /** files and folders that decide the output */
  inputs: string[];
  /** the output holds for one day alone */
  daily?: boolean;
}

const clientInputs = ['client', 'config', 'typings', 'babel.config.js', 'package-lock.json'];

export const builds = {
  functions: {
    label: '云函数',
    script: 'build:functions',
    output: 'dist/cloudfunctions',
    inputs: ['cloudfunctions', 'typings', 'scripts/build-functions.ts', 'package-lock.json'],
  },
  h5: { label: '预览页面', script: 'build:h5', output: 'dist/h5', inputs: clientInputs },
  weapp: { label: '小程序', script: 'build:weapp', output: 'dist/weapp', inputs: clientInputs },
  sample: {
    label: '示例数据',
    script: 'build:sample',
    output: 'dist/sample',
    inputs: ['cloudfunctions', 'local/cloudbase', 'scripts/sample-data', 'package-lock.json'],
    daily: true,
  },
} satisfies Record<string, Build>;

export type BuildName = keyof typeof builds;

/** Builds what its inputs no longer match; says whether it had to. Rejects with the build's output. */
export async function ensureBuilt(name: BuildName): Promise<boolean> {
  const build: Build = builds[name];
  const stamp = join(root, 'dist', `.${name}`);
  const digest = digestOf(build);
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (current && existsSync(join(root, build.output))) return false;

  rmSync(stamp, { force: true });
  await run('npm', ['run', '--silent', build.script]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

/** Runs a command quietly; rejects with what it printed when it fails. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.trim()))));
  });
}

function digestOf({ inputs, daily }: Build): string {
  const hash = createHash('sha256').update(daily ? now().today : '');
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = readdirSync(dirname(full), { withFileTypes: true });
  const isFolder = entries.some(
    (entry) => entry.name === path.split('/').at(-1) && entry.isDirectory(),
  );
  if (!isFolder) {
    hash.update(path).update(readFileSync(full));
    return;
  }
  for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
}
