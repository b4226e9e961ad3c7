import type { CloudConnection } from './wx/cloud';

type Answer<T> = T & { error?: { code: string; message: string } };

/**
 * A cloud behind an HTTP gateway: `POST {base}/client/functions/NAME` answers `{ result }`,
 * `POST {base}/client/files?path=` answers `{ fileID }`, either may answer `{ error }`. The caller
 * is named by `x-openid`; without it the call has no identity.
 */
export function cloudGateway(base: string, openid?: string): CloudConnection {
  const post = async <T>(
    path: string,
    type: string,
    body: string | Uint8Array,
  ): Promise<Answer<T>> => {
    const response = await fetch(`${base.replace(/\/$/, '')}/client/${path}`, {
      method: 'POST',
      headers: { 'content-type': type, ...(openid ? { 'x-openid': openid } : {}) },
      body,
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    const answer = (await response.json()) as Answer<T>;
    if (answer.error) throw new Error(`${answer.error.code} ${answer.error.message}`);
    return answer;
  };
  return {
    callFunction: async (name, data) => {
      const path = `functions/${encodeURIComponent(name)}`;
      const body = JSON.stringify(data);
      return (await post<{ result: unknown }>(path, 'application/json', body)).result;
    },
    uploadFile: (cloudPath, content) =>
      post<{ fileID: string }>(
        `files?path=${encodeURIComponent(cloudPath)}`,
        'application/octet-stream',
        content,
      ),
  };
}
