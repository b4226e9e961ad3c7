import type { Command } from './commands/command';

const commands: Record<string, () => Promise<{ default: Command }>> = {
  import: () => import('./commands/import'),
  score: () => import('./commands/score'),
  explain: () => import('./commands/explain'),
  compare: () => import('./commands/compare'),
  target: () => import('./commands/target'),
  anomalies: () => import('./commands/anomalies'),
  classify: () => import('./commands/classify'),
  recommend: () => import('./commands/recommend'),
  position: () => import('./commands/position'),
  checksum: () => import('./commands/checksum'),
  draw: () => import('./commands/draw'),
  'release-check': () => import('./commands/release-check'),
};

const usage = `用法：npm run --silent zhengwei -- <命令> [选项]

命令：${Object.keys(commands).join('、')}
每个命令加 --help 查看说明。`;

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '' || name === '--help' || name === '-h') {
    console.log(usage);
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    console.error(`没有“${name}”这个命令。\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { default: command } = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return;
  }
  await command.run(args);
}

// Whoever reads the answers may have had enough of them, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void main();
