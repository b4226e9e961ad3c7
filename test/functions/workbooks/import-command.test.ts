import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import command from '../../../scripts/commands/import';
import { badFiles } from './bad-files';
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

  it.each(badFiles)('says of %s what to do', async (_name, bytes, says, code = 'invalid') => {
    writeFileSync(at('bad.xls'), bytes);
    await command.run([at('bad.xls')]);
    expect(printed).toMatchObject([{ error: { code, message: expect.stringMatching(says) } }]);
    expect(process.exitCode).toBe(1);
  });

  it('reads what people make of an export: GB18030, commas, dashes, 10万+, dates in every form', async () => {
    const lines = [
      '内容标题,发表时间,总阅读人数,总阅读次数,总分享人数,总分享次数',
      '"甲,乙",20260901,"1,200","1,234",-,10',
      '丙,2026年9月2日,,10万+,3,4',
      '丁,2026/9/3,50,60,—,',
      '戊,2026.09.04 18:05,1,2,0,0',
    ];
    writeFileSync(at('edited.csv'), encode(lines.join('\r\n'), 'gb18030'));
    await command.run([at('edited.csv')]);
    expect(printed).toMatchObject([
      {
        from: '2026-09-01',
        to: '2026-09-04',
        metrics: {
          reads: { value: 101_297, measure: 'times', estimated: true },
          shares: { value: 14, measure: 'times', estimated: true },
          articles: { value: 4 },
        },
        items: [
          { title: '戊', publishedAt: '2026-09-04', reads: 2 },
          { title: '丁', publishedAt: '2026-09-03', reads: 60, shares: null },
          { title: '丙', publishedAt: '2026-09-02', reads: 100_001, other: { reads: null } },
          { title: '甲,乙', publishedAt: '2026-09-01', reads: 1234, other: { shares: null } },
        ],
        warnings: expect.arrayContaining([expect.stringContaining('10万+')]),
      },
    ]);
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
