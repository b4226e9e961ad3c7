import type { LayoutId, ParsedExport, Readings } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import type { Article, DayCounts } from './figures';
import { articleOf, dayCountsOf } from './items';

/** The tab of 已发表内容 that lists an article; null when only a partial list or its own file does. */
export type Tab = 'notified' | 'unnotified' | 'mapped';

export interface KeptArticle extends Article {
  tab: Tab | null;
}

export interface KeptFile {
  digest: string;
  layout: LayoutId;
  from: Day | null;
  to: Day | null;
}

/** What the files of one account say together: plain data in a fixed order. */
export interface KeptIntake {
  files: KeptFile[];
  articles: KeptArticle[];
  days: DayCounts[];
  /** figures that files state for a whole period, without articles or days */
  totals: Readings;
}

export const emptyIntake: KeptIntake = { files: [], articles: [], days: [], totals: {} };

const tabs: Partial<Record<LayoutId, Tab>> = {
  notified: 'notified',
  'notified-16': 'notified',
  unnotified: 'unnotified',
  'unnotified-14': 'unnotified',
  mapped: 'mapped',
};

/** One file's content in the form that is kept. */
export function keptOf(file: ParsedExport): KeptIntake {
  const { digest, layout, from, to, metrics } = file;
  const tab = file.itemsComplete ? (tabs[layout] ?? null) : null;
  const statesTotals = file.items.length === 0 && file.days.length === 0;
  return {
    files: [{ digest, layout, from, to }],
    articles: file.items.map((item) => ({ ...articleOf(item, metrics), tab })),
    days: file.days.map((day) => dayCountsOf(day, metrics)),
    totals: statesTotals ? metrics : {},
  };
}
