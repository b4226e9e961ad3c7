import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sdk, startedServer, temporaryFolder } from './started';

const server = startedServer();
const folder = temporaryFolder();
const program = join(__dirname, '../../local/cloudbase/main.ts');
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args]);
  running.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += chunk));
  child.stderr.on('data', (chunk) => (output.err += chunk));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...output })),
  );
  return { child, ended, output };
}

test('prints the address first, serves, and ends in order when asked to', async () => {
  const { child, ended, output } = run('--port', '0', '--data', join(folder, 'new'));
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const serviceUrl = output.out.split('\n')[0] ?? '';
  expect(serviceUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin$/);
  const database = sdk({ ...server.it, serviceUrl }).database();
  await database.createCollection('c');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, err: '' });
});

test('says in one line what keeps it from starting', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '{"functions":[{"name":1}]}');
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const cases: [RegExp, string[]][] = [
    [/^端口 \d+ 已被占用.*\n$/, ['--port', port, '--data', folder]],
    [/^数据目录 .* 不能写入.*\n$/, ['--port', '0', '--data', join(file, 'below')]],
    [/^请用 --port .*\n$/, ['--data', folder]],
    [/^请用 --port .*\n$/, ['--port', '99999', '--data', folder]],
    [/^请用 --data .*\n$/, ['--port', '0']],
    [/^看不懂这些选项.*\n$/, ['--port', '0', '--dta', folder]],
    [/^云函数目录 .* 不存在.*\n$/, ['--port', '0', '--data', folder, '--functions', file]],
    [
      /^配置文件 .* functions\.0\.name 有误.*\n$/,
      ['--port', '0', '--data', folder, '--config', file],
    ],
  ];
  for (const [message, args] of cases) {
    const { code, out, err } = await run(...args).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  }
  taken.close();
}, 30_000);
