import type { Contradiction, ModeFacts, Reason } from '../../../typings/modes';
import type { CriterionWeights, RankedMode, Recommendation } from '../../../typings/recommendation';
import type { Result } from '../../../typings/result';
import { duties } from '../contracts/duties.data';
import { askFirst } from './ask-first';
import { classify } from './classify';
import { counterfactuals } from './counterfactuals';
import { disposalOf } from './disposal';
import { type Draws, draw } from './draws';
import { functionMix, mixIsScaled } from './function-mix';
import { modeLabels } from './labels.data';
import { modeModel1 } from './mode-model-1.data';
import type { ModeModel } from './model';
import { acceptabilities, judge, rank } from './ranking';
import { simulate } from './simulate';
import { parseWeights } from './weights';

export interface RecommendOptions {
  seed?: number;
  samples?: number;
  /** the user's own weights, on any scale */
  weights?: CriterionWeights;
  model?: ModeModel;
}

export const defaultSeed = 20_260_101;
export const defaultSamples = 10_000;

/** More samples cost time and tell nothing more. */
const mostSamples = 100_000;

/** Draws for a recommendation; `invalid` for bad weights, seed or number of samples. */
export function prepareDraws({
  seed = defaultSeed,
  samples = defaultSamples,
  weights,
  model = modeModel1,
}: RecommendOptions): Result<Draws> {
  const fields: Record<string, string> = {};
  if (!Number.isSafeInteger(seed)) fields.seed = '应是整数';
  if (!Number.isInteger(samples) || samples < 1 || samples > mostSamples) {
    fields.samples = `应是 1 到 ${mostSamples} 的整数`;
  }
  if (Object.keys(fields).length > 0) {
    return { ok: false, error: { code: 'invalid', message: '选项有误，请改正后重试', fields } };
  }
  if (!weights) return { ok: true, value: draw(model, seed, samples) };
  const parsed = parseWeights(weights, model);
  return parsed.ok ? { ok: true, value: draw(model, seed, samples, parsed.value) } : parsed;
}

/**
 * Recommends an operating mode: hard limits first, then additive values under all weights in the
 * model's intervals and all values that unknown facts may take (SMAA). The same facts, seed and
 * samples give the same answer; neither the account's name nor any order plays a part.
 */
export function recommend(
  facts: ModeFacts,
  options: RecommendOptions = {},
): Result<Recommendation> {
  const model = options.model ?? modeModel1;
  const prepared = prepareDraws(options);
  if (!prepared.ok) return prepared;
  const draws = prepared.value;
  const simulation = simulate(facts, draws, model);
  const ranking = rank(facts, simulation, model);
  const { recommended, confidence } = judge(acceptabilities(simulation), model);
  const buys = recommended !== null && recommended !== 'independent';
  return {
    ok: true,
    value: {
      model: model.version,
      seed: draws.seed,
      samples: draws.samples,
      ranking,
      recommended,
      confidence,
      summary: summarise(ranking, confidence),
      askFirst: askFirst(facts, simulation, draws, model),
      counterfactuals: counterfactuals(facts, recommended, draws, model),
      contradictions: contradictionsIn(facts),
      disposal: disposalOf(facts, simulation.feasibleSamples === 0),
      duties: buys ? [...duties] : [],
      notes: notesOn(facts),
    },
  };
}

function summarise(ranking: RankedMode[], confidence: Recommendation['confidence']): string {
  const [first, second] = ranking;
  if (!first?.feasible) return '以现有条件，三种模式都不可行：请增加人手或预算，或考虑清理整合';
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const lead = `${modeLabels[first.mode]}（可接受度 ${percent(first.acceptability)}）`;
  if (confidence === 'clear') return `推荐${lead}`;
  if (confidence === 'leaning') return `倾向于${lead}，补充下列事实可以更有把握`;
  const other = second?.feasible
    ? `与${modeLabels[second.mode]}（${percent(second.acceptability)}）`
    : '';
  return `${lead}${other}难分高下，请先回答下列问题`;
}

/** Those of classification, and what only a recommendation uses. */
function contradictionsIn(facts: ModeFacts): Contradiction[] {
  const found = classify(facts).contradictions;
  if (facts.budgetYuan === 0 && (facts.purchases?.length ?? 0) > 0) {
    found.push({
      facts: ['budgetYuan', 'purchases'],
      text: '填了没有预算，却购买了服务',
      question: '购买服务的钱从哪里来？全年共多少元？',
    });
  }
  return found;
}

function notesOn(facts: ModeFacts): Reason[] {
  const notes = classify(facts).notes;
  const text = functionMix(facts)
    ? mixIsScaled(facts) && '三项职能相加不等于 1，已按比例折算'
    : facts.functions && '职能占比没有填全，或都是 0，按未知处理';
  if (text) notes.push({ facts: ['functions'], text });
  return notes;
}
