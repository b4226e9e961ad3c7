import type { ExportMetricName, IntakeItem, ParsedExport, Readings } from '../../../typings/intake';
import type { Figures, FollowerDay, IntakeConflict } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { daysFrom } from './dates';
import { isStored } from './figures';
import { followerDaysOf } from './follower-days';
import { itemsOf } from './items';
import { emptyIntake, type KeptArticle, type KeptIntake } from './kept';
import { mergeIntake } from './merge';
import { isWholeList, readingsOf } from './readings';

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
    const { value, measure, estimated } = reading;
    figures[metric] = {
      value,
      measure,
      source: 'file',
      asOf: day,
      ...(estimated && { estimated }),
    };
  }
  return figures;
}

function outsideConflicts(
  all: KeptIntake,
  own: KeptIntake,
  bounds: PeriodBounds,
): IntakeConflict[] {
  const undated = all.articles.filter(({ publishedAt }) => publishedAt === null).length;
  const parts = [
    { left: all.articles.length - own.articles.length - undated, unit: '篇文章' },
    { left: all.days.length - own.days.length, unit: '天的数据' },
  ].filter(({ left }) => left > 0);
  if (parts.length === 0) return undatedConflicts(undated);
  const counted = parts.map(({ left, unit }) => `${left} ${unit}`).join('、');
  const isAll = own.articles.length + own.days.length === 0;
  const message = isAll
    ? `文件里没有 ${bounds.from} 至 ${bounds.to} 的数据，请重新选择周期或文件`
    : `有 ${counted}不在 ${bounds.from} 至 ${bounds.to} 之内，没有计入本期`;
  return [{ kind: 'outside-period', message }, ...undatedConflicts(undated)];
}

function undatedConflicts(count: number): IntakeConflict[] {
  if (count === 0) return [];
  const message = `有 ${count} 篇文章没有有效的发表日期，不能确定属于哪一期，没有计入；请补上日期再导入`;
  return [{ kind: 'incomplete', message }];
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

function missingDays({ days }: KeptIntake, { from, to }: PeriodBounds): string[] {
  const lacking = days.length > 0 ? daysFrom(from, to) + 1 - days.length : 0;
  if (lacking <= 0) return [];
  return [`按日的数据在本期内缺 ${lacking} 天，合计只含已有的 ${days.length} 天`];
}

function missingArticles(listed: KeptArticle[], stated: number | null): string[] {
  if (listed.length === 0 || stated === null || isWholeList(listed, stated)) return [];
  return [
    `本期发表 ${stated} 篇，文件里只列出 ${listed.length} 篇，由文章得出的合计、最高和头条按未知处理；请同时导入「已通知」和「未开启通知」两份文件`,
  ];
}

/** How many articles the files say were published: in all, or day by day. */
function statedArticles({ totals }: KeptIntake, { days }: KeptIntake): number | null {
  const daily = days.flatMap(({ figures }) => figures.plain.articles ?? []);
  const counted = daily.length > 0 ? daily.reduce((sum, count) => sum + count, 0) : null;
  return totals.articles?.value ?? counted;
}

/**
 * The figures of one period from all of its files, in the order of upload. Rows outside the period
 * are left out and told; what several files say is merged by `mergeIntake`, never added.
 *
 * @param running the period is not over: days after those that the files speak of are not missing, and
 * a gap ends with the last day that figures are stated to speak of, or else with theirs
 */
export function figuresFor(
  bounds: PeriodBounds,
  files: ParsedExport[],
  running: { through?: Day } | null = null,
): PeriodFigures {
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
  const spoken = { from: bounds.from, to };
  const stated = statedArticles(kept, own);
  const whole = isWholeList(listed, stated) ? listed : [];
  const counted = running ? { ...spoken, to: running.through ?? to } : bounds;
  const leavesOut = kept.articles.some(({ tab, publishedAt }) => tab !== null && !publishedAt);
  const readings = { ...kept.totals, ...readingsOf(whole, own.days, counted, leavesOut) };
  const incomplete = [
    ...missingDays(own, running ? spoken : bounds),
    ...missingArticles(listed, stated),
  ].map((message): IntakeConflict => ({ kind: 'incomplete', message }));
  return {
    figures: figuresFrom(readings, to),
    items: itemsOf(own.articles.map(({ tab: _, estimated: __, ...article }) => article)),
    ...(followerDays.length > 0 && { followerDays }),
    conflicts: [
      ...conflicts,
      ...outsideConflicts(kept, own, bounds),
      ...mixedMeasure(listed),
      ...incomplete,
    ],
  };
}
