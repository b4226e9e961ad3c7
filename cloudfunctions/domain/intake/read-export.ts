import type {
  ColumnMapping,
  ExportMetricName,
  IntakeError,
  LayoutId,
  ParsedExport,
  Readings,
  Workbook,
} from '../../../typings/intake';
import type { Result } from '../../../typings/result';
import type { Day, MetricName } from '../../../typings/vocabulary';
import { inputLabel } from '../indices';
import { type Content, readContent } from './content';
import { readSpan } from './dates';
import { digestOf } from './digest';
import { mappingMismatch, noRows, unknownLayout } from './errors';
import { isStored } from './figures';
import { intakeDaysOf, itemsOf } from './items';
import { kindOf, mappedTable, mappingOf, suggestTable } from './mapping';
import { Notes } from './notes';
import { articleSums, readingsOf } from './readings';
import { type Recognised, recognise } from './recognise';
import type { Table } from './tables';
import { defaultWanted } from './wanted.data';

export interface ReadOptions {
  /** metrics to look for in `missing`; those of the indices in use when absent */
  wanted?: MetricName[];
  /** what the user says each column of a free table means */
  mapping?: ColumnMapping[];
  /** whose row to take from a free table of several accounts */
  accountName?: string;
}

const MAPPED = '这不是公众号后台的导出文件，已按列名推测每一列的含义，请核对后再确认';

interface Source extends Recognised {
  mapping?: ColumnMapping[];
}

function mapped(table: Table): Source {
  return { layout: 'mapped', tables: [{ kind: kindOf(table), table }], mapping: mappingOf(table) };
}

function sourceOf(workbook: Workbook, options: ReadOptions): Result<Source, IntakeError> {
  if (options.mapping) {
    const table = mappedTable(workbook, options.mapping);
    return table ? { ok: true, value: mapped(table) } : { ok: false, error: mappingMismatch };
  }
  const recognised = recognise(workbook);
  if (recognised) return { ok: true, value: recognised };
  const table = suggestTable(workbook);
  return table ? { ok: true, value: mapped(table) } : { ok: false, error: unknownLayout };
}

/** The span that a title names, else of the days counted, else of the articles' own days. */
function spanOf(workbook: Workbook, content: Content): { from: Day; to: Day } | null {
  for (const { rows } of workbook.sheets) {
    for (const cell of rows.slice(0, 5).flat()) {
      const named = readSpan(cell);
      if (named) return named;
    }
  }
  const counted = [...content.span, ...content.days.map(({ day }) => day)];
  const published = content.articles.flatMap(({ publishedAt }) => publishedAt ?? []);
  const days = (counted.length > 0 ? counted : published).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}

function readingsFrom(content: Content, span: { from: Day; to: Day } | null): Readings {
  if (content.isOneArticle) return articleSums(content.articles);
  const { isCompleteList, articles, counted, days, totals } = content;
  const leavesOut = counted.length < articles.length;
  return { ...readingsOf(isCompleteList ? counted : [], days, span, leavesOut), ...totals };
}

function partialWarnings(layout: LayoutId, metrics: Readings): string[] {
  const estimated = (Object.keys(metrics) as ExportMetricName[]).filter(
    (name) => metrics[name]?.estimated,
  );
  const partial = estimated.length > 0;
  const labels = estimated.filter(isStored).map(inputLabel);
  const named = labels.length > 0 ? `：${labels.join('、')}` : '';
  return [
    ...(layout === 'mapped' ? [MAPPED] : []),
    ...(partial ? [`有的数字不完整或取了近似值，请对照后台核对${named}`] : []),
  ];
}

/**
 * Reads one file that staff exported from the back office, or a free table with telling headers.
 *
 * Answers exactly what the preview shows; see docs/intake.md for each layout and rule. Errors
 * (`reason`): unknown-layout, no-rows.
 */
export function readExport(
  workbook: Workbook,
  options: ReadOptions = {},
): Result<ParsedExport, IntakeError> {
  const source = sourceOf(workbook, options);
  if (!source.ok) return source;
  const { layout, tables, mapping } = source.value;
  const notes = new Notes();
  const content = readContent(workbook, tables, notes, options.accountName);
  const isEmpty = content.articles.length + content.days.length === 0;
  if (isEmpty && Object.keys(content.totals).length === 0) return { ok: false, error: noRows };
  const span = spanOf(workbook, content);
  const metrics = readingsFrom(content, span);
  const items = itemsOf(content.articles);
  const days = intakeDaysOf(content.days);
  const wanted = options.wanted ?? defaultWanted;
  return {
    ok: true,
    value: {
      layout,
      from: span?.from ?? null,
      to: span?.to ?? null,
      metrics,
      items,
      itemsComplete: content.isCompleteList,
      days,
      missing: wanted.filter((name) => (metrics[name]?.value ?? null) === null),
      warnings: [...partialWarnings(layout, metrics), ...notes.warnings()],
      ...(mapping && { mapping }),
      digest: digestOf({ layout, span, metrics, items, days }),
    },
  };
}
