import { unzipSync } from 'fflate';
import { writeDocument } from '../../../cloudfunctions/platform/documents/write-document';
import type { DocumentChart, DocumentModel } from '../../../typings/documents';

const chart: DocumentChart = {
  kind: 'chart',
  chart: 'column',
  title: '各级别账号数',
  categories: ['省级', '地市级', '县区级'],
  series: [{ name: '账号数', values: [12, 40, null] }],
  unit: '个',
};

const model: DocumentModel = {
  title: '政务微信发展报告',
  subtitle: '2026年第三季度',
  meta: ['福州市'],
  footer: '仅供研究参考，不作考核依据',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: [
        { text: '共有账号', footnote: '截至9月30日' },
        { text: '52个', bold: true },
      ],
    },
    { kind: 'list', numbered: true, items: ['甲', '乙'] },
    { kind: 'list', items: ['丙'] },
    {
      kind: 'table',
      caption: '表1',
      columns: [{ title: '级别' }, { title: '账号数', align: 'right', width: 2 }],
      rows: [
        ['省级', '12'],
        ['县区级', null],
      ],
    },
    chart,
    { ...chart, chart: 'pie', title: '占比' },
    { ...chart, chart: 'line', title: '走势' },
    { ...chart, chart: 'bar', title: '排列' },
    { kind: 'note', text: '数据来源：填报' },
    { kind: 'page-break' },
    { kind: 'signature', lines: ['福州市政府办公厅', '2026年10月8日'] },
  ],
};

async function partsOf(document: DocumentModel): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocument(document));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
}

const textOf = (xml = '') => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

test('everything that is said stands in the document, in order', async () => {
  const parts = await partsOf(model);
  const lines = textOf(parts['word/document.xml']).split('\n').filter(Boolean);
  expect(lines).toEqual([
    '政务微信发展报告',
    '2026年第三季度',
    '福州市',
    '一、总体情况',
    '共有账号52个',
    '甲',
    '乙',
    '丙',
    '表1',
    '级别',
    '账号数',
    '省级',
    '12',
    '县区级',
    '—',
    '数据来源：填报',
    '福州市政府办公厅',
    '2026年10月8日',
  ]);
  expect(textOf(parts['word/footnotes.xml'])).toContain('截至9月30日');
});

test('columns and bars begin at zero, however close together their values lie', async () => {
  const close = {
    ...chart,
    series: [{ name: '中位数', values: [51.3, 52.6] }],
    categories: ['甲', '乙'],
  };
  const parts = await partsOf({
    ...model,
    blocks: [close, { ...close, chart: 'bar' }, { ...close, chart: 'line' }],
  });
  const scales = [1, 2, 3].map((at) =>
    parts[`word/charts/chart${at}.xml`]?.includes('<c:min val="0"/>'),
  );
  expect(scales).toEqual([true, true, false]);
});

test('charts are parts of their own, with a workbook that the reader edits', async () => {
  const parts = await partsOf(model);
  const charts = Object.keys(parts).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
  const workbooks = Object.keys(parts).filter((name) => /^word\/embeddings\/.*\.xlsx$/.test(name));
  expect(charts).toHaveLength(4);
  expect(workbooks).toHaveLength(4);
  expect(parts[charts[0] ?? '']).toContain('各级别账号数');
});

test('the page is A4, says what it may serve for, and counts its pages on either side', async () => {
  const parts = await partsOf(model);
  expect(parts['word/document.xml']).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
  const feet = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name));
  expect(feet).toHaveLength(2);
  for (const [, xml] of feet) {
    expect(xml).toContain('PAGE');
    expect(textOf(xml)).toContain('仅供研究参考，不作考核依据');
  }
});

test('a table repeats its titles on every page; a form has none', async () => {
  const [titled, form] = await Promise.all(
    [undefined, true as const].map((untitled) =>
      partsOf({
        title: '表',
        blocks: [{ kind: 'table', columns: [{ title: '级别' }], rows: [['省级']], untitled }],
      }),
    ),
  );
  expect(titled?.['word/document.xml']).toContain('<w:tblHeader');
  expect(form?.['word/document.xml']).not.toContain('<w:tblHeader');
  expect(textOf(form?.['word/document.xml'])).not.toContain('级别');
});

test('text that XML cannot hold is left out, markup is text', async () => {
  const parts = await partsOf({
    title: '标题\u0000\ud800',
    blocks: [
      { kind: 'paragraph', text: '<w:p>&\u0007' },
      { ...chart, title: 'a\u0001<b>', categories: ['\u0002x', 'y', 'z'] },
    ],
  });
  expect(parts['word/document.xml']).toContain('&lt;w:p&gt;&amp;');
  for (const xml of Object.values(parts)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
    if (xml.startsWith('<?xml')) expect(xml).not.toMatch(/[\u0000-\u0008\ufffd]/);
  }
});
