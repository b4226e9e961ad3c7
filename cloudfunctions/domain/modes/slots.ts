import type { Degree, FunctionKind, ModeFacts, Stage, VendorGrade } from '../../../typings/modes';
import type { OperatingMode } from '../../../typings/vocabulary';
import { classify } from './classify';
import { functionMix } from './function-mix';
import { operatingModes } from './labels.data';
import type { ModeModel } from './model';
import type { AskedFact } from './questions.data';
import { levelOf, levels, type World } from './world';

/** How one number of a world is had: from the facts, or from what is possible. */
export interface Slot {
  key: keyof World;
  /** the fact to ask for; null for what nobody can be asked */
  fact: AskedFact | null;
  known: (facts: ModeFacts, model: ModeModel) => number | undefined;
  /** `u` is uniform in [0, 1); earlier slots of the world are filled */
  possible: (u: number, world: World, model: ModeModel, facts: ModeFacts) => number;
}

const degrees: Record<Degree, number> = { low: 0, medium: 0.5, high: 1 };
const grades: Record<VendorGrade, number> = { poor: 0, fair: 0.5, good: 1 };
const stages: Record<Stage, number> = { founding: 0, growth: 0.5, stable: 1 };
const sensitivities = { public: 0, internal: 0.5, restricted: 1 };

const unit = (u: number) => u;
const coin = (u: number) => (u < 0.5 ? 0 : 1);
const third = (u: number) => Math.floor(u * 3) / 2;
const percent = (u: number) => u * 100;
const between = ([low, high]: readonly [number, number], u: number) => low + (high - low) * u;
const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));

function graded<K extends string>(scale: Record<K, number>, value: K | undefined) {
  return value === undefined ? undefined : scale[value];
}

const hasSkill = (skill: string) => (facts: ModeFacts) =>
  flag(facts.staff?.skills?.includes(skill));

const functionShare = (kind: FunctionKind) => (facts: ModeFacts) => functionMix(facts)?.[kind];

/** Exponential, so that three of them are uniform over all mixes once normalised. */
const mixPart = (u: number) => -Math.log(1 - u);

/** A budget so small that 万元 may have been written as 元. */
export function budgetIsImplausible(facts: ModeFacts, model: ModeModel): boolean {
  const budget = facts.budgetYuan;
  return budget !== undefined && budget > 0 && budget < model.constants.implausibleBudget.value;
}

/** The present mode: what the facts say, or else what was declared. */
export function presentMode(facts: ModeFacts): OperatingMode | undefined {
  return classify(facts).mode ?? facts.currentMode;
}

export const slots: readonly Slot[] = [
  {
    key: 'level',
    fact: 'level',
    known: ({ level }) => (level === undefined ? undefined : levels.indexOf(level)),
    possible: (u) => Math.floor(u * levels.length),
  },
  {
    key: 'fullTime',
    fact: 'staff.fullTime',
    known: ({ staff }) => staff?.fullTime,
    possible: (u, _, { possible }) => between(possible.fullTime, u),
  },
  {
    key: 'partTime',
    fact: 'staff.partTime',
    known: ({ staff }) => staff?.partTime,
    possible: (u, _, { possible }) => between(possible.partTime, u),
  },
  { key: 'writing', fact: 'staff.skills', known: hasSkill('writing'), possible: coin },
  { key: 'design', fact: 'staff.skills', known: hasSkill('design'), possible: coin },
  { key: 'video', fact: 'staff.skills', known: hasSkill('video'), possible: coin },
  { key: 'systems', fact: 'staff.skills', known: hasSkill('systems'), possible: coin },
  {
    key: 'budgetYuan',
    fact: 'budgetYuan',
    known: (facts, model) => (budgetIsImplausible(facts, model) ? undefined : facts.budgetYuan),
    possible: (u, world, model, { budgetYuan }) => {
      if (budgetYuan !== undefined) return u < 0.5 ? budgetYuan : budgetYuan * 10_000;
      return model.operationPrice[levelOf(world)][1] * between(model.possible.budget, u);
    },
  },
  { key: 'pricePosition', fact: null, known: () => undefined, possible: unit },
  {
    key: 'sensitivity',
    fact: 'sensitivity',
    known: ({ sensitivity }) => graded(sensitivities, sensitivity),
    possible: third,
  },
  {
    key: 'ownReview',
    fact: 'finalReview',
    known: ({ finalReview }) =>
      flag(finalReview === undefined ? undefined : finalReview === 'government'),
    possible: coin,
  },
  {
    key: 'information',
    fact: 'functions',
    known: functionShare('information'),
    possible: mixPart,
  },
  { key: 'service', fact: 'functions', known: functionShare('service'), possible: mixPart },
  {
    key: 'interaction',
    fact: 'functions',
    known: functionShare('interaction'),
    possible: mixPart,
  },
  {
    key: 'leadership',
    fact: 'leadership',
    known: ({ leadership }) => graded(degrees, leadership),
    possible: third,
  },
  { key: 'stage', fact: 'stage', known: ({ stage }) => graded(stages, stage), possible: third },
  {
    key: 'postsPerWeek',
    fact: 'workload.postsPerWeek',
    known: ({ workload }) => workload?.postsPerWeek,
    possible: (u, _, { possible }) => between(possible.postsPerWeek, u),
  },
  {
    key: 'repliesPerDay',
    fact: 'workload.repliesPerDay',
    known: ({ workload }) => workload?.repliesPerDay,
    possible: (u, _, { possible }) => between(possible.repliesPerDay, u),
  },
  {
    key: 'vendorsAvailable',
    fact: 'vendors.available',
    known: ({ vendors }) => vendors?.available,
    possible: (u, _, { possible }) => between(possible.vendorsAvailable, u),
  },
  {
    key: 'switchingCost',
    fact: 'vendors.switchingCost',
    known: ({ vendors }) => graded(degrees, vendors?.switchingCost),
    possible: third,
  },
  {
    key: 'vendorRecord',
    fact: 'vendors.record',
    known: ({ vendors }) => graded(grades, vendors?.record),
    possible: third,
  },
  {
    key: 'namedOfficer',
    fact: 'supervision.namedOfficer',
    known: ({ supervision }) => flag(supervision?.namedOfficer),
    possible: coin,
  },
  {
    key: 'measurability',
    fact: 'supervision.measurability',
    known: ({ supervision }) => graded(degrees, supervision?.measurability),
    possible: third,
  },
  {
    key: 'currentMode',
    fact: 'currentMode',
    known: (facts) => {
      const mode = presentMode(facts);
      return mode === undefined ? undefined : operatingModes.indexOf(mode);
    },
    possible: (u) => Math.floor(u * operatingModes.length),
  },
  {
    key: 'disseminationForce',
    fact: 'forces.dissemination',
    known: ({ forces }) => forces?.dissemination,
    possible: percent,
  },
  {
    key: 'serviceForce',
    fact: 'forces.service',
    known: ({ forces }) => forces?.service,
    possible: percent,
  },
  {
    key: 'interactionForce',
    fact: 'forces.interaction',
    known: ({ forces }) => forces?.interaction,
    possible: percent,
  },
];
