import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now } from '../../cloudfunctions/platform/clock';
import { indexes } from '../../cloudfunctions/records/collections.data';
import { type Cloudbase, startCloudbase } from '../../local/cloudbase';
import { builds, root } from '../../scripts/builds';
import { loadSampleData } from '../../scripts/sample-data/load';

/** The real bundles on a local CloudBase of their own, filled as `npm start` fills one. */
export interface SampleCloud {
  cloudbase: Cloudbase;
  /** for the test's files; gone on close */
  folder: string;
  close(): Promise<void>;
}

export async function startSampleCloud(): Promise<SampleCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-cloud-'));
  const cloudbase = await startCloudbase({
    port: 0,
    data: join(folder, 'data'),
    functions: join(root, builds.functions.output),
    config: join(root, 'cloudbaserc.json'),
    indexes,
  });
  await loadSampleData(cloudbase.serviceUrl, now().today);
  return {
    cloudbase,
    folder,
    async close() {
      await cloudbase.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
