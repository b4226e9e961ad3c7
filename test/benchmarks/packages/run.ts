import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builds, root } from '../../../scripts/builds';

/** Sizes of the mini program's packages, and size and cold load time of each function's bundle. */
function main(): void {
  for (const row of packageSizes(join(root, builds.weapp.output))) console.log(JSON.stringify(row));
  const functions = join(root, builds.functions.output);
  for (const name of readdirSync(functions).sort()) {
    const bundle = join(functions, name, 'index.js');
    if (existsSync(bundle)) console.log(JSON.stringify(functionLoad(name, bundle)));
  }
}

function packageSizes(dist: string): { package: string; bytes: number }[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'));
  const roots: string[] = (app.subPackages ?? []).map((entry: { root: string }) => entry.root);
  const total = bytesUnder(dist);
  const parts = roots.map((name) => ({ package: name, bytes: bytesUnder(join(dist, name)) }));
  const inParts = parts.reduce((sum, part) => sum + part.bytes, 0);
  return [
    { package: 'main', bytes: total - inParts },
    ...parts,
    { package: 'total', bytes: total },
  ];
}

function bytesUnder(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0);
}

/** Median of five fresh processes, so that nothing is warm but the file cache. */
function functionLoad(name: string, bundle: string) {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(bundle)});console.log(Number(process.hrtime.bigint()-t)/1e6);process.exit()`;
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()),
  ).sort((a, b) => a - b);
  return { function: name, bytes: statSync(bundle).size, loadMs: Math.round(times[2] ?? 0) };
}

main();
