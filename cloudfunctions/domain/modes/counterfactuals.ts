import type { ModeFacts } from '../../../typings/modes';
import type { Counterfactual } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { type Draws, fewer } from './draws';
import { modeLabels, operatingModes } from './labels.data';
import { type Lever, leversFor } from './levers';
import type { ModeModel } from './model';
import { acceptabilities, judge } from './ranking';
import { simulate } from './simulate';

/** Enough to see whether a change is worth a full run. */
const screeningSamples = 500;

/** A screened change this far under the cut-off still gets its full run. */
const screeningSlack = 0.05;

const answerCount = 3;
const longestSearch = 90;

/**
 * The smallest sets of one or two changes, least effort first, after which another mode is
 * recommended. Screened on few samples, confirmed on all; one answer for the same set of facts.
 */
export function counterfactuals(
  facts: ModeFacts,
  recommended: OperatingMode | null,
  draws: Draws,
  model: ModeModel,
): Counterfactual[] {
  const found: Counterfactual[] = [];
  const screening = fewer(draws, screeningSamples);
  for (const levers of combinations(leversFor(facts, model))) {
    if (found.length >= answerCount) break;
    if (found.some((answer) => covers(levers, answer))) continue;
    const changed = levers.reduce((state, lever) => lever.apply(state), facts);
    const screened = bestOf(changed, screening, model);
    const cutOff = model.constants.leaningAcceptability.value - screeningSlack;
    if (screened.mode === recommended || screened.share < cutOff) continue;
    const confirmed = bestOf(changed, draws, model);
    if (confirmed.recommended === null || confirmed.recommended === recommended) continue;
    found.push(describe(levers, confirmed.recommended, confirmed.share));
  }
  return found;
}

function combinations(levers: Lever[]): Lever[][] {
  const singles = levers.map((lever) => [lever]);
  const pairs = levers.flatMap((first, index) =>
    levers
      .slice(index + 1)
      .filter((second) => canJoin(first, second))
      .map((second) => [first, second]),
  );
  const effort = (set: Lever[]) => set.reduce((sum, lever) => sum + lever.effort, 0);
  return [...singles, ...pairs].sort((a, b) => effort(a) - effort(b)).slice(0, longestSearch);
}

/** Two steps of one fact exclude each other. */
function canJoin(first: Lever, second: Lever): boolean {
  return first.change.fact !== second.change.fact;
}

/** A smaller set with the same facts has been found already. */
function covers(levers: Lever[], answer: Counterfactual): boolean {
  return answer.changes.every(({ fact }) => levers.some(({ change }) => change.fact === fact));
}

function bestOf(facts: ModeFacts, draws: Draws, model: ModeModel) {
  const shares = acceptabilities(simulate(facts, draws, model));
  const share = Math.max(...shares);
  return { mode: operatingModes[shares.indexOf(share)], share, ...judge(shares, model) };
}

function describe(levers: Lever[], mode: OperatingMode, share: number): Counterfactual {
  const changes = levers.map(({ change }) => change);
  const steps = changes.map(({ text }) => text).join('，并且');
  return {
    changes,
    recommended: mode,
    acceptability: share,
    text: `如果${steps}，推荐会变为${modeLabels[mode]}（可接受度 ${Math.round(share * 100)}%）`,
  };
}
