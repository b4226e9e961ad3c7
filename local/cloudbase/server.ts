import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admin } from './admin';
import type { ClientGateway } from './client-gateway';
import { sendJson } from './http/answer';
import { allowOrigin, isLocalRequest } from './http/origin';
import type { Messages } from './open-api/messages';
import { StartError } from './start-error';
import type { Transfer } from './storage/transfer';

/** What answers behind the address. */
export interface Handlers {
  admin: Admin;
  client: ClientGateway;
  transfer: Transfer;
  messages: Messages;
}

export const adminPath = '/admin';
const filesPath = '/files/';
const loopback = '127.0.0.1';
const patience = 2000;

/** The one HTTP server; it listens before its handlers are made, for they need to know its port. */
export class LocalServer {
  readonly #server: Server;
  #handlers: Handlers | null = null;

  private constructor() {
    // The SDK keeps its connections. One closed while its client computes, however long that takes on a
    // busy machine, would fail the client's next call.
    this.#server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
      request.on('error', () => response.destroy());
      this.#handle(request, response).catch((error) => {
        console.error(error);
        response.destroy();
      });
    });
  }

  /** @throws StartError if the port cannot be had. */
  static async listen(port: number): Promise<LocalServer> {
    const local = new LocalServer();
    await new Promise<void>((resolve, reject) => {
      local.#server.once('error', (error: NodeJS.ErrnoException) =>
        reject(listenError(error, port)),
      );
      local.#server.listen(port, loopback, resolve);
    });
    return local;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${loopback}:${port}`;
  }

  serve(handlers: Handlers): void {
    this.#handlers = handlers;
  }

  /** Takes no more calls, and waits for those under way, but not for long. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const impatience = setTimeout(() => this.#server.closeAllConnections(), patience);
    await closed;
    clearTimeout(impatience);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalRequest(request)) return refuse(response, 403, '只接受本机的请求');
    if (this.#handlers === null) return refuse(response, 503, '正在启动，请稍后重试');
    const url = new URL(request.url ?? '/', `http://${loopback}`);
    const { admin, client, transfer, messages } = this.#handlers;

    if (url.pathname === adminPath) {
      // Browsers name the page's origin on every POST; the SDK never does.
      if (request.headers.origin !== undefined) return refuse(response, 403, '网页不能使用管理端');
      if (request.method !== 'POST') return refuse(response, 405, '管理端只接受 POST');
      return admin.handle(request, response);
    }
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (url.pathname.startsWith('/client/') && request.method === 'POST') {
      return client.handle(request, response, url);
    }
    if (url.pathname.startsWith(filesPath)) {
      return transfer.handle(request, response, url.pathname.slice(filesPath.length));
    }
    if (url.pathname === '/inspect/messages') {
      return sendJson(response, 200, { messages: messages.sent });
    }
    return refuse(response, 404, '没有这个地址');
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { code: 'INVALID_REQUEST', message });
}

function listenError(error: NodeJS.ErrnoException, port: number): StartError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `端口 ${port} 已被占用。请换一个端口，或先停掉占用它的程序。`,
    EACCES: `没有权限使用端口 ${port}。请换一个 1024 以上的端口。`,
  };
  return new StartError(reasons[error.code ?? ''] ?? `不能监听端口 ${port}：${error.message}`);
}
