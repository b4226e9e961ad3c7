import { Query } from 'mingo';
import { ServiceError } from '../service-error';
import { conditionOn } from './conditions';
import { leavesAt } from './paths';
import { type Fields, isObject, type Value } from './values';

export type Predicate = (document: Fields) => boolean;

const combine: Record<string, (parts: Predicate[]) => Predicate> = {
  $and: (parts) => (document) => parts.every((part) => part(document)),
  $or: (parts) => (document) => parts.some((part) => part(document)),
  $nor: (parts) => (document) => !parts.some((part) => part(document)),
};

/**
 * Turns a query into a predicate, as MongoDB documents its matching.
 * @throws ServiceError DATABASE_REQUEST_FAILED that names an operator which is not served
 */
export function predicateOf(query: Fields): Predicate {
  const parts = Object.entries(query).map(([key, value]) => partOf(key, value));
  const [only] = parts;
  return parts.length === 1 && only ? only : (document) => parts.every((part) => part(document));
}

function partOf(key: string, value: Value): Predicate {
  if (!key.startsWith('$')) {
    const condition = conditionOn(value, predicateOf);
    const steps = key.split('.');
    return (document) => condition(leavesAt(document, steps));
  }
  if (key === '$expr') {
    const expression = new Query({ $expr: value });
    return (document) => expression.test(document);
  }
  const join = combine[key];
  if (!join) {
    throw new ServiceError('DATABASE_REQUEST_FAILED', `query operator ${key} is not served here`);
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) {
    throw new ServiceError('DATABASE_REQUEST_FAILED', `${key} must be a nonempty array of objects`);
  }
  return join(value.map(predicateOf));
}
