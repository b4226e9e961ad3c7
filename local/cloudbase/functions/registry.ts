import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { FunctionConfig } from '../project-config';

/** What an instance needs to know of its function. */
export interface FunctionSettings {
  name: string;
  /** The file to load and the name it exports. */
  entry: string;
  handler: string;
  /** Seconds. */
  timeout: number;
  /** MB. */
  memorySize: number;
  envVariables: Record<string, string>;
  /** Changes when the bundle does. */
  version: string;
}

/** The service's own defaults. */
const defaults = { timeout: 20, memorySize: 256, handler: 'index.main' };
const validName = /^[A-Za-z][\w-]{0,59}$/;

const ownConfigSchema = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900))),
  memorySize: v.optional(v.pipe(v.number(), v.minValue(64), v.maxValue(3072))),
});

/** Finds functions in a folder, a subfolder each, at the moment that they are called. */
export class FunctionRegistry {
  constructor(
    private readonly root: string | null,
    private readonly configured: ReadonlyMap<string, FunctionConfig>,
  ) {}

  /** The function of a name as it stands on disk now, or nothing. */
  find(name: string): FunctionSettings | null {
    if (this.root === null || !validName.test(name)) return null;
    const config = this.configured.get(name);
    const [file = '', handler = ''] = (config?.handler ?? defaults.handler).split('.');
    const entry = join(this.root, name, `${file}.js`);
    const bundle = statSync(entry, { throwIfNoEntry: false });
    if (!bundle?.isFile()) return null;
    const own = ownConfig(join(dirname(entry), 'config.json'));
    return {
      name,
      entry,
      handler,
      timeout: config?.timeout ?? own.timeout ?? defaults.timeout,
      memorySize: config?.memorySize ?? own.memorySize ?? defaults.memorySize,
      envVariables: config?.envVariables ?? {},
      version: `${bundle.mtimeMs}:${bundle.size}:${bundle.ino}`,
    };
  }
}

/** `config.json` belongs to the developer tools; only what concerns running is read from it. */
function ownConfig(file: string): v.InferOutput<typeof ownConfigSchema> {
  try {
    return v.parse(ownConfigSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
