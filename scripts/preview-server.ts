import { createReadStream, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PreviewOptions {
  port: number;
  /** folder of the H5 build */
  pages: string;
  /** address of the local CloudBase */
  cloudbase: string;
  /** whom the preview can be looked at as */
  persons: { openid: string; label: string }[];
}

/**
 * Serves the H5 build on loopback, passes `/client/*` and temporary file links on to the local
 * CloudBase, and lists the preview's persons. Rejects when the port is taken.
 */
export function servePreview(
  options: PreviewOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => answer(options, incoming, outgoing));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : options.port;
      resolve({ url: `http://127.0.0.1:${port}`, close: () => closed(server) });
    });
  });
}

function answer(
  options: PreviewOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const path = new URL(incoming.url ?? '/', 'http://preview').pathname;
  if (path.startsWith('/client/')) {
    passOn(options.cloudbase, incoming, outgoing);
  } else if (path === '/preview/persons') {
    outgoing.setHeader('content-type', contentTypes['.json'] ?? '');
    outgoing.end(JSON.stringify(options.persons));
  } else {
    sendFile(options.pages, path, outgoing);
  }
}

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const onward = request(
    new URL(incoming.url ?? '/', target),
    { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    },
  );
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  incoming.pipe(onward);
}

function sendFile(pages: string, path: string, outgoing: ServerResponse): void {
  const asked = join(pages, normalize(decodeURIComponent(path)));
  const inside = asked === pages || asked.startsWith(pages + sep);
  const file = inside && isFile(asked) ? asked : join(pages, 'index.html');
  outgoing.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
  outgoing.setHeader('cache-control', file.endsWith('index.html') ? 'no-store' : 'max-age=3600');
  createReadStream(file)
    .on('error', () => outgoing.writeHead(404).end())
    .pipe(outgoing);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
