import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../cloudfunctions/platform/clock';
import { indexes } from '../../cloudfunctions/records/collections.data';
import { startCloudbase } from '../../local/cloudbase';
import { builds, root } from '../builds';
import { loadSampleData } from './load';

/** Writes the data folder of a local CloudBase that holds the sample data, as of today. */
async function main(): Promise<void> {
  const data = join(root, builds.sample.output);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const cloudbase = await startCloudbase({ port: 0, data, indexes, durable: false });
  await loadSampleData(cloudbase.serviceUrl, now().today);
  await cloudbase.close();
}

main().catch((error: Error) => {
  console.error(`示例数据没能装入：${error.message}`);
  process.exit(1);
});
