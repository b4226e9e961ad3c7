import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { type Devtools, type DevtoolsOptions, startDevtools } from '../../../local/devtools';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;

export const fixture = join(__dirname, 'fixture');

/** A hosted program with the official driver connected to it. */
export interface Hosted {
  devtools: Devtools;
  driver: MiniProgram;
  page(): Promise<Page>;
  go(url: string): Promise<Page>;
  tap(selector: string): Promise<void>;
  text(selector: string): Promise<string | null>;
  trace(): Promise<string[]>;
  close(): Promise<void>;
}

const running = new Set<Hosted>();

// also after a failed test, or its open port would keep the run from ending
afterAll(() => Promise.all([...running].map((hosted) => hosted.close())));

export async function host(options: Partial<DevtoolsOptions> = {}): Promise<Hosted> {
  const devtools = await startDevtools({ project: fixture, ...options });
  const driver = await automator.connect({ wsEndpoint: devtools.wsEndpoint });
  const page = async (): Promise<Page> => {
    const current = await driver.currentPage();
    if (!current) throw new Error('no page is open');
    return current;
  };
  const hosted: Hosted = {
    devtools,
    driver,
    page,
    go: async (url) => {
      await driver.callWxMethod('reLaunch', { url });
      return page();
    },
    tap: async (selector) => {
      const element = await (await page()).$(selector);
      if (!element) throw new Error(`nothing matches ${selector}`);
      await element.tap();
    },
    text: async (selector) => (await (await page()).$(selector))?.text() ?? null,
    trace: () => driver.evaluate('() => getApp().trace.splice(0)') as Promise<string[]>,
    close: async () => {
      running.delete(hosted);
      driver.disconnect();
      await devtools.close();
    },
  };
  running.add(hosted);
  return hosted;
}

/** A copy of the fixture with one thing in it replaced, and a way to be rid of it. */
export function mutated(
  file: string,
  from: string,
  to: string,
): { project: string; remove(): void } {
  const project = mkdtempSync(join(tmpdir(), 'devtools-'));
  cpSync(fixture, project, { recursive: true });
  const text = readFileSync(join(project, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(join(project, file), text.replace(from, to));
  return { project, remove: () => rmSync(project, { recursive: true }) };
}
