import type { IncomingMessage, ServerResponse } from 'node:http';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopbackNames.has(new URL(url).hostname);
}

/**
 * Whether a request comes from this machine's own pages and programs: a page of a foreign site is
 * told by its `Origin`, a foreign name that was pointed at loopback (DNS rebinding) by its `Host`.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host === undefined || !isLoopback(`http://${host}`)) return false;
  return origin === undefined || isLoopback(origin);
}

/** Lets a loopback page read the answer. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', 'content-type, x-openid');
  response.setHeader('access-control-max-age', '600');
}
