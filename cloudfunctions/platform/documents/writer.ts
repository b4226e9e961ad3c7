import type {
  Document,
  FileChild,
  Footer,
  IRunOptions,
  Paragraph,
  ParagraphChild,
  Table,
} from 'docx';
import type {
  Block,
  DocumentModel,
  DocumentTable,
  TableColumn,
  Text,
} from '../../../typings/documents';
import { chartOptions } from './charts';
import { fonts, indent, lineHeight, page, sizes, textWidth, titleLineHeight } from './styles.data';
import { writable } from './text';

type Library = typeof import('docx');
type ChartLibrary = typeof import('docx/charts');

interface Look {
  align?: 'left' | 'center' | 'right' | 'both';
  /** two characters before the first line */
  indented?: boolean;
  /** kept on the page of what follows */
  kept?: boolean;
  /** rows of a table stand closer than lines of text */
  close?: boolean;
}

const headingFonts = { 1: fonts.heading, 2: fonts.subheading, 3: fonts.text } as const;
const dash = '—';

/** Turns one document into the library's parts; footnotes and lists are numbered on the way. */
export class Writer {
  private readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  private lists = 0;

  constructor(
    private readonly docx: Library,
    private readonly charts: ChartLibrary,
  ) {}

  documentOf(model: DocumentModel): Document {
    const children = [...this.head(model), ...model.blocks.flatMap((block) => this.block(block))];
    const { AlignmentType, LevelFormat } = this.docx;
    const level = (format: 'bullet' | 'decimal', text: string) => ({
      levels: [
        {
          level: 0,
          format: LevelFormat[format === 'bullet' ? 'BULLET' : 'DECIMAL'],
          text,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: indent * 1.75, hanging: indent * 0.75 } } },
        },
      ],
    });
    return new this.docx.Document({
      title: writable(model.title),
      creator: '政微指数',
      footnotes: this.footnotes,
      evenAndOddHeaderAndFooters: true,
      styles: { default: { document: { run: { font: fonts.text, size: sizes.text } } } },
      numbering: {
        config: [
          { reference: 'bullet', ...level('bullet', '•') },
          { reference: 'numbered', ...level('decimal', '%1.') },
        ],
      },
      sections: [
        {
          properties: { page },
          footers: { default: this.foot(model, 'right'), even: this.foot(model, 'left') },
          children,
        },
      ],
    });
  }

  private head({ title, subtitle, meta = [] }: DocumentModel): Paragraph[] {
    const run = { font: fonts.title, size: sizes.title };
    return [
      this.paragraph(title, { align: 'center', kept: true }, run, { before: 200, after: 200 }),
      ...(subtitle
        ? [this.paragraph(subtitle, { align: 'center' }, { font: fonts.subheading })]
        : []),
      ...meta.map((line) => this.paragraph(line, { align: 'center' }, { font: fonts.subheading })),
      this.paragraph('', {}),
    ];
  }

  /** Page numbers as 4 号 digits between dashes, at the outer side. */
  private foot({ footer }: DocumentModel, side: 'left' | 'right'): Footer {
    const { TextRun, PageNumber } = this.docx;
    const run = { font: fonts.plain, size: sizes.page };
    const number = new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] });
    const note = this.paragraph(
      footer ?? '',
      { align: 'center', close: true },
      { ...run, size: sizes.small },
    );
    const numbered = new this.docx.Paragraph({ alignment: side, children: [number] });
    return new this.docx.Footer({ children: footer ? [note, numbered] : [numbered] });
  }

  private block(block: Block): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block)];
      case 'paragraph': {
        const align = block.align ?? 'both';
        return [this.paragraph(block.text, { align, indented: align === 'both' })];
      }
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block);
      case 'chart':
        return [
          new this.docx.Paragraph({
            alignment: 'center',
            spacing: { before: 120, after: 120 },
            children: [new this.charts.ChartRun(chartOptions(block))],
          }),
        ];
      case 'note':
        return [
          this.paragraph(block.text, { close: true }, { font: fonts.plain, size: sizes.small }),
        ];
      case 'signature':
        return [
          this.paragraph('', {}),
          ...block.lines.map((line) => this.paragraph(line, { align: 'right' })),
        ];
      case 'page-break':
        return [new this.docx.Paragraph({ children: [new this.docx.PageBreak()] })];
    }
  }

  private heading({ level, text }: { level: 1 | 2 | 3; text: string }): Paragraph {
    const { HeadingLevel, Paragraph } = this.docx;
    const font = headingFonts[level];
    return new Paragraph({
      heading: HeadingLevel[`HEADING_${level}`],
      keepNext: true,
      indent: { firstLine: indent },
      spacing: { line: lineHeight, lineRule: 'exact' },
      children: this.runs(text, { font, size: sizes.text, bold: level === 3, color: '000000' }),
    });
  }

  private list({ items, numbered }: { items: Text[]; numbered?: true }): Paragraph[] {
    this.lists += 1;
    const reference = numbered ? 'numbered' : 'bullet';
    return items.map(
      (item) =>
        new this.docx.Paragraph({
          numbering: { reference, level: 0, instance: this.lists },
          spacing: { line: lineHeight, lineRule: 'exact' },
          children: this.runs(item),
        }),
    );
  }

  private table({ caption, columns, rows, untitled }: DocumentTable): (Paragraph | Table)[] {
    const { Table, TableRow } = this.docx;
    const widths = widthsOf(columns);
    const titles = columns.map(({ title }): Text => [{ text: title, bold: true }]);
    const row = (cells: (Text | null)[], tableHeader: boolean) =>
      new TableRow({
        tableHeader: tableHeader || undefined,
        cantSplit: true,
        children: columns.map((column, at) => this.cell(cells[at] ?? null, column, tableHeader)),
      });
    const table = new Table({
      width: { size: textWidth, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      rows: [...(untitled ? [] : [row(titles, true)]), ...rows.map((cells) => row(cells, false))],
    });
    const small = { font: fonts.heading, size: sizes.table };
    return [
      ...(caption
        ? [this.paragraph(caption, { align: 'center', kept: true, close: true }, small)]
        : []),
      table,
      this.paragraph('', { close: true }),
    ];
  }

  private cell(cell: Text | null, { align = 'left' }: TableColumn, isTitle: boolean) {
    const look = { align: isTitle ? ('center' as const) : align, close: true };
    return new this.docx.TableCell({
      verticalAlign: 'center',
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      shading: isTitle ? { fill: 'EEF2F7' } : undefined,
      children: [this.paragraph(cell ?? dash, look, { font: fonts.plain, size: sizes.table })],
    });
  }

  private paragraph(text: Text, look: Look, run: IRunOptions = {}, space = {}): Paragraph {
    const { align = 'left', indented, kept, close } = look;
    return new this.docx.Paragraph({
      alignment: align,
      keepNext: kept,
      indent: indented ? { firstLine: indent } : undefined,
      spacing: close ? space : { line: lineHeightOf(run), lineRule: 'exact', ...space },
      children: this.runs(text, run),
    });
  }

  private runs(text: Text, look: IRunOptions = {}): ParagraphChild[] {
    const runs = typeof text === 'string' ? [{ text }] : text;
    return runs.flatMap((run) => {
      const bold = 'bold' in run ? run.bold : look.bold;
      const words = new this.docx.TextRun({ ...look, bold, text: writable(run.text) });
      return 'footnote' in run && run.footnote ? [words, this.footnote(run.footnote)] : [words];
    });
  }

  private footnote(text: string): ParagraphChild {
    const id = Object.keys(this.footnotes).length + 1;
    const run = { font: fonts.plain, size: 18 };
    this.footnotes[id] = { children: [this.paragraph(text, { close: true }, run)] };
    return new this.docx.FootnoteReferenceRun(id);
  }
}

function lineHeightOf({ size }: IRunOptions): number {
  return size === sizes.title ? titleLineHeight : lineHeight;
}

function widthsOf(columns: TableColumn[]): number[] {
  const shares = columns.map(({ width = 1 }) => width);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / sum));
}
