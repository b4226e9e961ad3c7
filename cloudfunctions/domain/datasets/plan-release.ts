import type { ColumnSummary, Disclosure, TraitName, Traits } from '../../../typings/datasets';
import { type FigureDefinition, figureColumns } from './columns.data';
import { type CellPlan, cellKey, planCells, toldTraits } from './generalise';
import { ladder } from './ladder.data';
import { count, type Histogram, quartilesOf, shareValues } from './share-values';

/** One account as it was collected: numbers already rounded, in the order of the chosen figures. */
export interface CollectedRow {
  id: string;
  traits: Traits;
  figures: (number | null)[];
}

/** What a release tells of: its traits and its figures, in the order of the columns. */
export interface ReleaseShape {
  traits: TraitName[];
  figures: FigureDefinition[];
  k: number;
}

/** Everything that turns a collected row into a published one; plain data, so that it can be kept. */
export interface ReleasePlan {
  cells: [cell: string, step: number | null][];
  /** published value of each rounded one, a list a figure; null for a column left empty */
  values: ([value: number, published: number][] | null)[];
  disclosure: Disclosure;
  summaries: ColumnSummary[];
}

/** Largest share of accounts that may be suppressed: beyond it a release misleads. */
export const mostSuppressed = 0.2;

export function figuresNamed(names: readonly string[]): FigureDefinition[] {
  return figureColumns.filter(({ name }) => names.includes(name));
}

/** What a planner has counted so far; plain data, so that another can go on from it. */
export interface Tally {
  counts: [cell: string, accounts: number][];
  /** a list a figure */
  histograms: [value: number, accounts: number][][];
}

/**
 * Plans a release from two passes over its rows: one for the traits, one for the numbers of the
 * accounts that stay. Memory grows with distinct cells and rounded values, not with the rows.
 */
export class ReleasePlanner {
  private readonly counts: Map<string, number>;
  private readonly histograms: Histogram[];
  private settled: CellPlan | null = null;

  constructor(
    private readonly shape: ReleaseShape,
    tally?: Tally,
  ) {
    this.counts = new Map(tally?.counts);
    this.histograms = shape.figures.map((_, index) => new Map(tally?.histograms[index]));
  }

  tally(): Tally {
    return {
      counts: [...this.counts],
      histograms: this.histograms.map((histogram) => [...histogram]),
    };
  }

  countTraits(rows: readonly CollectedRow[]): void {
    for (const { traits } of rows) {
      const key = cellKey(traits, this.shape.traits);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }

  /** Once all traits are counted. */
  private get cells(): CellPlan {
    this.settled ??= planCells(this.counts, this.shape.traits, this.shape.k, ladder);
    return this.settled;
  }

  /** The second pass, once the first is through. */
  countFigures(rows: readonly CollectedRow[]): void {
    const { cells } = this;
    for (const { traits, figures } of rows) {
      if ((cells.get(cellKey(traits, this.shape.traits)) ?? null) === null) continue;
      figures.forEach((value, index) => {
        const histogram = this.histograms[index];
        if (value !== null && histogram) count(histogram, value);
      });
    }
  }

  plan(): ReleasePlan {
    const { k, figures } = this.shape;
    const shared = this.histograms.map((histogram) => shareValues(histogram, k));
    return {
      cells: [...this.cells],
      values: shared.map((values) => values && [...values]),
      disclosure: this.disclosure(),
      summaries: figures.map(({ name }, index) =>
        summaryOf(name, this.histograms[index] ?? new Map(), shared[index] ?? null, k),
      ),
    };
  }

  private disclosure(): Disclosure {
    const classes = new Map<string, number>();
    const steps = ladder.steps.map(({ label }) => ({ step: label, accounts: 0 }));
    let suppressed = 0;
    for (const [cell, index] of this.cells) {
      const accounts = this.counts.get(cell) ?? 0;
      const step = index === null ? undefined : ladder.steps[index];
      const counted = index === null ? undefined : steps[index];
      if (!step || !counted) {
        suppressed += accounts;
        continue;
      }
      counted.accounts += accounts;
      const key = Object.values(toldTraits(cell, this.shape.traits, step)).join('|');
      classes.set(key, (classes.get(key) ?? 0) + accounts);
    }
    const released = steps.reduce((sum, { accounts }) => sum + accounts, 0);
    return {
      k: this.shape.k,
      ladder: ladder.id,
      accounts: released + suppressed,
      released,
      suppressed,
      classes: classes.size,
      smallestClass: classes.size === 0 ? null : least(classes.values()),
      steps: steps.filter(({ accounts }) => accounts > 0),
    };
  }
}

function least(values: Iterable<number>): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of values) smallest = Math.min(smallest, value);
  return smallest;
}

function summaryOf(
  name: ColumnSummary['name'],
  histogram: Histogram,
  shared: ReadonlyMap<number, number> | null,
  k: number,
): ColumnSummary {
  if (shared === null) {
    const withheld = `有这项数字的账号不足 ${k} 个，整列不公布`;
    return { name, count: 0, quartiles: null, withheld };
  }
  const published: Histogram = new Map();
  let accounts = 0;
  for (const [value, times] of histogram) {
    const shown = shared.get(value) ?? value;
    published.set(shown, (published.get(shown) ?? 0) + times);
    accounts += times;
  }
  return { name, count: accounts, quartiles: quartilesOf(published), withheld: null };
}

/** Why a planned release must not be; Chinese; null when it may. */
export function singlesOut({ accounts, released, suppressed, k }: Disclosure): string | null {
  if (accounts === 0) return '这一期在所选范围内没有已填报的账号，没有数据可以发布。';
  if (released < k) {
    return `所选范围这一期只有 ${accounts} 个账号有数据，不足 ${k} 个，发布后会认出具体账号。请扩大范围后再发布。`;
  }
  if (suppressed > accounts * mostSuppressed) {
    const share = Math.round((suppressed / accounts) * 100);
    return `为避免认出具体账号，需要隐去 ${share}% 的账号，剩下的不能代表所选范围。请扩大范围，或减少公布的特征。`;
  }
  return null;
}
