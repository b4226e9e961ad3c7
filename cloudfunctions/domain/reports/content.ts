import type {
  ReportChart,
  ReportContent,
  ReportFigure,
  ReportHeadline,
  ReportSection,
  ReportTable,
} from '../../../typings/reports';
import { dayName } from '../day-name';
import { periodLabel, previousPeriod } from '../indices';
import { spokenScope } from '../spoken-scope';
import { Figures } from './figures';
import type { ReportFrame } from './frame';
import type { Dimension } from './groups';
import { notesOf } from './notes';
import { type Names, paragraphOf } from './phrases';
import { phrases, type Slot } from './phrases.data';
import { leastAccounts } from './reading';
import { regionSteps } from './regions';
import { type SectionPlan, sections, wholeRows } from './sections.data';
import { stages } from './stages.data';
import type { Tally } from './tally';

const placeNames = { 2: '省份', 4: '地市', 6: '县（市、区）' } as const;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A report, whole, from what was counted: the same tally gives the same words. */
export function reportOf(tally: Tally, frame: ReportFrame): ReportContent {
  const { scope, scopeName, period, scheme, regions } = frame;
  const steps = regionSteps(scope.regionPrefix);
  const named = { scope, scopeName, regions, steps };
  const figures = new Figures(tally, named, scheme.id);
  const before = previousPeriod(period.id);
  const previousName = before.ok ? periodLabel(before.value) : '上期';
  const [widest, second] = steps;
  const names: Names = {
    scope: spokenScope(scopeName),
    period: periodLabel(period),
    previous: previousName,
    end: dayName(period.to),
    scheme: scheme.name,
    region: widest ? placeNames[widest] : '地区',
    city: second ? placeNames[second] : '地区',
    founding: stages.founding.span,
    growth: stages.growth.span,
    stable: stages.stable.span,
  };
  const told = sections.flatMap((plan) => sectionOf(plan, figures, names) ?? []);
  return {
    title: titleOf(frame),
    scopeName,
    periodName: periodLabel(period),
    previousName,
    schemeName: scheme.name,
    schemeVersion: scheme.version,
    notice: scheme.notice,
    sample: tally.samples > 0,
    sections: told.map((section, index) => ({
      ...section,
      title: `${numerals[index]}、${section.title}`,
    })),
    notes: notesOf(frame, figures),
    ...figures.all,
  };
}

export function titleOf({ scopeName, period }: Pick<ReportFrame, 'scopeName' | 'period'>): string {
  return `${spokenScope(scopeName)}政务微信发展报告（${periodLabel(period)}）`;
}

/** What a list of reports, and the trend line of a series, show of it. */
export function headlineOf({ figures }: ReportContent): ReportHeadline {
  const value = (id: string) => figures.find((figure) => figure.id === id)?.value ?? null;
  return {
    accounts: value('all.accounts'),
    scored: value('all.scored'),
    median: value('all.median'),
    gini: value('all.gini'),
  };
}

/** A section; null where its dimension has but one group, or nothing is said. */
function sectionOf(plan: SectionPlan, figures: Figures, names: Names): ReportSection | null {
  const { id, title, dimension } = plan;
  if (dimension && figures.keys(dimension).length < 2) return null;
  const slots: Slot[][] = phrases[id];
  const paragraphs = slots.flatMap((one) => {
    const paragraph = paragraphOf(one, figures, names);
    return paragraph ? [paragraph] : [];
  });
  if (paragraphs.length === 0) return null;
  return {
    id,
    title,
    paragraphs,
    tables: [...wholeTables(plan, figures, names), ...tablesOf(plan, figures)],
    charts: chartsOf(plan, figures),
  };
}

function wholeTables({ id }: SectionPlan, figures: Figures, names: Names): ReportTable[] {
  const plan = wholeRows[id];
  if (!plan) return [];
  const { period = '', previous = '' } = names;
  const rows = plan.rows.filter((row) => row.figures.some((id) => figures.value(id) !== null));
  if (rows.length === 0) return [];
  return [
    {
      caption: plan.caption,
      columns: ['指标', period, previous, '变化'],
      rows: rows.map(({ name, figures: ids }) => ({
        name,
        figures: ids.map((one) => figures.tell(one).id),
      })),
      notes: [],
    },
  ];
}

function tablesOf({ tables }: SectionPlan, figures: Figures): ReportTable[] {
  return tables.flatMap(({ caption, head, measures, ...plan }) => {
    const keys = orderedKeys(plan, figures);
    if (keys.length === 0 || (plan.first && keys.length < 2)) return [];
    const rows = keys.map((key) => ({
      name: figures.label(key),
      told: measures.map((measure) => figures.tell(`${key}.${measure}`)),
    }));
    const told = rows.flatMap((row) => row.told);
    return [
      {
        caption,
        columns: [head, ...measures.map((measure) => figures.head(measure))],
        rows: rows.map(({ name, told }) => ({ name, figures: told.map(({ id }) => id) })),
        notes: [...withheldNote(told), ...(plan.first ? [] : roundingNote(told))],
      },
    ];
  });
}

function withheldNote(told: ReportFigure[]): string[] {
  const isHidden = told.some(
    ({ value, measure }) => value === null && measure.startsWith('median'),
  );
  return isHidden ? [`有指数的账号不足${leastAccounts}个的，中位数不列，以“—”表示。`] : [];
}

/** Shares as shown that do not add up to the whole, though those unrounded do. */
function roundingNote(told: ReportFigure[]): string[] {
  const tenths = told
    .filter(({ measure }) => measure === 'share')
    .map(({ value }) => Math.round((value ?? 0) * 1000));
  const sum = tenths.reduce((total, one) => total + one, 0);
  const isRounded = tenths.length > 0 && sum !== 1000 && Math.abs(sum - 1000) <= tenths.length;
  return isRounded ? ['因四舍五入，各项占比之和与合计略有出入。'] : [];
}

interface Order {
  dimension: Dimension;
  by?: string;
  first?: number;
}

/** Groups the greatest first where a measure orders them, those without it last. */
function orderedKeys({ dimension, by, first }: Order, figures: Figures): string[] {
  const keys = figures.keys(dimension);
  if (!by) return keys;
  const valued = keys.map((key, index) => ({ key, index, value: figures.value(`${key}.${by}`) }));
  const least = Number.NEGATIVE_INFINITY;
  const ordered = valued.sort(
    (a, b) => (b.value ?? least) - (a.value ?? least) || a.index - b.index,
  );
  const kept = first ? ordered.filter(({ value }) => value !== null).slice(0, first) : ordered;
  return kept.map(({ key }) => key);
}

function chartsOf({ charts }: SectionPlan, figures: Figures): ReportChart[] {
  return charts.flatMap(({ title, chart, unit, measures, ...plan }) => {
    const keys = orderedKeys(plan, figures);
    const known = keys.filter((key) =>
      measures.some((measure) => figures.value(`${key}.${measure}`) !== null),
    );
    if (known.length < 2) return [];
    return [
      {
        title,
        chart,
        unit,
        categories: known.map((key) => figures.label(key)),
        series: measures.map((measure) => ({
          name: figures.measure(measure).label,
          figures: known.map((key) => figures.tell(`${key}.${measure}`).id),
        })),
      },
    ];
  });
}
