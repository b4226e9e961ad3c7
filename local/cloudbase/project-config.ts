import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { StartError } from './start-error';

const triggerSchema = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  type: v.literal('timer'),
  config: v.string(),
  message: v.optional(v.string(), ''),
});

const functionSchema = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900))),
  memorySize: v.optional(v.pipe(v.number(), v.minValue(64), v.maxValue(3072))),
  handler: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+\.\w+$/))),
  envVariables: v.optional(v.record(v.string(), v.string()), {}),
  triggers: v.optional(v.array(triggerSchema), []),
});

const schema = v.object({
  envId: v.optional(v.string()),
  functionRoot: v.optional(v.string()),
  functions: v.optional(v.array(functionSchema), []),
});

export type FunctionConfig = v.InferOutput<typeof functionSchema>;

/** The parts of `cloudbaserc.json` that concern running a project locally. */
export interface ProjectConfig {
  envId: string | null;
  /** Absolute. */
  functionRoot: string | null;
  functions: ReadonlyMap<string, FunctionConfig>;
}

export const emptyConfig: ProjectConfig = { envId: null, functionRoot: null, functions: new Map() };

/**
 * Reads a `cloudbaserc.json`, with `{{env.NAME}}` taken from the environment as CloudBase's own
 * command line does.
 *
 * @throws StartError if the file cannot be read or says something that is not understood.
 */
export function readProjectConfig(file: string): ProjectConfig {
  let content: unknown;
  try {
    content = JSON.parse(withEnvironment(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartError(
      `读不出配置文件 ${file}：${error instanceof Error ? error.message : error}`,
    );
  }
  const parsed = v.safeParse(schema, content);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new StartError(
      `配置文件 ${file} 的 ${v.getDotPath(issue) ?? '根'} 有误：${issue.message}`,
    );
  }
  const { envId = null, functionRoot, functions } = parsed.output;
  return {
    envId: envId || null,
    functionRoot: functionRoot === undefined ? null : resolve(dirname(file), functionRoot),
    functions: new Map(functions.map((one) => [one.name, one])),
  };
}

function withEnvironment(text: string): string {
  return text.replace(/\{\{\s*env\.(\w+)\s*\}\}/g, (_, name: string) =>
    JSON.stringify(process.env[name] ?? '').slice(1, -1),
  );
}
