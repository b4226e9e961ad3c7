// Plain JavaScript, because it must run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed');
const oldestNode = 20;
const bytesNeeded = 2 * 1024 ** 3;

/** Installs the locked dependencies unless the last install finished with this very lock file. */
export function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    stop(`需要 Node.js ${oldestNode} 或更新版本，当前是 ${process.versions.node}。请升级后重试。`);
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;

  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < bytesNeeded) {
    stop('磁盘空间不足：安装依赖需要约 2 GB 可用空间。请清理磁盘后重试。');
  }
  console.error('正在安装依赖（首次约需一分钟）…');
  // An install that was killed leaves halves behind. `npm ci` would clear them too, but refuses a lock
  // file in which a package names builds for other systems that its registry does not hold.
  rmSync(dirname(stamp), { recursive: true, force: true });
  const npm = spawnSync('npm', ['install', '--no-audit', '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('依赖安装没有完成。请检查网络和磁盘空间后重新运行同一条命令。');
  writeFileSync(stamp, lockHash());
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

// `npm install` by hand leaves the same mark (package.json, postinstall).
if (process.argv[2] === '--mark' && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(stamp, lockHash());
}
