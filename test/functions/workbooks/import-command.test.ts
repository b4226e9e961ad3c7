import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import command from '../../../scripts/commands/import';
import { save } from './workbook-fixtures';

const folder = mkdtempSync(join(tmpdir(), 'zhengwei-import-'));
const at = (name: string) => join(folder, name);

let printed: unknown[];

beforeEach(() => {
  printed = [];
  process.exitCode = undefined;
  jest.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(JSON.parse(line));
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('zhengwei import', () => {
  it('prints one line for each file, and exits with 1 when one of them is none', async () => {
    const rows = [
      ['时间', '新关注人数', '取消关注人数', '累积关注人数'],
      ['2026-11-01', 3, 1, 100],
    ];
    writeFileSync(at('renamed.pdf'), save(rows, 'biff8'));
    writeFileSync(at('table.xls'), '姓名,电话\n张三,1\n');
    await command.run([at('renamed.pdf')]);
    expect(process.exitCode).toBeUndefined();
    await command.run([at('table.xls'), at('none.xls'), folder]);
    expect(printed).toMatchObject([
      { layout: 'user-analysis', metrics: { followers: { value: 100, measure: 'people' } } },
      { error: { code: 'invalid' } },
      { error: { code: 'not-found' } },
      { error: { code: 'unavailable' } },
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('refuses 200 MB without reading them', async () => {
    writeFileSync(at('huge.xls'), '');
    truncateSync(at('huge.xls'), 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    await command.run([at('huge.xls')]);
    expect(printed).toMatchObject([{ error: { code: 'too-large' } }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('explains itself in Chinese', () => {
    expect(command.help).toContain('用法：npm run --silent zhengwei -- import');
  });
});
