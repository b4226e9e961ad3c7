import type {
  CriterionId,
  PairwiseJudgement,
  PairwiseWeights,
} from '../../../typings/recommendation';
import type { Result } from '../../../typings/result';
import { forEachCriterion } from './criteria';
import type { ModeModel } from './model';

/** Saaty 1980: mean consistency index of random reciprocal matrices, by size from 1. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/** Saaty 1980: judgements up to this ratio are consistent enough. */
const consistencyLimit = 0.1;

const powerSteps = 200;

/**
 * Weights from pairwise questions on Saaty's 1–9 scale. Pairs not asked are taken as equal;
 * criteria never mentioned weigh nothing. The principal eigenvector gives the weights, its
 * eigenvalue the consistency ratio; the judgement to reconsider is the one furthest from what the
 * weights imply. `invalid` for an unknown criterion, a pair with itself, a pair asked twice, or a
 * ratio outside 1/9–9.
 */
export function weightsFromPairs(
  judgements: PairwiseJudgement[],
  model: ModeModel,
): Result<PairwiseWeights> {
  const fields = checkJudgements(judgements, model);
  if (Object.keys(fields).length > 0) {
    return {
      ok: false,
      error: { code: 'invalid', message: '两两比较有误，请按提示改正后重试', fields },
    };
  }
  const ids = model.criteria
    .map(({ id }) => id)
    .filter((id) => judgements.some(({ over, under }) => over === id || under === id))
    .sort((a, b) => a.localeCompare(b));
  const matrix = reciprocalMatrix(ids, judgements);
  const { vector, eigenvalue } = principal(matrix);
  const size = ids.length;
  const index = size > 2 ? (eigenvalue - size) / (size - 1) : 0;
  const consistencyRatio = size > 2 ? Math.max(0, index / (randomIndex[size - 1] ?? 1.49)) : 0;
  const weights = forEachCriterion((id) => vector[ids.indexOf(id)] ?? 0);
  const consistent = consistencyRatio <= consistencyLimit;
  return {
    ok: true,
    value: {
      weights,
      consistencyRatio,
      consistent,
      reconsider: consistent ? null : furthest(judgements, weights),
    },
  };
}

function checkJudgements(judgements: PairwiseJudgement[], model: ModeModel) {
  const known = new Set<string>(model.criteria.map(({ id }) => id));
  const seen = new Set<string>();
  const fields: Record<string, string> = {};
  if (judgements.length === 0) fields.judgements = '至少比较一对准则';
  judgements.forEach(({ over, under, ratio }, index) => {
    const pair = [over, under].sort().join('/');
    if (!known.has(over) || !known.has(under)) fields[`judgements.${index}`] = '没有这个准则';
    else if (over === under) fields[`judgements.${index}`] = '不能与自己比较';
    else if (seen.has(pair)) fields[`judgements.${index}`] = '这一对已经比较过';
    else if (!(ratio >= 1 / 9 && ratio <= 9)) {
      fields[`judgements.${index}`] = '重要程度应在 1/9 到 9 之间';
    }
    seen.add(pair);
  });
  return fields;
}

function reciprocalMatrix(ids: CriterionId[], judgements: PairwiseJudgement[]): number[][] {
  const ratioOf = (row: CriterionId, column: CriterionId) => {
    for (const { over, under, ratio } of judgements) {
      if (over === row && under === column) return ratio;
      if (over === column && under === row) return 1 / ratio;
    }
    return 1;
  };
  return ids.map((row) => ids.map((column) => ratioOf(row, column)));
}

function principal(matrix: number[][]): { vector: number[]; eigenvalue: number } {
  let vector = matrix.map(() => 1 / matrix.length);
  let eigenvalue = matrix.length;
  for (let step = 0; step < powerSteps; step += 1) {
    const next = matrix.map((row) =>
      row.reduce((sum, ratio, column) => sum + ratio * (vector[column] ?? 0), 0),
    );
    eigenvalue = next.reduce((sum, part) => sum + part, 0);
    vector = next.map((part) => part / eigenvalue);
  }
  return { vector, eigenvalue };
}

function furthest(
  judgements: PairwiseJudgement[],
  weights: Record<CriterionId, number>,
): PairwiseJudgement | null {
  const misfit = ({ over, under, ratio }: PairwiseJudgement) =>
    Math.abs(Math.log((ratio * weights[under]) / weights[over]));
  return judgements.reduce<PairwiseJudgement | null>(
    (worst, judgement) => (worst && misfit(worst) >= misfit(judgement) ? worst : judgement),
    null,
  );
}
