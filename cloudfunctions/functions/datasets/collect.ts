import type { OptionalColumn } from '../../../typings/datasets';
import type { RegionScope } from '../../../typings/membership';
import type { PeriodId } from '../../../typings/vocabulary';
import type { FigureDefinition } from '../../domain/datasets/columns.data';
import { traitNames } from '../../domain/datasets/generalise';
import {
  type CollectedRow,
  figuresNamed,
  type ReleaseShape,
} from '../../domain/datasets/plan-release';
import { rounded } from '../../domain/datasets/round';
import { pseudonymOf } from '../../platform/digests';
import { type Source, sourcesOf } from '../../records/dataset-sources';

/** What a release is made of. */
export interface Recipe {
  period: PeriodId;
  scope: RegionScope;
  columns: OptionalColumn[];
  k: number;
}

/** Accounts that one chunk is collected from: as many as the database gives in one call. */
export const chunkSize = 1000;

export interface Chunk {
  rows: CollectedRow[];
  accounts: number;
  /** where the next chunk begins; null after the last */
  last: string | null;
  sample: boolean;
}

export function shapeOf({ columns, k }: Recipe): ReleaseShape {
  return { traits: traitNames(columns.includes('mode')), figures: figuresNamed(columns), k };
}

/** Reads the next accounts of a release under their pseudonyms, numbers rounded already. */
export async function collectChunk(
  recipe: Recipe,
  key: string,
  after: string | null,
): Promise<Chunk> {
  const { figures } = shapeOf(recipe);
  const { period, scope } = recipe;
  const page = await sourcesOf(scope, { period, schemes: schemesOf(figures) }, after, chunkSize);
  return {
    rows: page.sources.map((source) => rowOf(source, figures, key)),
    accounts: page.accounts,
    last: page.last,
    sample: page.sources.some(({ account }) => account.sample),
  };
}

function schemesOf(figures: readonly FigureDefinition[]): string[] {
  const schemes = figures.flatMap(({ source }) => (source.kind === 'score' ? [source.scheme] : []));
  return [...new Set(schemes)];
}

function rowOf(source: Source, figures: readonly FigureDefinition[], key: string): CollectedRow {
  const { _id, agency, kind, operation } = source.account;
  const { level, region, department } = agency;
  return {
    id: pseudonymOf(key, _id),
    traits: { level, region, department, kind, mode: operation.mode ?? 'unknown' },
    figures: figures.map((figure) => {
      const value = figureOf(source, figure);
      return value === null ? null : rounded(value, figure.rounding);
    }),
  };
}

function figureOf({ figures, scores }: Source, { source }: FigureDefinition): number | null {
  if (source.kind === 'metric') return figures[source.metric]?.value ?? null;
  const score = scores.get(source.scheme);
  if (!score || score.value === null) return null;
  return source.part === null ? score.value : (score.parts[source.part] ?? null);
}
