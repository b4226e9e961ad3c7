import type { CloudConnection } from './wx/cloud';

/**
 * A cloud behind an HTTP gateway: `POST {base}/client/functions/NAME` answers `{ result }`,
 * `POST {base}/client/files?path=` answers `{ fileID }`; the caller is named by `x-openid`.
 */
export function cloudGateway(base: string, openid: string): CloudConnection {
  const post = async (path: string, type: string, body: string | Uint8Array): Promise<unknown> => {
    const response = await fetch(`${base.replace(/\/$/, '')}/client/${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-openid': openid },
      body,
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    return response.json();
  };
  return {
    callFunction: async (name, data) => {
      const path = `functions/${encodeURIComponent(name)}`;
      return ((await post(path, 'application/json', JSON.stringify(data))) as { result: unknown })
        .result;
    },
    uploadFile: async (cloudPath, content) => {
      const path = `files?path=${encodeURIComponent(cloudPath)}`;
      return (await post(path, 'application/octet-stream', content)) as { fileID: string };
    },
  };
}
