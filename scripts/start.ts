import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexes } from '../cloudfunctions/records/collections.data';
import { startCloudbase } from '../local/cloudbase';
import { type BuildName, builds, ensureBuilt, root } from './builds';
import { servePreview } from './preview-server';
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

/** What stands in the way, and what to do about it. */
const remedies: Record<string, string> = {
  EADDRINUSE: '端口已被占用。请关闭占用它的程序，或换一个端口：npm start -- --port 10087',
  ENOSPC: '磁盘空间不足。请清理磁盘后重新运行 npm start。',
  EACCES: '没有写入 .data/ 或使用该端口的权限。请检查文件夹权限，或换一个 1024 以上的端口。',
  EROFS: '.data/ 所在的磁盘是只读的。请把项目放到可写的磁盘上。',
};

main().catch((error: NodeJS.ErrnoException) => {
  console.error(remedies[error.code ?? ''] ?? `没能启动：${error.message}`);
  process.exit(1);
});
