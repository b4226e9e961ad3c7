import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type Cloudbase, type CloudbaseOptions, startCloudbase } from '../../local/cloudbase';

export const functionsFolder = join(__dirname, 'functions');

/** A folder of its own, gone at the end of the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloudbase-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server on a free port for the tests of one file. */
export function startedServer(options: Partial<CloudbaseOptions> = {}): { readonly it: Cloudbase } {
  const data = temporaryFolder();
  let server: Cloudbase | undefined;
  beforeAll(async () => {
    server = await startCloudbase({ data, functions: functionsFolder, ...options });
  });
  afterAll(() => server?.close());
  return {
    get it() {
      if (!server) throw new Error('the server has not started');
      return server;
    },
  };
}

// Otherwise the SDK asks for a cloud machine's metadata at every call, which outlives the tests.
process.env.TENCENTCLOUD = 'true';

/** The unmodified SDK, pointed at a server. */
export function sdk({ serviceUrl }: Cloudbase, env = 'test') {
  return tcb.init({ env, serviceUrl, secretId: 'any', secretKey: 'thing' });
}

/** What the client gateway answers: one of the two. */
export interface ClientAnswer {
  result?: unknown;
  error?: { code: string; message: string };
}

/** A call of the client gateway, as a preview makes it. */
export async function callAsClient(
  { url }: Cloudbase,
  name: string,
  event: unknown,
  openid?: string,
): Promise<ClientAnswer> {
  const response = await fetch(`${url}/client/functions/${name}`, {
    method: 'POST',
    headers: openid === undefined ? {} : { 'x-openid': openid },
    body: JSON.stringify(event),
  });
  return (await response.json()) as ClientAnswer;
}
