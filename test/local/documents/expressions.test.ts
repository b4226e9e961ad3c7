import { compileExpression } from '../../../local/cloudbase/documents/expressions/compile';
import { rootScope } from '../../../local/cloudbase/documents/expressions/scope';
import type { Value } from '../../../local/cloudbase/documents/values/types';
import { answers, document, refusals } from './expressions.data';

const evaluate = (expression: Value) => compileExpression(expression)(rootScope(document));

test.each(answers)('%j', (expression, answer) => {
  expect(evaluate(expression)).toEqual(answer);
});

test.each(refusals)('refuses %j', (expression, says) => {
  expect(() => evaluate(expression)).toThrow(says);
});
