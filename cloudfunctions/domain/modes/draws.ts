import type { CriterionId } from '../../../typings/recommendation';
import { seededGenerator } from './generator';
import type { Criterion, ModeModel } from './model';
import { slots } from './slots';

/** Weight vectors and uniform numbers, drawn once and shared by all that is compared. */
export interface Draws {
  seed: number;
  samples: number;
  /** in a fixed order of their own, so that the model's order of criteria changes nothing */
  criteria: readonly Criterion[];
  /** row by row: a weight for each criterion, summing to 1 */
  weights: Float64Array;
  /** row by row: a uniform number for each slot */
  uniforms: Float64Array;
}

/** The user's own weights are taken to be within this share of what was said. */
const ownWeightSpread = 0.2;

/** Keeps the stream of worlds apart from the stream of weights. */
const worldStream = 0x5bd1e995;

/**
 * Draws weights and uniforms. Without weights of the user's own, vectors are uniform over the part
 * of the simplex within the model's intervals (Lahdelma & Salminen 2001, SMAA-2): uniform above
 * the lower bounds, rejected beyond the upper ones. The uniforms depend on seed alone, so two sets
 * of facts meet the same chances (common random numbers).
 */
export function draw(
  model: ModeModel,
  seed: number,
  samples: number,
  ownWeights?: Record<CriterionId, number>,
): Draws {
  const criteria = [...model.criteria].sort((a, b) => a.id.localeCompare(b.id));
  const weights = new Float64Array(samples * criteria.length);
  const generator = seededGenerator(seed);
  for (let sample = 0; sample < samples; sample += 1) {
    const row = weights.subarray(sample * criteria.length, (sample + 1) * criteria.length);
    if (ownWeights) drawAround(row, criteria, ownWeights, generator);
    else drawWithin(row, criteria, generator);
  }
  const uniforms = new Float64Array(samples * slots.length);
  const worlds = seededGenerator(seed ^ worldStream);
  for (let index = 0; index < uniforms.length; index += 1) uniforms[index] = worlds();
  return { seed, samples, criteria, weights, uniforms };
}

/** The first rows of wider draws: a quicker answer under the same chances. */
export function fewer(draws: Draws, samples: number): Draws {
  if (samples >= draws.samples) return draws;
  return {
    ...draws,
    samples,
    weights: draws.weights.subarray(0, samples * draws.criteria.length),
    uniforms: draws.uniforms.subarray(0, samples * slots.length),
  };
}

function drawWithin(row: Float64Array, criteria: readonly Criterion[], uniform: () => number) {
  const slack = 1 - criteria.reduce((sum, { weight }) => sum + weight[0], 0);
  for (let inside = false; !inside; ) {
    let total = 0;
    for (let index = 0; index < row.length; index += 1) {
      const part = -Math.log(1 - uniform());
      row[index] = part;
      total += part;
    }
    inside = true;
    for (const [index, { weight }] of criteria.entries()) {
      const drawn = weight[0] + (slack * (row[index] ?? 0)) / total;
      row[index] = drawn;
      if (drawn > weight[1]) {
        inside = false;
        break;
      }
    }
  }
}

function drawAround(
  row: Float64Array,
  criteria: readonly Criterion[],
  own: Record<CriterionId, number>,
  uniform: () => number,
) {
  let total = 0;
  criteria.forEach(({ id }, index) => {
    const weight = own[id] * (1 - ownWeightSpread + 2 * ownWeightSpread * uniform());
    row[index] = weight;
    total += weight;
  });
  criteria.forEach((_, index) => {
    row[index] = (row[index] ?? 0) / total;
  });
}
