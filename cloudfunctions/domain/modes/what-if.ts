import type { ModeFacts } from '../../../typings/modes';
import type { WhatIf } from '../../../typings/recommendation';
import type { Result } from '../../../typings/result';
import type { OperatingMode } from '../../../typings/vocabulary';
import type { Draws } from './draws';
import { modeLabels, operatingModes } from './labels.data';
import { modeModel1 } from './mode-model-1.data';
import type { ModeModel } from './model';
import { acceptabilities, judge } from './ranking';
import { prepareDraws, type RecommendOptions } from './recommend';
import { simulate } from './simulate';

/** Few enough to answer within a tap; both sides meet the same draws, so the change is exact. */
const whatIfSamples = 1000;

/** The ranking with the facts as they are and as they might be. */
export function whatIf(
  facts: ModeFacts,
  changed: ModeFacts,
  options: RecommendOptions = {},
): Result<WhatIf> {
  const model = options.model ?? modeModel1;
  const prepared = prepareDraws({ samples: whatIfSamples, ...options });
  if (!prepared.ok) return prepared;
  const before = stand(facts, prepared.value, model);
  const after = stand(changed, prepared.value, model);
  return {
    ok: true,
    value: {
      before: before.modes,
      after: after.modes,
      recommendedBefore: before.recommended,
      recommendedAfter: after.recommended,
      text: describe(before.recommended, after.recommended),
    },
  };
}

function stand(facts: ModeFacts, draws: Draws, model: ModeModel) {
  const simulation = simulate(facts, draws, model);
  const shares = acceptabilities(simulation);
  const modes = operatingModes
    .map((mode, index) => ({
      mode,
      acceptability: shares[index] ?? 0,
      feasible: (simulation.feasibleIn[index] ?? 0) > 0,
    }))
    .sort((a, b) => Number(b.feasible) - Number(a.feasible) || b.acceptability - a.acceptability);
  return { modes, recommended: judge(shares, model).recommended };
}

function describe(before: OperatingMode | null, after: OperatingMode | null): string {
  const word = (mode: OperatingMode | null) => (mode ? modeLabels[mode] : '难分高下');
  return before === after ? `推荐不变：${word(before)}` : `推荐由${word(before)}变为${word(after)}`;
}
