import { unzipSync } from 'fflate';
import type { Report } from '../../../typings/reports';
import type { TestCloud } from '../support/cloud';
import { fuzhou, opened, ordered, people, startReportedCloud } from '../support/reported';

const { city } = people;

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startReportedCloud();
}, 120_000);

afterAll(() => cloud.close());

async function partsOf(report: Report, format: 'docx' | 'xlsx'): Promise<Record<string, string>> {
  const answer = await cloud.call(city, 'reports.download', { reportId: report.id, format });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const response = await fetch(answer.data.url);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
}

test('the document says what the screen says, with charts that can be edited', async () => {
  const report = await ordered(cloud, city, fuzhou);
  const { content } = await opened(cloud, city, report);
  const parts = await partsOf(report, 'docx');
  const text = (parts['word/document.xml'] ?? '').replace(/<[^>]+>/g, '');
  for (const { title, paragraphs } of content.sections) {
    expect(text).toContain(title);
    for (const runs of paragraphs) expect(text).toContain(runs.map((run) => run.text).join(''));
  }
  expect(text).toContain('仅供研究参考，不作考核依据');
  expect(text).toContain(report.checksum);
  const charts = Object.keys(parts).filter((name) => /charts\/chart[^/]*\.xml$/.test(name));
  expect(charts).toHaveLength(content.sections.flatMap((section) => section.charts).length);
});

test('the workbook holds every table, and every figure with definition and query', async () => {
  const report = await ordered(cloud, city, fuzhou);
  const { content } = await opened(cloud, city, report);
  const parts = await partsOf(report, 'xlsx');
  const tables = content.sections.flatMap((section) => section.tables);
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(tables.length + 2);
  const last = parts[`xl/worksheets/sheet${sheets.length}.xml`] ?? '';
  expect(parts['xl/workbook.xml']).toContain('指标与口径');
  for (const { id } of content.figures) expect(last).toContain(`>${id.replace('>', '&gt;')}<`);
  expect(last).toContain('级别为地市级');
});
