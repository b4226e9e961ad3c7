/** What stands in the way of a start, and what to do about it. */
const remedies: Record<string, string> = {
  EADDRINUSE: '端口已被占用。请关闭占用它的程序，或换一个端口：npm start -- --port 10087',
  ENOSPC: '磁盘空间不足。请清理磁盘后重新运行 npm start。',
  EACCES: '没有写入 .data/ 或使用该端口的权限。请检查文件夹权限，或换一个 1024 以上的端口。',
  EROFS: '.data/ 所在的磁盘是只读的。请把项目放到可写的磁盘上。',
};

/** One line for what went wrong; a build that failed tells the system's code in its output alone. */
export function remedyFor(error: NodeJS.ErrnoException): string {
  const told = Object.keys(remedies).find((code) =>
    new RegExp(`\\b${code}\\b`).test(error.message),
  );
  return remedies[error.code ?? told ?? ''] ?? `没能启动：${error.message}`;
}
