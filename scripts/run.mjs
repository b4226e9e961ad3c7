// Plain JavaScript, because it must run before anything is installed.
// Usage: node scripts/run.mjs FILE.ts [arguments]: checks Node, installs what is missing, runs FILE.
import { spawn } from 'node:child_process';
import { ensureDependencies } from './dependencies.mjs';

const [file, ...args] = process.argv.slice(2);
ensureDependencies();

// Rooms for young objects that hold a batch of documents: a tenth less time for what handles many.
const options = ['--max-semi-space-size=64', '--import', 'tsx'];
const child = spawn(process.execPath, [...options, file, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));

// A stopped npm takes its shell with it but not what the shell runs, which would keep the port.
const startedBy = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== startedBy) child.kill();
  }, 250).unref();
}

child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
