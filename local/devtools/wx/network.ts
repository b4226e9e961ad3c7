import { type Options, textOption, WxFailure, type WxModule } from './host';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** wx.request, to this machine alone: a test never depends on the outside. */
export function network(): WxModule {
  return {
    async: {
      getNetworkType: () => ({ networkType: 'wifi', isConnected: true }),
      request,
    },
    listeners: ['NetworkStatusChange', 'NetworkWeakChange'],
  };
}

async function request(options: Options): Promise<unknown> {
  const method = String(options.method ?? 'GET').toUpperCase();
  const url = new URL(textOption(options, 'url'));
  if (!LOOPBACK.has(url.hostname)) {
    throw new WxFailure(
      `url not in domain list: ${url.hostname} (the stand-in serves loopback only)`,
    );
  }
  const { data } = options;
  const headers = new Headers({
    'content-type': 'application/json',
    ...(options.header as Record<string, string> | undefined),
  });
  if (method === 'GET' && typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value));
  }
  const body = method === 'GET' || data === undefined ? null : encodeBody(data);
  const response = await fetch(url, { method, headers, body }).catch((reason: Error) => {
    throw new WxFailure(reason.message);
  });
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    data: await decodeBody(response, options),
    cookies: [],
  };
}

function encodeBody(data: unknown): string | Uint8Array {
  if (typeof data === 'string') return data;
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
    return new Uint8Array(data as ArrayBuffer);
  }
  return JSON.stringify(data);
}

async function decodeBody(response: Response, options: Options): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  if ((options.dataType ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
