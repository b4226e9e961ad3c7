import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, openPhone } from './browser';
import { root } from './builds';

const usage = `用法：npm run screenshots -- http://127.0.0.1:10086
给正在运行的预览（npm start）拍照，存到 docs/images/。`;

interface Shot {
  name: string;
  /** page to open */
  path: string;
  /** taps on the way, by text or selector */
  taps?: string[];
}

const shots: Shot[] = [
  { name: 'overview', path: 'pages/overview/index' },
  { name: 'explanation', path: 'pages/overview/index', taps: ['.forces__part'] },
  { name: 'submit', path: 'pages/submit/index' },
  { name: 'mode', path: 'pages/mode/index' },
  { name: 'me', path: 'pages/me/index' },
];

async function main(): Promise<void> {
  const [address] = process.argv.slice(2);
  if (!address?.startsWith('http')) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  for (const shot of shots) {
    const path = join(folder, `${shot.name}.png`);
    await take(shot, address, path);
    console.log(path);
  }
}

/** Milliseconds in which a page slides in. */
const slide = 600;

// A browser a picture: the Chromium from npm runs as one process and is not for many contexts.
async function take({ path, taps = [] }: Shot, address: string, file: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await (await openPhone(browser)).newPage();
    await page.goto(`${address}/#/${path}`);
    await drawn(page);
    for (const tap of taps) {
      const before = page.url();
      await page.locator(tap).first().click();
      await page.waitForURL((url) => url.href !== before);
      await page.waitForTimeout(slide);
      await drawn(page);
    }
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

/** Waits for answers, then for glyphs. */
async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
}

void main();
