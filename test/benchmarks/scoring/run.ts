import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Measures the bundle, as the functions ship it: loaded from source, every import is a getter. */
async function main(): Promise<void> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'scoring-')), 'measure.js');
  const entry = join(__dirname, 'measure.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'error' });
  await import(outfile);
}

void main();
