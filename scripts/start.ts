import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexes } from '../cloudfunctions/records/collections.data';
import { startCloudbase } from '../local/cloudbase';
import { type BuildName, builds, ensureBuilt, root } from './builds';
import { servePreview } from './preview-server';
import { remedyFor } from './remedies';
import { persons } from './sample-data/persons.data';

const defaultPort = 10086;
const usage = `用法：npm start [-- --port 端口]
构建预览页面与云函数，启动本地云开发（数据在 .data/），首次运行时装入示例数据。`;

async function main(): Promise<void> {
  const { port, help } = options();
  if (help) {
    console.log(usage);
    return;
  }
  await requireFree(port);
  // Side by side: the page's build is the longest, and needs little of what the others need.
  const [data] = await Promise.all([dataFolder(), prepare('h5'), prepare('functions')]);
  const cloudbase = await startCloudbase({ port: 0, data, ...projectFunctions() });
  const preview = await servePreview({
    port,
    pages: join(root, builds.h5.output),
    cloudbase: cloudbase.url,
    persons: persons.map(({ openid, label }) => ({ openid, label })),
  });
  console.log(`政微指数已启动，请在浏览器打开：${preview.url}`);

  const stop = async () => {
    await preview.close();
    await cloudbase.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function options(): { port: number; help: boolean } {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('端口应为 0 到 65535 的整数。');
  }
  return { port, help: values.help ?? false };
}

/** Told before the builds rather than after them. Rejects when the port is taken. */
function requireFree(port: number): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function prepare(name: BuildName): Promise<void> {
  console.error(`检查${builds[name].label}…`);
  await ensureBuilt(name);
}

function projectFunctions() {
  return {
    functions: join(root, builds.functions.output),
    config: join(root, 'cloudbaserc.json'),
    indexes,
  };
}

/** The data folder, filled with sample data at first run: whole or not at all. */
async function dataFolder(): Promise<string> {
  const data = join(root, '.data', 'cloudbase');
  if (existsSync(join(data, 'ready'))) return data;

  console.error('首次运行：正在装入示例数据…');
  await ensureBuilt('sample');
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  cpSync(join(root, builds.sample.output), unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'ready'), '');
  renameSync(unfinished, data);
  return data;
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(remedyFor(error));
  process.exit(1);
});
