import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dictionaryOf } from '../../../cloudfunctions/domain/datasets/dictionary';
import { publisher } from '../../../cloudfunctions/domain/datasets/publish-rows';
import { columnNames, csvOf } from '../../../cloudfunctions/domain/datasets/write-rows';
import { planOf, shape, traits } from '../../domain/datasets/rows';

const root = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'release-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const release = { title: '试', period: '2026-10', scopeLabel: '全国', version: 1, sample: true };
const planned = shape(['articles']);
const rows = Array.from({ length: 10 }, (_, index) => ({
  id: `p${index}`,
  traits: traits('350102'),
  figures: [index],
}));
const plan = planOf(rows, planned);
const csv = csvOf(publisher(plan, planned)(rows), columnNames(planned));
const dictionary = `${JSON.stringify(dictionaryOf(release, planned, plan), null, 2)}\n`;
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const sums = `${sum(csv)}  data-01.csv\n${sum(dictionary)}  dictionary.json\n`;

function run(files: Record<string, string>): Promise<{ code: number; output: string }> {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const script = join(root, 'scripts', 'zhengwei.ts');
  const args = ['--import', 'tsx', script, 'release-check', ...paths];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, output) => {
      resolve({ code: error ? Number(error.code) : 0, output });
    });
  });
}

test('a release as downloaded passes, whatever its files are called', async () => {
  const { code, output } = await run({ 'a.txt': sums, 'b.txt': dictionary, 'c.txt': csv });
  expect(JSON.parse(output)).toMatchObject({
    checksum: sum(sums),
    rows: 10,
    smallestClass: 10,
    rarestValue: 5,
    faults: [],
  });
  expect(code).toBe(0);
}, 30_000);

test('a changed file, and a missing one, do not', async () => {
  const changed = await run({
    'a.txt': sums,
    'b.txt': dictionary,
    'c.txt': csv.replace('p3', 'p33'),
  });
  expect(changed.code).toBe(1);
  expect(changed.output).toContain('可能被改动');
  expect((await run({ 'a.txt': sums })).code).toBe(2);
}, 30_000);
