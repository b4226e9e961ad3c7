import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

const phone = { width: 390, height: 844 };

/** Launches the Chromium that comes from npm (Linux), or the one that `CHROME_PATH` names. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROME_PATH;
  return playwright.launch({
    executablePath: installed ?? (await chromium.executablePath()),
    args: installed ? [] : chromium.args,
    headless: true,
  });
}

/**
 * A phone's browser context with Chinese glyphs: the font is laid in by the tests, since the
 * Chromium from npm brings none and the product ships none.
 */
export async function openPhone(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phone,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.route('**/preview-font/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ path: join(fontFolder(), 'files', name) });
  });
  await context.addInitScript(`document.addEventListener('DOMContentLoaded', () => {
    const element = document.createElement('style');
    element.textContent = ${JSON.stringify(fontStyle())};
    document.head.append(element);
  })`);
  return context;
}

function fontFolder(): string {
  const require = createRequire(join(__dirname, 'browser.ts'));
  return dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
}

function fontStyle(): string {
  const faces = readFileSync(join(fontFolder(), 'index.css'), 'utf8');
  const served = faces.replaceAll('./files/', '/preview-font/');
  return `${served}\n* { font-family: 'Noto Sans SC Variable', sans-serif !important; }`;
}
