import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../../scripts/builds';
import { remedyFor } from '../../scripts/remedies';

interface Ended {
  code: number | null;
  said: string;
}

function node(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('close', (code) => resolve({ code, said: said.trim() }));
  });
}

/** A project whose only dependency is a package manager that does as it is told. */
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'start-'));
  mkdirSync(join(project, 'scripts'));
  for (const file of ['run.mjs', 'dependencies.mjs'])
    copyFileSync(join(root, 'scripts', file), join(project, 'scripts', file));
  writeFileSync(join(project, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Installs with a stand-in for npm that runs a line of shell. */
function install(shell: string, before = ''): Promise<Ended> {
  const tools = join(project, 'tools');
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'npm'), `#!/bin/sh\n${shell}\n`);
  chmodSync(join(tools, 'npm'), 0o755);
  const code = `${before}
    const { ensureDependencies } = await import(${JSON.stringify(join(project, 'scripts', 'dependencies.mjs'))});
    ensureDependencies();`;
  const path = `${tools}${delimiter}${process.env.PATH}`;
  return node(['--input-type=module', '-e', code], project, { PATH: path });
}

const installed = () => join(project, 'node_modules', '.installed');
const installs = 'mkdir -p node_modules/whole && echo installed';

test('an old Node is told which one is needed', async () => {
  const versions = '{ ...process.versions, node: "18.20.0" }';
  const old = await install(
    installs,
    `Object.defineProperty(process, 'versions', { value: ${versions} });`,
  );
  expect(old).toEqual({
    code: 1,
    said: '需要 Node.js 20 或更新版本，当前是 18.20.0。请升级后重试。',
  });
});

test('a full disk is told before anything is taken away', async () => {
  mkdirSync(join(project, 'node_modules', 'kept'), { recursive: true });
  const full = await install(
    installs,
    `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
     fs.statfsSync = () => ({ bavail: 1, bsize: 4096 }); syncBuiltinESMExports();`,
  );
  expect(full).toEqual({
    code: 1,
    said: '磁盘空间不足：安装依赖需要约 2 GB 可用空间。请清理磁盘后重试。',
  });
  expect(existsSync(join(project, 'node_modules', 'kept'))).toBe(true);
});

test('an install that was killed is begun anew, one that finished is not', async () => {
  const killed = await install('mkdir -p node_modules/half && kill -9 $PPID');
  expect(killed.code).toBeNull();
  expect(existsSync(installed())).toBe(false);

  expect(await install(installs)).toMatchObject({ code: 0 });
  expect(existsSync(join(project, 'node_modules', 'half'))).toBe(false);
  expect(readFileSync(installed(), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  expect(await install('exit 1')).toEqual({ code: 0, said: '' });
});

test('an install that fails says what to do, and the next start tries again', async () => {
  const failed = await install('mkdir -p node_modules; exit 1');
  expect(failed.code).toBe(1);
  expect(failed.said).toContain('请检查网络和磁盘空间后重新运行同一条命令');
  expect(await install(installs)).toMatchObject({ code: 0 });
});

test('a port in use is told at once, in one line', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const ended = await node(['scripts/run.mjs', 'scripts/start.ts', '--port', String(port)], root);
  taken.close();
  expect(ended).toEqual({
    code: 1,
    said: '端口已被占用。请关闭占用它的程序，或换一个端口：npm start -- --port 10087',
  });
});

test('what npm runs ends when npm is stopped', async () => {
  const file = join(project, 'lasting.mts');
  writeFileSync(file, 'console.log(process.pid); setInterval(() => {}, 1000);');
  const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/run.mjs "${file}"; true`], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'cloudbase' },
  });
  const pid = await new Promise<number>((resolve) => {
    shell.stdout.once('data', (line) => resolve(Number(line)));
  });
  const ended = new Promise((resolve) => shell.stdout.once('close', resolve));
  shell.kill();
  await ended;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), '磁盘空间不足'],
  [new Error('[webpack] Error: ENOSPC: no space left on device, write'), '磁盘空间不足'],
  [Object.assign(new Error('mkdir'), { code: 'EACCES' }), '没有写入'],
  [new Error('Unexpected token'), '没能启动：Unexpected token'],
])('%s becomes a line on what to do', (error, line) => {
  expect(remedyFor(error)).toContain(line);
});
