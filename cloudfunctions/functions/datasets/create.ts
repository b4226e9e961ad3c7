import type { ApiError } from '../../../typings/answer';
import type { Result } from '../../../typings/result';
import { regionScopeLabel } from '../../domain/access/label';
import { closedPeriod } from '../../domain/datasets/admission';
import { figureColumns } from '../../domain/datasets/columns.data';
import { ReleasePlanner, singlesOut } from '../../domain/datasets/plan-release';
import { parsePeriod, periodLabel } from '../../domain/indices';
import { spokenScope } from '../../domain/spoken-scope';
import { unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import { pseudonymKey } from '../../platform/digests';
import { randomId } from '../../platform/random';
import { newBuild } from '../../records/dataset-builds';
import { type StoredRelease, startRelease } from '../../records/dataset-releases';
import { isFiled } from '../../records/dataset-sources';
import { regionNames } from '../shared/regions';
import { collectChunk, type Recipe, shapeOf } from './collect';

/**
 * Starts a release; answers with its id. Errors: `invalid` for a period that is not over or has no
 * figures and for a scope too small to hide an account in, `conflict` beside an overlapping release.
 */
export async function createRelease(
  { requestKey, ...recipe }: Recipe & { requestKey: string },
  who: string,
  now: Moment,
): Promise<string> {
  unwrap(closedPeriod(recipe.period, now.today));
  unwrap(await largeEnough(recipe));
  const release = newRelease(recipe, who, now);
  const build = newBuild(release.id, pseudonymKey());
  const asked = { requestKey, ...recipe };
  const request = { who, action: 'datasets.create', requestKey, asked };
  return unwrap(await startRelease(release, build, request)).id;
}

/** Plans a scope of one chunk on the spot, so that a refusal comes at once and leaves nothing. */
async function largeEnough(recipe: Recipe): Promise<Result<null>> {
  const [filed, { rows, last }] = await Promise.all([
    isFiled(recipe.period),
    collectChunk(recipe, pseudonymKey(), null),
  ]);
  if (filed && last !== null) return { ok: true, value: null };
  const planner = new ReleasePlanner(shapeOf(recipe));
  planner.countTraits(rows);
  const reason = singlesOut(planner.plan().disclosure);
  return reason === null ? { ok: true, value: null } : { ok: false, error: tooSmall(reason, rows) };
}

function tooSmall(message: string, rows: readonly unknown[]): ApiError {
  const field = rows.length === 0 ? 'period' : 'scope';
  return { code: 'invalid', message, fields: { [field]: message } };
}

function newRelease(recipe: Recipe, createdBy: string, now: Moment): StoredRelease {
  const scopeLabel = regionScopeLabel(recipe.scope, regionNames());
  const inOrder = ['mode', ...figureColumns.map(({ name }) => name)];
  return {
    id: randomId(),
    ...recipe,
    columns: [...recipe.columns].sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b)),
    title: `${spokenScope(scopeLabel)}${periodLabel(unwrap(parsePeriod(recipe.period)))}研究数据`,
    scopeLabel,
    version: 1,
    status: 'building',
    reason: null,
    disclosure: null,
    summaries: [],
    files: [],
    checksum: null,
    citation: null,
    createdAt: now.instant,
    createdBy,
    readyAt: null,
    sample: false,
  };
}
