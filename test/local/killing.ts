import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import cloudbase from '@cloudbase/node-sdk';

const root = join(__dirname, '..', '..');
const writers = 4;

// Outside the cloud the SDK would look for a metadata server first.
process.env.TENCENTCLOUD = 'true';

export interface Losses {
  kills: number;
  acknowledged: number;
  lost: number;
  torn: number;
}

/**
 * Kills the local CloudBase again and again with SIGKILL while several clients write, starts it on
 * the same data, and counts what was acknowledged and is gone, and what was written by halves.
 */
export async function killRepeatedly(data: string, kills: number): Promise<Losses> {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < kills; round += 1) {
    const server = await start(data);
    const database = databaseAt(server.serviceUrl);
    if (round === 0) await database.createCollection('writes');
    const stopped = { now: false };
    const writing = Array.from({ length: writers }, (_, writer) =>
      write(database, `${round}-${writer}`, acknowledged, stopped),
    );
    await new Promise((resolve) => setTimeout(resolve, 50 + ((round * 7919) % 300)));
    server.process.kill('SIGKILL');
    stopped.now = true;
    await once(server.process, 'exit');
    await Promise.all(writing);
  }
  return inspect(data, kills, acknowledged);
}

type Database = ReturnType<typeof databaseAt>;

/** Inserts documents and raises both halves of each together, until the server is gone. */
async function write(
  database: Database,
  writer: string,
  acknowledged: Map<string, number>,
  stopped: { now: boolean },
): Promise<void> {
  const { command } = database;
  for (let n = 0; !stopped.now; n += 1) {
    const id = `${writer}-${n}`;
    try {
      await database.collection('writes').add({ _id: id, left: 1, right: 1 });
      acknowledged.set(id, 1);
      await database
        .collection('writes')
        .doc(id)
        .update({ left: command.inc(1), right: command.inc(1) });
      acknowledged.set(id, 2);
    } catch {
      return;
    }
  }
}

async function inspect(
  data: string,
  kills: number,
  acknowledged: Map<string, number>,
): Promise<Losses> {
  const server = await start(data);
  const database = databaseAt(server.serviceUrl);
  const losses = { kills, acknowledged: acknowledged.size, lost: 0, torn: 0 };
  for (const [id, least] of acknowledged) {
    const { data: documents } = await database.collection('writes').doc(id).get();
    const document = documents[0] as { left: number; right: number } | undefined;
    if (!document || document.left < least) losses.lost += 1;
    else if (document.left !== document.right) losses.torn += 1;
  }
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  return losses;
}

async function start(data: string): Promise<{ process: ChildProcess; serviceUrl: string }> {
  const main = join(root, 'local', 'cloudbase', 'main.ts');
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', main, '--port', '0', '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: started.stdout });
  const [serviceUrl] = (await once(lines, 'line')) as [string];
  return { process: started, serviceUrl };
}

function databaseAt(serviceUrl: string) {
  return cloudbase
    .init({ env: 'durability', serviceUrl, secretId: 'any', secretKey: 'any', timeout: 2000 })
    .database();
}
