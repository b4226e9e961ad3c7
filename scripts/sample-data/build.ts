import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../cloudfunctions/platform/clock';
import { indexes } from '../../cloudfunctions/records/collections.data';
import { type CloudbaseOptions, startCloudbase } from '../../local/cloudbase';
import { builds, root } from '../builds';
import { sampleData } from './index';
import { loadHistory, loadWork } from './load';

/** Writes the data folder of a local CloudBase that holds the sample data, as of today. */
async function main(): Promise<void> {
  const data = join(root, builds.sample.output);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { today } = now();
  const sample = sampleData(today);
  // Indexes are built sooner from all documents at once than kept in step with each.
  const port = await during({ port: 0, data, indexes: [] }, () => loadHistory(sample));
  await during({ port, data, indexes }, () => loadWork(sample, today));
}

/** Runs work on a local CloudBase of its own; answers with the port, which may be asked for again. */
async function during(options: CloudbaseOptions, work: () => Promise<void>): Promise<number> {
  const cloudbase = await startCloudbase({ ...options, durable: false });
  // The records read the service's address while they load.
  process.env.CLOUDBASE_SERVICE_URL = cloudbase.serviceUrl;
  await work();
  await cloudbase.close();
  return Number(new URL(cloudbase.url).port);
}

main().catch((error: Error) => {
  console.error(`示例数据没能装入：${error.message}`);
  process.exit(1);
});
