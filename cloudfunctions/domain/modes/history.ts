import type { DatedFacts, ModeSpell, Stage } from '../../../typings/modes';
import type { Day } from '../../../typings/vocabulary';
import { classify } from './classify';

/** Seed text, chapter 3 section 1: 2012–13 founding, 2014 growth, stable since 2015. */
const fieldStages: readonly { fromYear: number; stage: Stage }[] = [
  { fromYear: 2015, stage: 'stable' },
  { fromYear: 2014, stage: 'growth' },
  { fromYear: 2012, stage: 'founding' },
];

/** The stage that government accounts as a whole were in; null before 2012. */
export function fieldStageIn(year: number): Stage | null {
  return fieldStages.find((entry) => year >= entry.fromYear)?.stage ?? null;
}

/**
 * An account's stretches in a mode, oldest first. Neighbouring statements of the same mode make
 * one stretch; a stretch that can't be classified keeps its place with a null mode.
 */
export function modeHistory(statements: DatedFacts[]): ModeSpell[] {
  const ordered = [...statements].sort((a, b) => a.from.localeCompare(b.from));
  const foundedYear = ordered
    .map(({ facts }) => facts.foundedYear)
    .filter(isKnown)
    .at(-1);
  const spells: ModeSpell[] = [];
  for (const { from, facts } of ordered) {
    const { mode } = classify(facts);
    const last = spells.at(-1);
    if (last && last.mode === mode) continue;
    if (last) last.to = from;
    spells.push({
      from,
      to: null,
      mode,
      fieldStage: fieldStageIn(yearOf(from)),
      ageYears: foundedYear === undefined ? null : Math.max(0, yearOf(from) - foundedYear),
    });
  }
  return spells;
}

function isKnown(year: number | undefined): year is number {
  return year !== undefined;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
