import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { fixture } from './host-fixture';

const root = join(__dirname, '../../..');

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
});

function run(...command: string[]): ChildProcess {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) throw new Error('no output');
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}

const main = [process.execPath, '--import', 'tsx', 'local/devtools/main.ts'];

test('it prints where to connect, and ends when the driver closes it', async () => {
  const child = run('local/devtools/cli.cjs', 'auto', '--project', fixture, '--auto-port', '0');
  const ended = once(child, 'exit');
  const wsEndpoint = await firstLine(child.stdout);
  const driver = await automator.connect({ wsEndpoint });
  expect((await driver.currentPage())?.path).toBe('pages/home/index');
  await driver.close();
  expect(await ended).toEqual([0, null]);
});

test('a port in use gives one clear line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = run(...main, '--project', fixture, '--port', String(port));
  const ended = once(child, 'exit');
  expect(await firstLine(child.stderr)).toBe('端口已被占用，请换一个 --port。');
  expect(await ended).toEqual([1, null]);
  other.close();
});

test('without a project it explains itself', async () => {
  const child = run(...main);
  const ended = once(child, 'exit');
  expect(await firstLine(child.stdout)).toContain('--project 目录');
  expect(await ended).toEqual([2, null]);
});
