import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../cloudfunctions/platform/clock';
import { indexes } from '../../cloudfunctions/records/collections.data';
import { startCloudbase } from '../../local/cloudbase';
import { builds, root } from '../builds';
import { writeSampleExports } from './exports';
import { sampleData } from './index';
import { loadHistory, loadWork } from './load';

const data = join(root, builds.sample.output);

/** What is written, each by a process of its own: the SDK keeps connections to the service it knows. */
const phases = {
  // Indexes are built sooner from all documents at once than kept in step with each.
  history: { indexes: [], load: loadHistory },
  work: { indexes, load: loadWork },
};

type Phase = keyof typeof phases;

/** Writes the data folder of a local CloudBase that holds the sample data, as of today. */
async function main(): Promise<void> {
  const phase = process.argv[2];
  if (phase === 'history' || phase === 'work') return write(phase);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { today } = now();
  writeSampleExports(join(data, 'exports'), sampleData(today), today);
  for (const name of Object.keys(phases)) await processOf(name);
}

async function write(phase: Phase): Promise<void> {
  const { today } = now();
  const { indexes, load } = phases[phase];
  const cloudbase = await startCloudbase({ data, indexes, durable: false });
  // The records read the service's address while they load.
  process.env.CLOUDBASE_SERVICE_URL = cloudbase.serviceUrl;
  await load(sampleData(today), today);
  await cloudbase.close();
}

/** Runs this script for one phase; what it says goes to the terminal. */
async function processOf(phase: string): Promise<void> {
  const [code] = await once(fork(__filename, [phase]), 'exit');
  if (code !== 0) process.exit(1);
}

main().catch((error: Error) => {
  console.error(`示例数据没能装入：${error.message}`);
  process.exit(1);
});
