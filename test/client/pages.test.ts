import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const client = join(__dirname, '..', '..', 'client');

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

async function declaredPages(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { default: config } = await import('../../client/app.config');
  const { pages, subPackages } = config as AppConfig;
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
}

it('a page that is written can be opened: the app names every folder with a page', async () => {
  const written = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.config.ts'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.config\.ts$/, ''));
  expect(written.sort()).toEqual((await declaredPages()).sort());
});
