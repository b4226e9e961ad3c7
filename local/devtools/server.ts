import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { describeError } from './journal';
import type { Program } from './program';
import { app } from './protocol/app';
import { Driver, type Method, type Params } from './protocol/driver';
import { element } from './protocol/element';
import { page } from './protocol/page';
import { tool } from './protocol/tool';

const METHODS = new Map<string, Method>(Object.entries({ ...tool, ...app, ...page, ...element }));

interface Request {
  id: string;
  method: string;
  params?: Params;
}

export interface Server {
  wsEndpoint: string;
  close(): Promise<void>;
}

/**
 * Serve DevTools' automation protocol for a program on loopback. Requests are `{id, method, params}`,
 * answers `{id, result}` or `{id, error: {message}}`, events `{method, params}`.
 * @throws Error when the port is taken
 */
export async function serve(program: Program, port: number, onClose: () => void): Promise<Server> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port });
  await once(sockets, 'listening');
  const notify = (method: string, params: unknown): void => {
    for (const socket of sockets.clients) socket.send(encode({ method, params }));
  };
  const driver = new Driver(program, notify, onClose);
  program.journal.on('exception', (entry) => notify('App.exceptionThrown', { exception: entry }));
  program.journal.on('log', (entry) => notify('App.logAdded', entry));
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => void answer(driver, socket, String(data)));
  });
  return {
    wsEndpoint: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

async function answer(driver: Driver, socket: WebSocket, text: string): Promise<void> {
  const { id, method, params = {} } = JSON.parse(text) as Request;
  try {
    socket.send(encode({ id, result: (await perform(driver, method, params)) ?? {} }));
  } catch (reason) {
    socket.send(encode({ id, error: { message: describeError(reason).message } }));
  }
}

async function perform(driver: Driver, name: string, params: Params): Promise<unknown> {
  const method = METHODS.get(name);
  if (!method) throw new Error(`${name} is not served by this stand-in`);
  if (!method.acts) return method.run(driver, params);
  const result = await method.run(driver, params);
  await driver.program.timers.settle();
  return result;
}

/** JSON, with a word in place of what has none (functions, circles), as console arguments may hold. */
function encode(message: unknown): string {
  const above: unknown[] = [];
  return JSON.stringify(message, function (this: unknown, _key, value: unknown) {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof value === 'function') return '[function]';
    if (typeof value !== 'object' || value === null) return value;
    if (above.includes(value)) return '[circular]';
    above.push(value);
    return isError(value) ? describeError(value) : value;
  });
}

function isError(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Error]';
}
