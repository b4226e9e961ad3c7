import type { NumberFormat, SheetCell, SheetColumn, SheetModel } from '../../../typings/documents';
import type { ReportContent, ReportFigure, ReportTable } from '../../../typings/reports';
import type { ReportPaper } from './document';

/** A report as a workbook: its face, a sheet a table, and every figure with its definition and query. */
export function sheetsOf({ report, content }: ReportPaper): SheetModel[] {
  const figures = new Map(content.figures.map((figure) => [figure.id, figure]));
  const tables = content.sections.flatMap(({ tables }) => tables);
  return [
    {
      name: '说明',
      columns: [
        { title: '项目', width: 16 },
        { title: '内容', width: 90 },
      ],
      rows: faceRows({ report, content }),
    },
    ...tables.map((table, index) => tableSheet(table, index + 1, content, figures)),
    figuresSheet(content),
  ];
}

function faceRows({ report, content }: ReportPaper): SheetCell[][] {
  return [
    ['标题', content.title],
    ['期次', report.number === null ? '未发布稿' : `第${report.number}期`],
    ['范围', content.scopeName],
    ['周期', content.periodName],
    ['上期', content.previousName],
    ['指数方案', `${content.schemeName}（${content.schemeVersion} 版）`],
    ...(content.notice === null ? [] : [['提示', content.notice]]),
    ...(content.sample ? [['数据', '含示例数据']] : []),
    ['发布', report.publisher],
    ['校验码', report.checksum],
    ...content.notes.map((note) => ['口径', note]),
  ];
}

function tableSheet(
  { caption, columns, rows, notes }: ReportTable,
  number: number,
  { measures, notice }: ReportContent,
  figures: Map<string, ReportFigure>,
): SheetModel {
  const format = (index: number): NumberFormat | undefined => {
    const formats = new Set(
      rows.map((row) => measures[figures.get(row.figures[index] ?? '')?.measure ?? '']?.format),
    );
    const [only] = formats;
    return formats.size === 1 ? only : undefined;
  };
  const [head = '', ...titles] = columns;
  return {
    name: `表${number} ${caption}`,
    columns: [
      { title: head, width: 28 },
      ...titles.map((title, index): SheetColumn => {
        const one = format(index);
        return one ? { title, format: one } : { title };
      }),
    ],
    rows: [
      ...rows.map(({ name, figures: ids }) => [
        name,
        ...ids.map((id) => figures.get(id)?.value ?? null),
      ]),
      ...[...notes, ...(notice === null ? [] : [notice])].map((note) => [note]),
    ],
  };
}

function figuresSheet({ figures, groups, measures }: ReportContent): SheetModel {
  return {
    name: '指标与口径',
    columns: [
      { title: '编号', width: 34 },
      { title: '指标', width: 24 },
      { title: '对象', width: 24 },
      { title: '数值' },
      { title: '正文写法' },
      { title: '单位' },
      { title: '口径', width: 60 },
      { title: '查询范围', width: 48 },
      { title: '查询条件', width: 60 },
      { title: '计入账号数', format: 'integer' },
    ],
    rows: figures.map(({ id, group, measure, value, shown, count }) => [
      id,
      measures[measure]?.label ?? null,
      groups[group]?.label ?? null,
      value,
      shown,
      measures[measure]?.unit || null,
      measures[measure]?.definition ?? null,
      groups[group]?.filter ?? null,
      JSON.stringify(groups[group]?.query),
      count,
    ]),
  };
}
