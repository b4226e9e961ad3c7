import type { ModeFacts } from '../../../typings/modes';
import type { CriterionId } from '../../../typings/recommendation';
import { forEachCriterion } from './criteria';
import type { Draws } from './draws';
import { operatingModes } from './labels.data';
import { hardLimits } from './limits';
import { criterionInputs, valuesOf } from './measures';
import type { ModeModel } from './model';
import { slots } from './slots';
import { emptyWorld, type World } from './world';

/** What the samples came to; modes are in the order of `operatingModes`. */
export interface Simulation {
  samples: number;
  /** samples in which any mode is feasible */
  feasibleSamples: number;
  /** by mode: samples won */
  wins: number[];
  /** by mode: mean value */
  values: number[];
  /** by mode, by limit: samples in which the limit holds */
  limitsHeld: number[][];
  /** by mode: samples in which it is feasible */
  feasibleIn: number[];
  /** by mode: weighted value of each criterion, mean over the samples */
  contributions: Record<CriterionId, number>[];
  /** by mode: sum of the weight vectors under which it wins */
  winningWeights: Record<CriterionId, number>[];
  /** by sample: index of the winning mode, or -1 */
  winners: Int8Array;
}

export interface SimulateOptions {
  /** scales one criterion's weight before the vector is brought back to a sum of 1 */
  scaled?: { criterion: CriterionId; factor: number };
}

const modeCount = operatingModes.length;

/** Runs the model over all draws: every world that the facts allow, under every weight vector. */
export function simulate(
  facts: ModeFacts,
  draws: Draws,
  model: ModeModel,
  { scaled }: SimulateOptions = {},
): Simulation {
  const { criteria, samples } = draws;
  const width = criteria.length;
  const world = emptyWorld();
  const open = fillKnown(world, facts, model);
  const openKeys = new Set(open.map((index) => slots[index]?.key));
  const varying = criteria.map(({ id }) => criterionInputs[id].some((key) => openKeys.has(key)));
  const scaledIndex = criteria.findIndex(({ id }) => id === scaled?.criterion);

  const wins = zeros(modeCount);
  const feasibleIn = zeros(modeCount);
  const limitsHeld = operatingModes.map(() => zeros(hardLimits.length));
  const contributionSums = new Float64Array(modeCount * width);
  const winningSums = new Float64Array(modeCount * width);
  const winners = new Int8Array(samples).fill(-1);
  const values = new Float64Array(width * modeCount);
  const weights = new Float64Array(width);
  const totals = new Float64Array(modeCount);
  const feasible = new Array<boolean>(modeCount).fill(true);
  let feasibleSamples = 0;

  for (let sample = 0; sample < samples; sample += 1) {
    for (const index of open) {
      const slot = slots[index];
      const u = draws.uniforms[sample * slots.length + index] ?? 0;
      if (slot) world[slot.key] = slot.possible(u, world, model, facts);
    }
    criteria.forEach((criterion, index) => {
      if (sample === 0 || varying[index]) {
        values.set(valuesOf(criterion, world, model), index * modeCount);
      }
    });
    weights.set(draws.weights.subarray(sample * width, (sample + 1) * width));
    if (scaled && scaledIndex >= 0) rescale(weights, scaledIndex, scaled.factor);

    checkLimits(world, model, feasible, limitsHeld);
    addTotals(weights, values, contributionSums, totals);
    const winner = bestFeasible(totals, feasible);
    feasible.forEach((free, mode) => {
      if (free) feasibleIn[mode] = (feasibleIn[mode] ?? 0) + 1;
    });
    if (winner < 0) continue;
    feasibleSamples += 1;
    winners[sample] = winner;
    wins[winner] = (wins[winner] ?? 0) + 1;
    for (let index = 0; index < width; index += 1) {
      const at = winner * width + index;
      winningSums[at] = (winningSums[at] ?? 0) + (weights[index] ?? 0);
    }
  }

  const byCriterion = (sums: Float64Array, mode: number, divisor: number) =>
    forEachCriterion((id) => {
      const index = criteria.findIndex((criterion) => criterion.id === id);
      return index < 0 ? 0 : (sums[mode * width + index] ?? 0) / divisor;
    });
  const contributions = operatingModes.map((_, mode) =>
    byCriterion(contributionSums, mode, samples),
  );
  return {
    samples,
    feasibleSamples,
    wins,
    feasibleIn,
    limitsHeld,
    contributions,
    values: contributions.map((parts) => Object.values(parts).reduce((sum, part) => sum + part, 0)),
    winningWeights: operatingModes.map((_, mode) => byCriterion(winningSums, mode, 1)),
    winners,
  };
}

/** Each mode's total value into `totals`; its parts are added to the running sums. */
function addTotals(
  weights: Float64Array,
  values: Float64Array,
  sums: Float64Array,
  totals: Float64Array,
): void {
  const width = weights.length;
  for (let mode = 0; mode < modeCount; mode += 1) {
    let total = 0;
    for (let index = 0; index < width; index += 1) {
      const part = (weights[index] ?? 0) * (values[index * modeCount + mode] ?? 0);
      const at = mode * width + index;
      sums[at] = (sums[at] ?? 0) + part;
      total += part;
    }
    totals[mode] = total;
  }
}

/** Index of the best mode that no limit blocks, or -1. */
function bestFeasible(totals: Float64Array, feasible: readonly boolean[]): number {
  let best = -1;
  for (let mode = 0; mode < modeCount; mode += 1) {
    if (!feasible[mode]) continue;
    if (best < 0 || (totals[mode] ?? 0) > (totals[best] ?? 0)) best = mode;
  }
  return best;
}

/** Puts what is known into the world; answers the indexes of the slots left open. */
function fillKnown(world: World, facts: ModeFacts, model: ModeModel): number[] {
  const open: number[] = [];
  slots.forEach((slot, index) => {
    const known = slot.known(facts, model);
    if (known === undefined) open.push(index);
    else world[slot.key] = known;
  });
  return open;
}

function checkLimits(
  world: World,
  model: ModeModel,
  feasible: boolean[],
  limitsHeld: number[][],
): void {
  feasible.fill(true);
  hardLimits.forEach((limit, index) => {
    if (!limit.holds(world, model)) return;
    operatingModes.forEach((mode, at) => {
      if (!limit.modes.includes(mode)) return;
      feasible[at] = false;
      const held = limitsHeld[at];
      if (held) held[index] = (held[index] ?? 0) + 1;
    });
  });
}

function rescale(weights: Float64Array, index: number, factor: number): void {
  weights[index] = (weights[index] ?? 0) * factor;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, at) => {
    weights[at] = weight / total;
  });
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
