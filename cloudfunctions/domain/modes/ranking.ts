import type { ModeFacts } from '../../../typings/modes';
import type { RankedMode, Recommendation } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { forEachCriterion } from './criteria';
import { operatingModes } from './labels.data';
import { hardLimits } from './limits';
import type { ModeModel } from './model';
import { reasonsFor } from './reasons';
import type { Simulation } from './simulate';

/** Share of the samples with any feasible mode in which each mode comes first (SMAA's b¹). */
export function acceptabilities({ wins, feasibleSamples }: Simulation): number[] {
  return wins.map((won) => (feasibleSamples > 0 ? won / feasibleSamples : 0));
}

/** Feasible modes first, then by acceptability, then by value; ties keep the modes' own order. */
export function rank(facts: ModeFacts, simulation: Simulation, model: ModeModel): RankedMode[] {
  const shares = acceptabilities(simulation);
  return operatingModes
    .map((mode, index): RankedMode => {
      const acceptability = shares[index] ?? 0;
      const feasible = (simulation.feasibleIn[index] ?? 0) > 0;
      const won = simulation.wins[index] ?? 0;
      const sums = simulation.winningWeights[index];
      return {
        mode,
        acceptability,
        acceptabilityError: standardError(acceptability, simulation.feasibleSamples),
        value: simulation.values[index] ?? 0,
        feasible,
        blockedBy: feasible ? [] : blockers(index, simulation),
        ...reasonsFor(index, facts, simulation, model),
        centralWeights: won > 0 && sums ? forEachCriterion((id) => sums[id] / won) : null,
      };
    })
    .sort(
      (a, b) =>
        Number(b.feasible) - Number(a.feasible) ||
        b.acceptability - a.acceptability ||
        b.value - a.value,
    );
}

/** Standard error of a share of `samples` independent draws. */
export function standardError(share: number, samples: number): number {
  return samples > 0 ? Math.sqrt((share * (1 - share)) / samples) : 0;
}

/** The limits that hold whatever is still unknown; failing those, the ones that hold somewhere. */
function blockers(mode: number, { limitsHeld, samples }: Simulation): RankedMode['blockedBy'] {
  const held = limitsHeld[mode] ?? [];
  const always = hardLimits.filter((_, index) => held[index] === samples);
  const blocking = always.length > 0 ? always : hardLimits.filter((_, index) => held[index]);
  return blocking.map(({ code, text, source }) => ({ code, text, source }));
}

/** What the acceptabilities amount to under the model's two cut-offs. */
export function judge(
  shares: readonly number[],
  model: ModeModel,
): { recommended: OperatingMode | null; confidence: Recommendation['confidence'] } {
  const best = shares.reduce((top, share, index) => (share > (shares[top] ?? 0) ? index : top), 0);
  const share = shares[best] ?? 0;
  const { clearAcceptability, leaningAcceptability } = model.constants;
  if (share < leaningAcceptability.value) return { recommended: null, confidence: 'open' };
  return {
    recommended: operatingModes[best] ?? null,
    confidence: share >= clearAcceptability.value ? 'clear' : 'leaning',
  };
}
