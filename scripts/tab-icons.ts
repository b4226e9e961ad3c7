import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { root } from './builds';

const folder = join(root, 'client', 'assets', 'tabs');
const names = ['overview', 'submit', 'mode', 'me'];
const states = [
  { suffix: '', colour: '#5f6a7d' },
  { suffix: '-chosen', colour: '#1d5aa8' },
];

/** Draws the tab bar's PNG icons from their SVG sources: WeChat's tab bar takes no SVG. */
async function main(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
  for (const name of names) {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
    for (const { suffix, colour } of states) {
      await page.setContent(`<body style="margin:0;color:${colour}">${svg}</body>`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(join(folder, `${name}${suffix}.png`), png);
    }
  }
  await browser.close();
}

void main();
