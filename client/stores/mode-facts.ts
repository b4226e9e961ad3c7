import type { ModeFacts } from '../../typings/modes';

/** What a fact may be, where the path `staff.fullTime` leads to. */
export type FactValue = string | number | boolean | string[];

/** The fact at a path; undefined when it is not known. */
export function factAt(facts: ModeFacts, path: string): FactValue | undefined {
  const value = path.split('.').reduce<unknown>((inside, key) => entryOf(inside, key), facts);
  return isFactValue(value) ? value : undefined;
}

/** The facts with one of them changed; undefined makes it unknown. */
export function withFact(facts: ModeFacts, path: string, value: FactValue | undefined): ModeFacts {
  return changed(facts, path.split('.'), value);
}

function changed(inside: object, [key = '', ...rest]: string[], value: unknown): object {
  const { [key]: before, ...others } = Object.fromEntries(Object.entries(inside));
  const after = rest.length === 0 ? value : changed(asObject(before), rest, value);
  return after === undefined || isEmpty(after) ? others : { ...others, [key]: after };
}

function entryOf(inside: unknown, key: string): unknown {
  return new Map(Object.entries(asObject(inside))).get(key);
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}

function isFactValue(value: unknown): value is FactValue {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}
