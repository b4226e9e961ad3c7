import type { ExportMetricName, IntakeItem, ParsedExport, Readings } from '../../../typings/intake';
import type { Figures, FollowerDay, IntakeConflict } from '../../../typings/submission';
import type { Day, MetricName } from '../../../typings/vocabulary';
import { daysFrom } from './dates';
import { followerDaysOf } from './follower-days';
import { itemsOf } from './items';
import { emptyIntake, type KeptArticle, type KeptIntake } from './kept';
import { mergeIntake } from './merge';
import { readingsOf } from './readings';

/** First and last day of a period, both included. */
export interface PeriodBounds {
  from: Day;
  to: Day;
}

export interface PeriodFigures {
  figures: Figures;
  /** the period's articles, newest first */
  items: IntakeItem[];
  /** absent when no file counts followers by day */
  followerDays?: FollowerDay[];
  conflicts: IntakeConflict[];
  /** Chinese */
  warnings: string[];
}

/** Shown with a file, but no part of a submission. */
const shownOnly: ReadonlySet<ExportMetricName> = new Set<ExportMetricName>([
  'delivered',
  'followsAfterReading',
  'originalLinkClicks',
  'regularReaders',
  'menuClicks',
  'interfaceCalls',
]);

function isStored(name: ExportMetricName): name is MetricName {
  return !shownOnly.has(name);
}

function within(day: Day | null, bounds: PeriodBounds): boolean {
  return day !== null && day >= bounds.from && day <= bounds.to;
}

function inside(kept: KeptIntake, bounds: PeriodBounds): KeptIntake {
  return {
    ...kept,
    articles: kept.articles.filter(({ publishedAt }) => within(publishedAt, bounds)),
    days: kept.days.filter(({ day }) => within(day, bounds)),
  };
}

/** The last day inside the period that a file speaks of. */
function asOf(kept: KeptIntake, bounds: PeriodBounds): Day {
  const ends = kept.files.flatMap(({ to }) => to ?? []).filter((day) => day >= bounds.from);
  const last = ends.sort().at(-1);
  return last !== undefined && last < bounds.to ? last : bounds.to;
}

function figuresFrom(readings: Readings, day: Day): Figures {
  const figures: Figures = {};
  for (const [name, reading] of Object.entries(readings)) {
    const metric = name as ExportMetricName;
    if (!isStored(metric) || reading.value === null) continue;
    const { value, measure } = reading;
    figures[metric] = { value, measure, source: 'file', asOf: day };
  }
  return figures;
}

function outsideConflicts(
  all: KeptIntake,
  own: KeptIntake,
  bounds: PeriodBounds,
): IntakeConflict[] {
  const parts = [
    { left: all.articles.length - own.articles.length, unit: '篇文章' },
    { left: all.days.length - own.days.length, unit: '天的数据' },
  ].filter(({ left }) => left > 0);
  if (parts.length === 0) return [];
  const counted = parts.map(({ left, unit }) => `${left} ${unit}`).join('、');
  const isAll = own.articles.length + own.days.length === 0;
  const message = isAll
    ? `文件里没有 ${bounds.from} 至 ${bounds.to} 的数据，请重新选择周期或文件`
    : `有 ${counted}不在 ${bounds.from} 至 ${bounds.to} 之内，没有计入本期`;
  return [{ kind: 'outside-period', message }];
}

function mixedMeasure(articles: KeptArticle[]): IntakeConflict[] {
  const counting = (measure: 'people' | 'times') =>
    articles.filter(({ figures }) => figures[measure].reads !== undefined).length;
  const [people, times] = [counting('people'), counting('times')];
  const isMixed = people > 0 && times > 0 && people < articles.length && times < articles.length;
  if (!isMixed) return [];
  const message = `${times} 篇文章只有阅读次数，${people} 篇只有阅读人数，两种口径不能相加，请上传同一种文件`;
  return [{ kind: 'mixed-measure', message }];
}

function coverageWarnings(own: KeptIntake, listed: KeptArticle[], bounds: PeriodBounds): string[] {
  const length = daysFrom(bounds.from, bounds.to) + 1;
  const lacking = own.days.length > 0 ? length - own.days.length : 0;
  const published = own.days.reduce((sum, { figures }) => sum + (figures.plain.articles ?? 0), 0);
  return [
    ...(lacking > 0
      ? [`按日的数据在本期内缺 ${lacking} 天，合计只含已有的 ${own.days.length} 天`]
      : []),
    ...(listed.length > 0 && published > listed.length
      ? [
          `后台显示本期发表 ${published} 篇，文件里只有 ${listed.length} 篇，请同时导入「已通知」和「未开启通知」两份文件`,
        ]
      : []),
  ];
}

/**
 * The figures of one period from all of its files, in the order of upload. Rows outside the period
 * are left out and told; what several files say is merged by `mergeIntake`, never added.
 */
export function figuresFor(bounds: PeriodBounds, files: ParsedExport[]): PeriodFigures {
  const conflicts: IntakeConflict[] = [];
  let kept = emptyIntake;
  for (const file of files) {
    const outcome = mergeIntake(kept, file);
    kept = outcome.kept;
    conflicts.push(...outcome.conflicts);
  }
  const own = inside(kept, bounds);
  const listed = own.articles.filter(({ tab }) => tab !== null);
  const to = asOf(kept, bounds);
  const followerDays = followerDaysOf(own.days);
  const readings = { ...kept.totals, ...readingsOf(listed, own.days, { from: bounds.from, to }) };
  return {
    figures: figuresFrom(readings, to),
    items: itemsOf(own.articles.map(({ tab: _, ...article }) => article)),
    ...(followerDays.length > 0 && { followerDays }),
    conflicts: [...conflicts, ...outsideConflicts(kept, own, bounds), ...mixedMeasure(listed)],
    warnings: coverageWarnings(own, listed, bounds),
  };
}
