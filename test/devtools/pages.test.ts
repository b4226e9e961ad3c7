import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { persons } from '../../scripts/sample-data/persons.data';
import { type SampleCloud, startSampleCloud } from '../support/sample-cloud';
import { launch, type Session } from './support/session';

const built = join(__dirname, '../../dist/weapp');
const app: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = JSON.parse(
  readFileSync(join(built, 'app.json'), 'utf8'),
);
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];

/** WeChat's code audit (体验评分) fails a page beyond these; a crossing may hold 256 kB. */
const maxNodes = 1000;
const maxDepth = 30;
const maxCrossing = 256 * 1024;
/** Half of what WeChat takes in one package, so that there is room to grow. */
const maxPackage = 1024 * 1024;

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud();
}, 120_000);
afterAll(() => cloud?.close());

describe.each(persons.map(({ openid, label }) => [label, openid]))('to %s', (_, openid) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch({ cloud: { url: cloud.cloudbase.url, openid } });
  });
  afterAll(() => session?.close());

  test.each(pages)('%s opens whole and within bounds', async (page) => {
    await session.go(`/${page}`);
    const text = await session.textOf('.screen');
    expect(text).not.toBe('');
    // Opened without an address, there is nothing to fill in otherwise.
    expect(text).not.toContain('有内容填写不正确');
    expect(session.defects()).toEqual([]);
    const size = session.devtools?.treeSize() ?? { nodes: 0, depth: 0 };
    expect(size.nodes).toBeLessThan(maxNodes);
    expect(size.depth).toBeLessThan(maxDepth);
  });

  test('what crosses to the view at once is bounded', () => {
    const crossings = session.devtools?.setDataLog.map(({ bytes }) => bytes) ?? [];
    expect(Math.max(0, ...crossings)).toBeLessThan(maxCrossing);
  });
});

test.each(['', ...app.subPackages.map(({ root }) => root)])('package “%s” has room', (root) => {
  const others = root === '' ? app.subPackages.map((entry) => join(built, entry.root)) : [];
  expect(bytesUnder(join(built, root), others)).toBeLessThan(maxPackage);
});

function bytesUnder(path: string, leftOut: string[]): number {
  if (leftOut.includes(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name), leftOut), 0);
}
