import * as v from 'valibot';
import { criterionSchema } from '../../domain/modes';

/** Pairwise judgements on the 1–9 scale; ten criteria make at most forty-five pairs. */
export const judgements = v.pipe(
  v.array(
    v.strictObject({
      over: criterionSchema,
      under: criterionSchema,
      ratio: v.pipe(
        v.number('请填写数字。'),
        v.minValue(1, '应为 1 到 9。'),
        v.maxValue(9, '应为 1 到 9。'),
      ),
    }),
  ),
  v.maxLength(45, '比较的次数过多。'),
);
