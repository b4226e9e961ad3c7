import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './builds';

const sources = join(root, 'cloudfunctions', 'functions');
const output = join(root, 'dist', 'cloudfunctions');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { functions } = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8'));

/** One function as WeChat takes it: one bundled file, with nothing to install. */
async function buildFunction(file: string): Promise<void> {
  const name = basename(file, '.ts');
  const folder = join(output, name);
  mkdirSync(folder, { recursive: true });
  const { warnings } = await build({
    entryPoints: [join(sources, file)],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    keepNames: false,
    charset: 'utf8',
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'error',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  write(folder, 'package.json', { name, version, main: 'index.js' });
  write(folder, 'config.json', configOf(name));
}

/** What the developer tools read: permissions and timers; the rest stands in cloudbaserc.json. */
function configOf(name: string) {
  const { triggers = [] } = functions.find((one: { name: string }) => one.name === name) ?? {};
  return { permissions: { openapi: [] }, triggers };
}

function write(folder: string, file: string, content: object): void {
  writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
}

async function main(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  const files = readdirSync(sources).filter((file) => file.endsWith('.ts'));
  await Promise.all(files.map(buildFunction));
}

main().catch((error: Error) => {
  console.error(`云函数没能构建：${error.message}`);
  process.exit(1);
});
