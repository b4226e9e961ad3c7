import * as v from 'valibot';

const criterion = v.picklist(
  [
    'people',
    'skills',
    'money',
    'content',
    'supervision',
    'vendors',
    'leadership',
    'stage',
    'lag',
    'continuity',
  ],
  '请从列表中选择。',
);

/** Pairwise judgements on the 1–9 scale; ten criteria make at most forty-five pairs. */
export const judgements = v.pipe(
  v.array(
    v.strictObject({
      over: criterion,
      under: criterion,
      ratio: v.pipe(
        v.number('请填写数字。'),
        v.minValue(1, '应为 1 到 9。'),
        v.maxValue(9, '应为 1 到 9。'),
      ),
    }),
  ),
  v.maxLength(45, '比较的次数过多。'),
);
