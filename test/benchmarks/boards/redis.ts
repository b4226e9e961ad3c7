import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../cloud';
import { endWithBenchmark } from '../ending';

type Reply = string | number | null | Reply[];

/** A Redis of its own, empty and in memory, spoken to over its protocol; null where none is installed. */
export class Redis {
  private waiting: ((reply: Reply) => void)[] = [];
  private buffer = Buffer.alloc(0);

  private constructor(
    private readonly server: ChildProcess,
    private readonly socket: Socket,
    private readonly forget: () => void,
  ) {
    socket.on('data', (chunk) => {
      this.buffer = Buffer.concat([this.buffer, chunk]);
      for (;;) {
        const parsed = parse(this.buffer, 0);
        if (!parsed) return;
        this.buffer = this.buffer.subarray(parsed.next);
        this.waiting.shift()?.(parsed.reply);
      }
    });
  }

  static async start(): Promise<Redis | null> {
    try {
      execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    } catch {
      return null;
    }
    const port = await freePort();
    const options = ['--port', String(port), '--save', '', '--appendonly', 'no'];
    const server = spawn('redis-server', options, { stdio: 'ignore' });
    const forget = endWithBenchmark(() => server.kill('SIGKILL'));
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await pause(50);
      const socket = connect(port, '127.0.0.1');
      const isUp = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      });
      if (isUp) return new Redis(server, socket.setNoDelay(), forget);
    }
    server.kill();
    throw new Error('redis-server did not come up');
  }

  send(...words: (string | number)[]): Promise<Reply> {
    const parts = words.map(String).map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.socket.write(`*${parts.length}\r\n${parts.join('')}`);
    });
  }

  async stop(): Promise<void> {
    this.socket.destroy();
    this.server.kill();
    await once(this.server, 'exit');
    this.forget();
  }
}

/** One reply of RESP2 from a place of the buffer; null while it is not whole. */
function parse(buffer: Buffer, from: number): { reply: Reply; next: number } | null {
  const end = buffer.indexOf('\r\n', from);
  if (end < 0) return null;
  const kind = String.fromCharCode(buffer[from] ?? 0);
  const line = buffer.toString('utf8', from + 1, end);
  const next = end + 2;
  if (kind === '+') return { reply: line, next };
  if (kind === ':') return { reply: Number(line), next };
  if (kind === '-') throw new Error(line);
  const length = Number(line);
  if (length < 0) return { reply: null, next };
  if (kind === '$') {
    if (buffer.length < next + length + 2) return null;
    return { reply: buffer.toString('utf8', next, next + length), next: next + length + 2 };
  }
  const list: Reply[] = [];
  let at = next;
  for (let index = 0; index < length; index += 1) {
    const item = parse(buffer, at);
    if (!item) return null;
    list.push(item.reply);
    at = item.next;
  }
  return { reply: list, next: at };
}
