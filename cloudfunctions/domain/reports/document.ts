import type { Block, DocumentModel } from '../../../typings/documents';
import type {
  Report,
  ReportChart,
  ReportContent,
  ReportFigure,
  ReportTable,
} from '../../../typings/reports';

/** What a paper of a report is written from. */
export interface ReportPaper {
  report: Report;
  content: ReportContent;
}

type Lookup = (id: string) => ReportFigure | undefined;

/** A report as an office's document: sections, tables, native charts, and what each measure means. */
export function documentOf({ report, content }: ReportPaper): DocumentModel {
  const figures = new Map(content.figures.map((figure) => [figure.id, figure]));
  const lookup: Lookup = (id) => figures.get(id);
  let tables = 0;
  const numbered = () => {
    tables += 1;
    return `表${tables}　`;
  };
  const { name, period } = partsOf(content.title);
  return {
    title: name,
    subtitle: [period, ...(report.number === null ? [] : [`第${report.number}期`])].join('　'),
    meta: metaOf({ report, content }),
    ...(content.notice === null ? {} : { footer: content.notice }),
    blocks: [
      ...content.sections.flatMap(({ title, paragraphs, tables, charts }): Block[] => [
        { kind: 'heading', level: 1, text: title },
        ...paragraphs.map(
          (runs): Block => ({
            kind: 'paragraph',
            text: runs.map(({ text }) => text).join(''),
          }),
        ),
        ...tables.flatMap((table) => tableBlocks(table, numbered(), lookup)),
        ...charts.map((chart) => chartBlock(chart, content, lookup)),
      ]),
      { kind: 'heading', level: 1, text: '附　口径说明' },
      { kind: 'list', items: content.notes },
      definitions(content),
      ...(report.checksum === null
        ? []
        : [{ kind: 'note' as const, text: `校验码（SHA-256）：${report.checksum}` }]),
    ],
  };
}

/** A title and the period that it ends with, which stands on a line of its own. */
function partsOf(title: string): { name: string; period: string } {
  const end = title.lastIndexOf('（');
  return { name: title.slice(0, end), period: title.slice(end) };
}

function metaOf({ report, content }: ReportPaper): string[] {
  return [
    ...(content.notice === null ? [] : [content.notice]),
    ...(content.sample ? ['含示例数据'] : []),
    ...(report.publisher === null ? ['未发布稿'] : [`发布：${report.publisher}`]),
  ];
}

function tableBlocks(table: ReportTable, number: string, lookup: Lookup): Block[] {
  const { caption, columns, rows, notes } = table;
  return [
    {
      kind: 'table',
      caption: `${number}${caption}`,
      columns: columns.map((title, index) =>
        index === 0 ? { title, width: 1.6 } : { title, align: 'right' as const },
      ),
      rows: rows.map(({ name, figures }) => [
        name,
        ...figures.map((id) => lookup(id)?.shown ?? null),
      ]),
    },
    ...notes.map((text): Block => ({ kind: 'note', text: `注：${text}` })),
  ];
}

function chartBlock(chart: ReportChart, { measures }: ReportContent, lookup: Lookup): Block {
  const [first = ''] = chart.series[0]?.figures ?? [];
  const format = measures[lookup(first)?.measure ?? '']?.format;
  return {
    kind: 'chart',
    chart: chart.chart,
    title: chart.title,
    categories: chart.categories,
    series: chart.series.map(({ name, figures }) => ({
      name,
      values: figures.map((id) => lookup(id)?.value ?? null),
    })),
    ...(chart.unit ? { unit: chart.unit } : {}),
    decimals: format === 'one-decimal' ? 1 : 0,
  };
}

function definitions({ measures }: ReportContent): Block {
  return {
    kind: 'table',
    caption: '指标口径',
    columns: [
      { title: '指标', width: 1 },
      { title: '口径', width: 2.6 },
    ],
    rows: Object.values(measures).map(({ label, definition }) => [label, definition]),
  };
}
