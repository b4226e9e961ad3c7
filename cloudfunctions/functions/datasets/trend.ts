import type { FigureColumn, PublishedTrend } from '../../../typings/datasets';
import { figureColumns } from '../../domain/datasets/columns.data';
import { findScheme, summariseScheme } from '../../domain/indices';
import { found, unwrap } from '../../handler/refusal';
import { releasesOfScope, type StoredRelease } from '../../records/dataset-releases';

/** One figure over the standing releases of a scope, of the same kind of period, oldest first. */
export async function trendOf(
  release: StoredRelease,
  column: FigureColumn,
): Promise<PublishedTrend> {
  const { label, unit, source } = found(figureColumns.find(({ name }) => name === column));
  const notice =
    source.kind === 'score' ? summariseScheme(unwrap(findScheme(source.scheme))).notice : null;
  const shape = release.period.replace(/\d/g, '0');
  const series = (await releasesOfScope(release.scope))
    .filter(({ period }) => period.replace(/\d/g, '0') === shape)
    .reverse();
  const points = series.map(({ id, period, summaries, disclosure }) => {
    const quartiles = summaries.find(({ name }) => name === column)?.quartiles ?? null;
    const median = quartiles?.[1] ?? null;
    return { releaseId: id, period, accounts: disclosure?.released ?? 0, median, quartiles };
  });
  return { scopeLabel: release.scopeLabel, column, label, unit, notice, points };
}
