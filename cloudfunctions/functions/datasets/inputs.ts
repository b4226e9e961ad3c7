import * as v from 'valibot';
import type { OptionalColumn } from '../../../typings/datasets';
import { leastK, mostK } from '../../domain/datasets/admission';
import { figureNames } from '../../domain/datasets/columns.data';
import * as inputs from '../shared/inputs';

export const pageSize = 30;

export const cursor = v.optional(inputs.cursor);
export const releaseInput = v.strictObject({ releaseId: inputs.id });
const optionalColumns = ['mode', ...figureNames] as const satisfies readonly OptionalColumn[];
export const figureColumn = v.picklist(figureNames, '没有这一列。');
export const columns = v.pipe(
  v.array(v.picklist(optionalColumns, '没有这一列，请从列表中选择。')),
  v.minLength(1, '请至少选择一列。'),
  v.maxLength(optionalColumns.length),
  v.check((names) => new Set(names).size === names.length, '同一列选了两次。'),
);
export const k = v.pipe(
  inputs.wholeNumber(mostK),
  v.minValue(leastK, `每组至少 ${leastK} 个账号，不能更少。`),
);
