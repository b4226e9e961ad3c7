import Taro from '@tarojs/taro';
import type { Transport } from './cloud';
import { readBytes } from './device/read-bytes';

/**
 * Carries calls to a local gateway over HTTP. `identify` says which sample person is calling; only
 * a gateway on one's own machine believes such a claim.
 */
export function gatewayTransport(base: string, identify: () => Promise<string>): Transport {
  return {
    async invoke(name, data) {
      const { result } = await post<{ result: unknown }>(
        `${base}/client/functions/${name}`,
        JSON.stringify(data),
        { 'content-type': 'application/json', 'x-openid': await identify() },
      );
      return result;
    },
    async upload(path, file) {
      const { fileID } = await post<{ fileID: string }>(
        `${base}/client/files?path=${encodeURIComponent(path)}`,
        await readBytes(file),
        { 'content-type': 'application/octet-stream', 'x-openid': await identify() },
      );
      return fileID;
    },
  };
}

async function post<T extends object>(
  url: string,
  data: string | ArrayBuffer,
  header: Record<string, string>,
): Promise<T> {
  const { statusCode, data: reply } = await Taro.request<T | { error: { code: string } }>({
    url,
    method: 'POST',
    data,
    header,
  });
  if (statusCode !== 200) throw new Error(`The gateway answered ${statusCode}`);
  if ('error' in reply) throw new Error(`The gateway refused: ${reply.error.code}`);
  return reply;
}
