import type { ItemFigure, ScoringItem, ScoringRecord } from '../../../typings/indices';
import type { IntakeItem } from '../../../typings/intake';
import type { Figures, Submission } from '../../../typings/submission';
import type { Day, MetricName } from '../../../typings/vocabulary';
import { type Period, recordSoFar } from '../indices';
import { scoringRecord } from './scoring';

/** States, not counts: they do not grow with the days. */
const states: ReadonlySet<MetricName> = new Set<MetricName>([
  'followers',
  'medianReplyHours',
  'serviceEntries',
  'workingServiceEntries',
  'openFindings',
  'interactionAvailable',
]);

const ofArticles: Partial<Record<ItemFigure, MetricName[]>> = {
  reads: ['reads', 'maxReads', 'headlineReads'],
  wows: ['wows', 'maxWows', 'headlineWows'],
  likes: ['likes', 'maxLikes', 'headlineLikes'],
  shares: ['shares', 'maxShares', 'headlineShares'],
  favourites: ['favourites'],
  comments: ['comments'],
};

const dayLength = 86_400_000;

/** How many of a period's days its figures speak of. */
export function knownDays({ from, to }: Period, { figures, items, through }: Contents): number {
  if (through !== undefined) return daysUntil(from, through);
  const told: Day[] = [
    ...Object.values(figures).map(({ asOf }) => asOf),
    ...items.flatMap(({ publishedAt }) => publishedAt ?? []),
  ].filter((day) => day >= from && day <= to);
  const last = told.sort().at(-1);
  return last === undefined ? 0 : daysUntil(from, last);
}

const daysUntil = (from: Day, last: Day): number =>
  (Date.parse(last) - Date.parse(from)) / dayLength + 1;

/**
 * Whether the articles are all that the figures count, each with its day: of some of them nothing can
 * be added up, and one without a day cannot be told to be published by then.
 */
export const listsAllArticles = ({ figures, items }: Contents): boolean =>
  items.length > 0 &&
  figures.articles?.value === items.length &&
  items.every(({ publishedAt }) => publishedAt !== null);

type Contents = Pick<Submission, 'figures' | 'items' | 'through'>;

/**
 * A submission as it stood, or would have stood, after the period's first days: what its articles
 * tell is cut to those published by then; other counts are taken to have grown evenly over the days
 * that they speak of; states stay.
 *
 * @param contents of all articles and their days: see `listsAllArticles`
 */
export function submissionSoFar(period: Period, contents: Contents, days: number): ScoringRecord {
  const { figures, items } = contents;
  const spoken = Math.max(days, knownDays(period, contents));
  const record: ScoringRecord = scoringRecord({
    period: period.id,
    figures: kept(figures, items),
  });
  for (const [name, { value }] of Object.entries(kept(figures, items))) {
    const metric = name as MetricName;
    if (states.has(metric) || value === null) continue;
    record[metric] = Math.round((value * days) / spoken);
  }
  return recordSoFar({ ...record, items: items.map(scoringItem) }, period, days);
}

/** The figures that the articles do not give. */
function kept(figures: Figures, items: IntakeItem[]): Figures {
  const given = new Set<MetricName>(['articles', 'pushes', 'longestGapDays']);
  if (items.every(({ headline }) => headline !== null)) given.add('headlineCount');
  for (const [figure, metrics] of Object.entries(ofArticles)) {
    const isGiven = items.every((item) => typeof item[figure as keyof IntakeItem] === 'number');
    if (isGiven) for (const metric of metrics) given.add(metric);
  }
  return Object.fromEntries(
    Object.entries(figures).filter(([name]) => !given.has(name as MetricName)),
  );
}

/** An article as the index engine takes it. */
export function scoringItem(item: IntakeItem): ScoringItem {
  const { title, publishedAt, headline, reads, shares, likes, wows, comments, favourites } = item;
  const read = { reads, shares, likes, wows, comments, favourites };
  return { title, publishedAt: publishedAt ?? undefined, headline, ...read };
}
