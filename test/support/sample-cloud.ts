import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexes } from '../../cloudfunctions/records/collections.data';
import { type Cloudbase, startCloudbase } from '../../local/cloudbase';
import { builds, ensureBuilt, root } from '../../scripts/builds';

/** The real bundles on a local CloudBase of their own, filled as `npm start` fills one. */
export interface SampleCloud {
  cloudbase: Cloudbase;
  /** for the test's files; gone on close */
  folder: string;
  close(): Promise<void>;
}

export async function startSampleCloud(): Promise<SampleCloud> {
  await ensureBuilt('sample');
  const folder = mkdtempSync(join(tmpdir(), 'sample-cloud-'));
  const data = join(folder, 'data');
  cpSync(join(root, builds.sample.output), data, { recursive: true });
  const cloudbase = await startCloudbase({
    port: 0,
    data,
    functions: join(root, builds.functions.output),
    config: join(root, 'cloudbaserc.json'),
    indexes,
  });
  return {
    cloudbase,
    folder,
    async close() {
      await cloudbase.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
