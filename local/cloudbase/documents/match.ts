import { Query } from 'mingo';
import { ServiceError } from '../service-error';
import { type Fields, isObject, messageOf, type Value } from './values';

export type Predicate = (document: Fields) => boolean;

const logical = new Set(['$and', '$or', '$nor']);
const topLevel = new Set([...logical, '$expr', '$comment']);
const perField = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$not',
  '$exists',
  '$type',
  '$mod',
  '$regex',
  '$options',
  '$all',
  '$elemMatch',
  '$size',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
]);

/**
 * Turns a query into a predicate.
 * @throws ServiceError DATABASE_REQUEST_FAILED that names an operator which is not served
 */
export function predicateOf(query: Fields): Predicate {
  checkQuery(query);
  if (Object.keys(query).length === 0) return () => true;
  try {
    const compiled = new Query(query);
    return (document) => compiled.test(document);
  } catch (error) {
    throw new ServiceError('DATABASE_REQUEST_FAILED', messageOf(error));
  }
}

function checkQuery(query: Fields): void {
  for (const [key, condition] of Object.entries(query)) {
    if (!key.startsWith('$')) {
      checkCondition(condition);
    } else if (!topLevel.has(key)) {
      throw unserved(key);
    } else if (logical.has(key)) {
      if (!Array.isArray(condition) || condition.length === 0) {
        throw new ServiceError('DATABASE_REQUEST_FAILED', `${key} must be a nonempty array`);
      }
      for (const part of condition) {
        if (!isObject(part))
          throw new ServiceError('DATABASE_REQUEST_FAILED', `${key} needs objects`);
        checkQuery(part);
      }
    }
  }
}

function checkCondition(condition: Value): void {
  if (!isObject(condition)) return;
  const operators = Object.keys(condition).filter((key) => key.startsWith('$'));
  for (const operator of operators) {
    if (!perField.has(operator)) throw unserved(operator);
    const operand = condition[operator];
    if (operator === '$not') {
      if (!isObject(operand) && !(operand instanceof RegExp)) {
        throw new ServiceError('DATABASE_REQUEST_FAILED', '$not needs a regex or a document');
      }
      checkCondition(operand);
    }
    if (operator === '$elemMatch') checkElement(operand);
    if (['$in', '$nin', '$all'].includes(operator) && !Array.isArray(operand)) {
      throw new ServiceError('DATABASE_REQUEST_FAILED', `${operator} needs an array`);
    }
  }
}

function checkElement(operand: Value): void {
  if (!isObject(operand))
    throw new ServiceError('DATABASE_REQUEST_FAILED', '$elemMatch needs an Object');
  const isCondition = Object.keys(operand).some((key) => perField.has(key));
  if (isCondition) checkCondition(operand);
  else checkQuery(operand);
}

function unserved(operator: string): ServiceError {
  return new ServiceError(
    'DATABASE_REQUEST_FAILED',
    `query operator ${operator} is not served here`,
  );
}
