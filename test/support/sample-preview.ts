import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPhone } from '../../scripts/browser';
import { builds, root } from '../../scripts/builds';
import { servePreview } from '../../scripts/preview-server';
import { persons } from '../../scripts/sample-data/persons.data';
import { type SampleCloud, startSampleCloud } from './sample-cloud';

/** The built preview on the sample data, looked at in a browser of a phone's size. */
export interface SamplePreview {
  cloud: SampleCloud;
  url: string;
  page: Page;
  /** what went wrong on the pages */
  errors: string[];
  /** Looks at a page as one of the preview's persons. */
  visit(openid: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function startSamplePreview(): Promise<SamplePreview> {
  const cloud = await startSampleCloud();
  const preview = await servePreview({
    port: 0,
    pages: join(root, builds.h5.output),
    cloudbase: cloud.cloudbase.url,
    persons,
  });
  const browser: Browser = await launchBrowser();
  const page = await (await openPhone(browser)).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    cloud,
    url: preview.url,
    page,
    errors,
    async visit(openid, path) {
      await page.goto(preview.url);
      const kept = JSON.stringify({ data: openid });
      await page.evaluate(`localStorage.setItem('preview.openid', ${JSON.stringify(kept)})`);
      await page.goto(`${preview.url}/?${openid}#/${path}`);
    },
    async close() {
      await browser.close();
      await preview.close();
      await cloud.close();
    },
  };
}
