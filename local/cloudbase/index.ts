import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actionTable } from './actions';
import { Admin } from './admin';
import { ClientGateway } from './client-gateway';
import type { IndexDeclaration } from './documents';
import { Environments } from './environments';
import { FileLock } from './file-lock';
import { Functions } from './functions';
import { administrator } from './functions/identity';
import { FunctionRegistry } from './functions/registry';
import { OpenApi } from './open-api';
import { Messages } from './open-api/messages';
import { emptyConfig, readProjectConfig } from './project-config';
import { adminPath, LocalServer } from './server';
import { StartError } from './start-error';
import { Storage } from './storage';
import { Links } from './storage/links';
import { Transfer } from './storage/transfer';
import { Timers } from './timers';

export interface CloudbaseOptions {
  /** 0 or none for any free port. */
  port?: number;
  /** The folder that keeps everything; made if it is not there. */
  data: string;
  /** The folder of function bundles, `<name>/index.js` each; else `functionRoot` of the config. */
  functions?: string;
  /** A `cloudbaserc.json`. */
  config?: string;
  /** The environment of clients, timers and calls that name none; else `envId` of the config. */
  env?: string;
  /** Indexes that collections are to have. */
  indexes?: IndexDeclaration[];
  /** False to fill a new folder faster: until it is closed, a crash of the machine may lose it. */
  durable?: boolean;
  /** Milliseconds since 1970. */
  clock?: () => number;
  /** False where timers fire when they are asked to alone. */
  timersFire?: boolean;
}

export interface Cloudbase {
  /** What to give the SDK as `serviceUrl`. */
  serviceUrl: string;
  /** Where the client gateway stands: `http://127.0.0.1:PORT`. */
  url: string;
  /** Fires the timers that are due by the clock and waits for them. */
  fireDueTimers(): Promise<void>;
  close(): Promise<void>;
}

const nameless = 'local';

/**
 * Starts a local CloudBase on loopback.
 *
 * @throws StartError with a Chinese message if it cannot: port, folder or configuration.
 */
export async function startCloudbase(options: CloudbaseOptions): Promise<Cloudbase> {
  const { port = 0, data, indexes = [], durable, clock = Date.now, timersFire = true } = options;
  makeWritable(data);
  const config = options.config === undefined ? emptyConfig : readProjectConfig(options.config);
  const defaultEnv = options.env ?? config.envId ?? nameless;

  // Read before the port is taken, so that a bad expression leaves nothing open behind it.
  const timers = new Timers(config.functions.values(), {
    clock,
    fire: (name, event) =>
      functions.invoke({
        envName: defaultEnv,
        name,
        event: JSON.stringify(event),
        caller: { ...administrator, source: 'timer' },
      }),
  });

  const lock = lockOf(data);
  const server = await LocalServer.listen(port).catch((error) => {
    lock.release();
    throw error;
  });
  const { url } = server;
  const serviceUrl = `${url}${adminPath}`;
  const functionRoot = options.functions ? resolve(options.functions) : config.functionRoot;
  const registry = new FunctionRegistry(functionRoot, config.functions);
  const functions = new Functions(registry, { logFolder: join(data, 'logs'), serviceUrl });
  const environments = new Environments({ folder: join(data, 'envs'), indexes, durable, clock });
  const links = new Links(clock);
  const messages = new Messages();
  const actions = actionTable({
    functions,
    storage: new Storage(links, { url, clock }),
    openApi: new OpenApi({ messages, clock }),
  });
  server.serve({
    admin: new Admin({ environments, actions, defaultEnv }),
    client: new ClientGateway({ functions, environments, defaultEnv }),
    transfer: new Transfer(links, environments),
    messages,
  });
  if (timersFire) timers.start();

  return {
    serviceUrl,
    url,
    fireDueTimers: () => timers.fireDue(),
    async close() {
      timers.stop();
      await server.close();
      await functions.close();
      environments.close();
      lock.release();
    },
  };
}

function lockOf(data: string): FileLock {
  try {
    return new FileLock(join(data, 'lock'), data);
  } catch {
    throw new StartError(
      `数据目录 ${data} 正由另一个本地 CloudBase 使用。请先停掉它，或换一个目录。`,
    );
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`数据目录 ${folder} 不能写入。请检查路径和权限。`);
  }
}
