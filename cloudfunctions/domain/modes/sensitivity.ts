import type { ModeFacts } from '../../../typings/modes';
import type { SensitivityTable } from '../../../typings/recommendation';
import type { Result } from '../../../typings/result';
import { modeModel1 } from './mode-model-1.data';
import type { ConstantId, ModeModel } from './model';
import { acceptabilities, judge } from './ranking';
import { prepareDraws, type RecommendOptions } from './recommend';
import { simulate } from './simulate';
import { knownFacts, withoutFact } from './without-fact';

const factors = [0.8, 1.2];
const defaultSensitivitySamples = 2000;

/**
 * How much each number matters: every weight and every constant of the model taken 20 % lower and
 * higher, and every known fact removed, one at a time, under the same draws.
 */
export function sensitivity(
  facts: ModeFacts,
  options: RecommendOptions = {},
): Result<SensitivityTable> {
  const model = options.model ?? modeModel1;
  const prepared = prepareDraws({ samples: defaultSensitivitySamples, ...options });
  if (!prepared.ok) return prepared;
  const draws = prepared.value;
  const shares = acceptabilities(simulate(facts, draws, model));
  const base = judge(shares, model).recommended;
  const compare = (changedShares: number[], changedModel: ModeModel) => {
    const { recommended } = judge(changedShares, changedModel);
    return {
      recommended,
      shift: Math.max(...changedShares.map((share, at) => Math.abs(share - (shares[at] ?? 0)))),
      changed: recommended !== base,
    };
  };
  return {
    ok: true,
    value: {
      recommended: base,
      weights: model.criteria.flatMap(({ id }) =>
        factors.map((factor) => {
          const scaled = { criterion: id, factor };
          const changed = acceptabilities(simulate(facts, draws, model, { scaled }));
          return { criterion: id, factor, ...compare(changed, model) };
        }),
      ),
      constants: constantIds.flatMap((constant) =>
        factors.map((factor) => {
          const changedModel = withConstant(model, constant, factor);
          const changed = acceptabilities(simulate(facts, draws, changedModel));
          return { constant, factor, ...compare(changed, changedModel) };
        }),
      ),
      facts: knownFacts(facts).map((fact) => {
        const changed = acceptabilities(simulate(withoutFact(facts, fact), draws, model));
        return { fact, ...compare(changed, model) };
      }),
    },
  };
}

const constantIds: readonly ConstantId[] = [
  'hoursPerPost',
  'hoursPerReply',
  'hoursPerWeek',
  'partTimeShare',
  'enoughPeople',
  'technologyPriceShare',
  'affordableShare',
  'implausibleBudget',
  'clearAcceptability',
  'leaningAcceptability',
];

function withConstant(model: ModeModel, constant: ConstantId, factor: number): ModeModel {
  const { [constant]: entry } = model.constants;
  return {
    ...model,
    constants: { ...model.constants, [constant]: { ...entry, value: entry.value * factor } },
  };
}
