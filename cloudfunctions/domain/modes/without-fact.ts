import type { ModeFacts } from '../../../typings/modes';

/** Facts that hold several of their own, each asked for by itself. */
const groups = ['staff', 'workload', 'vendors', 'supervision', 'forces'] as const;

type Group = (typeof groups)[number];

/** Never a fact of the matter. */
const labels = new Set(['name']);

/** Paths of all the facts that are known. */
export function knownFacts(facts: ModeFacts): string[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    if (value === undefined || labels.has(key)) return [];
    const group = groups.find((name) => name === key);
    return group ? membersOf(facts, group) : [key];
  });
}

function membersOf(facts: ModeFacts, group: Group): string[] {
  return Object.entries(facts[group] ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key]) => `${group}.${key}`);
}

/** The same facts with one forgotten. */
export function withoutFact(facts: ModeFacts, path: string): ModeFacts {
  const [key = '', member] = path.split('.');
  const group = groups.find((name) => name === key);
  if (group && member) return { ...facts, [group]: { ...facts[group], [member]: undefined } };
  return { ...facts, [key]: undefined };
}
