import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { cloudGateway, type Devtools, startDevtools } from '../../../local/devtools';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>;

/** Elements that take text. */
export interface TextInput extends Element {
  input(text: string): Promise<void>;
}

export interface LaunchOptions {
  /** The gateway of a local cloud, and the person who calls. Real DevTools takes neither. */
  cloud?: { url: string; openid?: string };
}

/**
 * The built mini program under the official driver. Specs use this alone, so that they run
 * unchanged against the stand-in and, where WECHAT_DEVTOOLS_WS names it, in WeChat DevTools.
 */
export interface Session {
  program: MiniProgram;
  /** What the stand-in has seen; null in WeChat DevTools. */
  devtools: Devtools | null;
  page(): Promise<Page>;
  /** Open a page afresh. `program.reLaunch` does the same after three seconds of sleep. */
  go(url: string): Promise<Page>;
  /**
   * The first element of the current page that matches, as soon as there is one. More selectors
   * go step by step into custom components, which a selector does not enter by itself.
   */
  waitFor(selector: string, ...inside: string[]): Promise<Element>;
  textOf(selector: string, ...inside: string[]): Promise<string>;
  tap(selector: string, ...inside: string[]): Promise<void>;
  input(selector: string, text: string): Promise<void>;
  /** Every exception and, in the stand-in, every complaint of the view; empty for a sound program. */
  defects(): string[];
  close(): Promise<void>;
}

const built = join(__dirname, '../../../dist/weapp');
const PATIENCE = 5000;
const PAUSE = 50;

/** @throws Error when the package is not built, or DevTools does not answer */
export async function launch({ cloud }: LaunchOptions = {}): Promise<Session> {
  const given = process.env.WECHAT_DEVTOOLS_WS;
  const devtools = given
    ? null
    : await startDevtools({
        project: built,
        cloud: cloud && cloudGateway(cloud.url, cloud.openid),
      });
  const program = await automator.connect({ wsEndpoint: given ?? devtools?.wsEndpoint ?? '' });
  const exceptions: string[] = [];
  program.on('exception', (thrown: unknown) => exceptions.push(JSON.stringify(thrown)));

  const page = async (): Promise<Page> => {
    const current = await program.currentPage();
    if (!current) throw new Error('no page is open');
    return current;
  };
  const waitFor = async (...path: string[]): Promise<Element> => {
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause()) {
      const found = await descend(await page(), path);
      if (found) return found;
    }
    throw new Error(`${(await page()).path} shows no ${path.join(' > ')}`);
  };
  return {
    program,
    devtools,
    page,
    go: async (url) => {
      await program.callWxMethod('reLaunch', { url });
      return page();
    },
    waitFor,
    textOf: async (...path) => (await waitFor(...path)).text(),
    tap: async (...path) => (await waitFor(...path)).tap(),
    input: async (selector, text) => ((await waitFor(selector)) as TextInput).input(text),
    defects: () => devtools?.defects() ?? exceptions,
    close: async () => {
      program.disconnect();
      await devtools?.close();
    },
  };
}

async function descend(page: Page, [first = '', ...inside]: string[]): Promise<Element | null> {
  let element = await page.$(first);
  for (const selector of inside) element = (await element?.$(selector)) ?? null;
  return element;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
