import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { now } from '../../cloudfunctions/platform/clock';
import { persons } from '../../scripts/sample-data/persons.data';
import { type SamplePreview, startSamplePreview } from '../support/sample-preview';

const headers = [
  '内容标题',
  '发表日期',
  '阅读人数',
  '分享人数',
  '阅读后关注人数',
  '送达人数',
  '送达完成率',
  '阅读完成率',
  '内容url',
];
const form: [label: string, value: string][] = [
  ['总点赞数', '160'],
  ['最高点赞数', '40'],
  ['总在看数', '96'],
  ['最高在看数', '30'],
  ['期末关注人数', '128000'],
  ['取消关注人数', '300'],
  ['留言数', '40'],
  ['留言回复数', '36'],
  ['回复时长中位数', '5'],
  ['私信数', '100'],
  ['私信回复数', '90'],
  ['有效服务入口数', '6'],
  ['服务使用次数', '900'],
  ['服务办结次数', '800'],
];

let preview: SamplePreview;

beforeAll(async () => {
  preview = await startSamplePreview();
}, 120_000);

afterAll(() => preview?.close());

test('a file from the back office becomes a score on the phone', async () => {
  const { page, errors } = preview;
  const month = now().today.slice(0, 7);
  const label = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  const file = join(preview.cloud.folder, 'total.xls');
  writeFileSync(file, exportOf(month));

  await page.goto(`${preview.url}/#/pages/submit/index`);
  await page.getByText('选择文件').waitFor();
  await page.getByText('周期', { exact: true }).click();
  await page.getByText(label).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('选择文件').click(),
  ]);
  await chooser.setFiles(file);

  await page.getByText('识别到 1 个表格').waitFor();
  await page.getByText('10,000').first().waitFor();
  for (const [name, value] of form) {
    await page
      .locator('.field')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('input')
      .first()
      .fill(value);
  }
  await page.getByText('下一步').click();
  await page.getByText('确认提交', { exact: true }).click();
  await page.getByText('已提交', { exact: true }).waitFor();

  await page.goto(`${preview.url}/#/pages/overview/index`);
  await page.getByText(label).first().waitFor();
  const shown = Number(await page.locator('.hero__value').first().textContent());
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeCloseTo(await storedIndex(month), 1);
  expect(errors).toEqual([]);
}, 120_000);

/** Eight articles from the first days of a month, as 已通知内容 is exported: BIFF8 named .xls. */
function exportOf(month: string): Buffer {
  const rows = Array.from({ length: 8 }, (_, index) => [
    `便民提示第${index + 1}期`,
    `${month.replace('-', '')}01`,
    String(900 + index * 100),
    String(20 + index),
    '3',
    '120000',
    '0.01',
    '0.5',
    `http://mp.weixin.qq.com/s?__biz=M&mid=${1000 + index}&idx=1&sn=a#rd`,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['数据来源概况'], headers, ...rows]),
    'New Sheet1',
  );
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

async function storedIndex(month: string): Promise<number> {
  const response = await fetch(`${preview.url}/client/functions/scores`, {
    method: 'POST',
    headers: { 'x-openid': persons[0]?.openid ?? '' },
    body: JSON.stringify({
      action: 'detail',
      input: { accountId: 'sample-jiazaigulou', period: month },
    }),
  });
  const answer = (await response.json()) as { result: { data: { score: { value: number } } } };
  return answer.result.data.score.value;
}
