import type { ModeFacts } from '../../../typings/modes';
import type { PricedQuestion } from '../../../typings/recommendation';
import type { Draws } from './draws';
import { operatingModes } from './labels.data';
import type { ModeModel } from './model';
import { type AskedFact, questions } from './questions.data';
import { acceptabilities } from './ranking';
import type { Simulation } from './simulate';
import { budgetIsImplausible, slots } from './slots';

/** A single open number is parted into this many classes: whole for two or three values alike. */
const classesOfOne = 6;

/** The facts that the model would use and does not know, in the table's order. */
export function missingFacts(facts: ModeFacts, model: ModeModel): AskedFact[] {
  const open = slots.filter((slot) => slot.known(facts, model) === undefined);
  return [...new Set(open.flatMap(({ fact }) => (fact === null ? [] : [fact])))];
}

/**
 * The worth of asking: with the samples parted by a missing fact's value, how much the best
 * acceptability would rise on average once the value is known (expected value of partial perfect
 * information from the samples already drawn, as Strong & Oakley 2013). Highest gain first; where
 * none would change the choice, the fact that moves the best mode's acceptability most.
 */
export function askFirst(
  facts: ModeFacts,
  simulation: Simulation,
  draws: Draws,
  model: ModeModel,
): PricedQuestion[] {
  return missingFacts(facts, model)
    .map((fact) => ({
      fact,
      question: questionFor(fact, facts, model),
      ...worthOf(classesOf(fact, draws), simulation),
    }))
    .sort((a, b) => b.gain - a.gain || b.swing - a.swing || a.fact.localeCompare(b.fact));
}

function questionFor(fact: AskedFact, facts: ModeFacts, model: ModeModel): string {
  if (fact === 'budgetYuan' && budgetIsImplausible(facts, model)) {
    return `年预算填的是 ${facts.budgetYuan} 元，是否应为 ${facts.budgetYuan} 万元？请按元填写。`;
  }
  return questions[fact];
}

/** Each sample's class for a fact: by value where it is one number, by halves where it is several. */
function classesOf(fact: AskedFact, draws: Draws): Uint8Array {
  const columns = slots.flatMap((slot, index) => (slot.fact === fact ? [index] : []));
  const perColumn = columns.length === 1 ? classesOfOne : 2;
  return Uint8Array.from({ length: draws.samples }, (_, sample) =>
    columns.reduce((code, column) => {
      const u = draws.uniforms[sample * slots.length + column] ?? 0;
      return code * perColumn + Math.floor(u * perColumn);
    }, 0),
  );
}

function worthOf(
  classes: Uint8Array,
  simulation: Simulation,
): Pick<PricedQuestion, 'gain' | 'swing' | 'couldChange'> {
  const winsByClass = new Map<number, number[]>();
  classes.forEach((code, sample) => {
    const winner = simulation.winners[sample] ?? -1;
    if (winner < 0) return;
    const wins = winsByClass.get(code) ?? operatingModes.map(() => 0);
    wins[winner] = (wins[winner] ?? 0) + 1;
    winsByClass.set(code, wins);
  });
  const shares = acceptabilities(simulation);
  const overall = indexOfBest(shares);
  const share = shares[overall] ?? 0;
  let informed = 0;
  let moved = 0;
  let couldChange = false;
  for (const wins of winsByClass.values()) {
    const best = indexOfBest(wins);
    const size = wins.reduce((sum, count) => sum + count, 0);
    informed += wins[best] ?? 0;
    moved += Math.abs((wins[overall] ?? 0) - share * size);
    if (best !== overall) couldChange = true;
  }
  const total = Math.max(1, simulation.feasibleSamples);
  return {
    gain: rounded(Math.max(0, informed / total - share)),
    swing: rounded(moved / total),
    couldChange,
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function indexOfBest(numbers: readonly number[]): number {
  return numbers.reduce((best, value, index) => (value > (numbers[best] ?? 0) ? index : best), 0);
}
