import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Project } from './project';

/** `checked` is false where WeChat's compiler does not run; `errors` are its own words, a line each. */
export interface TemplateCheck {
  checked: boolean;
  reason?: string;
  errors: string[];
}

const COMPILERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'bin/linux/wcc',
  darwin: 'bin/mac/wcc',
  win32: 'bin/windows/wcc.exe',
};

/** Check the syntax of every template with WeChat's own WXML compiler, which names file and line. */
export function checkTemplates(directory: string): TemplateCheck {
  const project = new Project(directory);
  const compiler = findCompiler();
  if (!compiler) return unchecked(`no WXML compiler for ${process.platform} ${process.arch}`);
  const templates = [...project.files('.wxml'), ...project.files('.wxs')];
  const run = spawnSync(compiler, ['-d', '-cc', '0', ...templates, '-gn', '$gwx'], {
    cwd: project.root,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (run.error) return unchecked(run.error.message);
  if (run.status === 0) return { checked: true, errors: [] };
  return { checked: true, errors: run.stderr.split('\n').filter((line) => line.trim() !== '') };
}

function unchecked(reason: string): TemplateCheck {
  return { checked: false, reason, errors: [] };
}

function findCompiler(): string | null {
  const relative = COMPILERS[process.platform];
  if (!relative || (process.platform === 'linux' && process.arch !== 'x64')) return null;
  const root = dirname(require.resolve('miniprogram-compiler/package.json'));
  const file = join(root, relative);
  if (!existsSync(file)) return null;
  chmodSync(file, 0o755); // the package ships it without the right to run
  return file;
}
