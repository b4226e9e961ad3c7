import type { TraitName, Traits } from '../../../typings/datasets';
import {
  anything,
  departmentGroups,
  type Group,
  type Ladder,
  type LadderStep,
  levelGroups,
} from './ladder.data';

/** Traits as published: codes of the dictionary, `*` for what is not told. */
export type ToldTraits = Partial<Record<TraitName, string>>;

/** What becomes of the accounts of each exact cell: a step of the ladder, or null for suppressed. */
export type CellPlan = ReadonlyMap<string, number | null>;

const always: readonly TraitName[] = ['level', 'region', 'department', 'kind'];

/** The traits that a release tells of. */
export function traitNames(withMode: boolean): TraitName[] {
  return withMode ? [...always, 'mode'] : [...always];
}

export function cellKey(traits: Traits, names: readonly TraitName[]): string {
  return names.map((name) => traits[name]).join('|');
}

/** The traits of a cell's key, told as far as a step goes. */
export function toldTraits(key: string, names: readonly TraitName[], step: LadderStep): ToldTraits {
  const values = key.split('|');
  return Object.fromEntries(
    names.map((name, index) => [name, told(name, values[index] ?? anything, step)]),
  );
}

function told(name: TraitName, value: string, step: LadderStep): string {
  if (name === 'region') return value.slice(0, step.region) || anything;
  if (step[name] === 'all') return anything;
  if (step[name] === 'exact') return value;
  return groupOf(name === 'level' ? levelGroups : departmentGroups, value);
}

function groupOf(groups: readonly Group<string>[], value: string): string {
  return groups.find(({ members }) => members.includes(value))?.code ?? anything;
}

/**
 * Chooses for each cell the finest step at which at least k accounts are told alike: step by step,
 * whole groups of k or more leave, and the rest climbs on; what is left after the last is suppressed.
 * So every published combination is shared by k accounts, and whoever knows an account's traits finds
 * it among k. The same counts always give the same plan, in whatever order they come.
 */
export function planCells(
  counts: ReadonlyMap<string, number>,
  names: readonly TraitName[],
  k: number,
  ladder: Ladder,
): CellPlan {
  const plan = new Map<string, number | null>();
  let waiting = [...counts.keys()];
  for (const [index, step] of ladder.steps.entries()) {
    const groups = new Map<string, { cells: string[]; accounts: number }>();
    for (const cell of waiting) {
      const key = Object.values(toldTraits(cell, names, step)).join('|');
      const group = groups.get(key) ?? { cells: [], accounts: 0 };
      group.cells.push(cell);
      group.accounts += counts.get(cell) ?? 0;
      groups.set(key, group);
    }
    waiting = [];
    for (const { cells, accounts } of groups.values()) {
      if (accounts < k) waiting.push(...cells);
      else for (const cell of cells) plan.set(cell, index);
    }
  }
  for (const cell of waiting) plan.set(cell, null);
  return plan;
}
