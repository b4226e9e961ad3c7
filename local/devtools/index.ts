import type {
  ConsoleEntry,
  ExceptionEntry,
  SetDataEntry,
  TemplateMessage,
  TimingEntry,
} from './journal';
import { Program, type ProgramOptions } from './program';
import { serve } from './server';
import { type TreeSize, treeSize } from './tree';

export { checkTemplates } from './check-templates';
export { cloudGateway } from './gateway';

export interface DevtoolsOptions extends ProgramOptions {
  /** The folder of the built package, or of a project.config.json that names it. */
  project: string;
  /** 0 (the default) takes any free port. */
  port?: number | undefined;
  /** Called when a driver asks the tool to close. */
  onClose?: (() => void) | undefined;
}

/** A running stand-in, and what it has seen of the program so far. */
export interface Devtools {
  wsEndpoint: string;
  exceptions: readonly ExceptionEntry[];
  /** What the view layer complains of, and selectors that WeChat would refuse. */
  warnings: readonly string[];
  /** What the template compiler says. */
  messages: readonly TemplateMessage[];
  console: readonly ConsoleEntry[];
  setDataLog: readonly SetDataEntry[];
  timings: readonly TimingEntry[];
  syncCallsBeforeReady: readonly string[];
  /** Size of the tree of the page on top. */
  treeSize(): TreeSize;
  /** Every exception, warning and compiler message, as lines; empty for a sound program. */
  defects(): string[];
  close(): Promise<void>;
}

/**
 * Host a built mini program behind WeChat DevTools' automation protocol.
 * @throws Error when the folder holds no mini program or the port is taken
 */
export async function startDevtools(options: DevtoolsOptions): Promise<Devtools> {
  const { project, port = 0, onClose, ...rest } = options;
  const program = new Program(project, rest);
  const close = async (): Promise<void> => {
    program.close();
    await server.close();
  };
  const server = await serve(program, port, () => {
    setImmediate(() => void close().then(onClose));
  });
  program.launch();
  await program.timers.settle();
  const { journal } = program;
  return {
    wsEndpoint: server.wsEndpoint,
    exceptions: journal.exceptions,
    warnings: journal.warnings,
    messages: journal.messages,
    console: journal.console,
    setDataLog: journal.setDataLog,
    timings: journal.timings,
    syncCallsBeforeReady: journal.syncCallsBeforeReady,
    treeSize: () => {
      const page = program.pages.current();
      return page ? treeSize(page.component) : { nodes: 0, depth: 0 };
    },
    defects: () => [
      ...journal.messages.map(({ path, message }) => `${path}:${message}`),
      ...journal.warnings,
      ...journal.exceptions.map(({ origin, message }) => `${origin}: ${message}`),
    ],
    close,
  };
}
