import type { CriterionId } from '../../../typings/recommendation';
import type { Day, Force, Level, OperatingMode } from '../../../typings/vocabulary';

/** A point of a piecewise-linear value function: measure, value from 0 to 1. */
export type Knot = readonly [measure: number, value: number];

export type ValueCurves = Record<OperatingMode, readonly Knot[]>;

/** How a criterion's measure becomes a value for each mode. */
export type ValueShape =
  | { kind: 'curves'; measure: string; curves: ValueCurves }
  | { kind: 'lag'; byForce: Record<Force, Record<OperatingMode, number>>; sharpness: number }
  | {
      kind: 'continuity';
      /** value of staying in a bought mode, by the vendor's record: poor, fair, good */
      stayBought: readonly Knot[];
      stayIndependent: number;
      /** value of changing, by what changing costs */
      change: readonly Knot[];
    };

export interface Criterion {
  id: CriterionId;
  label: string;
  /** the interval that its weight ranges over */
  weight: readonly [low: number, high: number];
  source: string;
  shape: ValueShape;
}

/** A number of the model that no source gives, or that a source gives only loosely. */
export interface Constant {
  value: number;
  unit: string;
  meaning: string;
  source: string;
}

export type ConstantId =
  | 'hoursPerPost'
  | 'hoursPerReply'
  | 'hoursPerWeek'
  | 'partTimeShare'
  | 'enoughPeople'
  | 'technologyPriceShare'
  | 'affordableShare'
  | 'implausibleBudget'
  | 'clearAcceptability'
  | 'leaningAcceptability';

/** Numbers that an unknown fact may take, when nothing narrower is known. */
export interface PossibleRanges {
  fullTime: readonly [number, number];
  partTime: readonly [number, number];
  postsPerWeek: readonly [number, number];
  repliesPerDay: readonly [number, number];
  vendorsAvailable: readonly [number, number];
  /** times the highest price of operation at the level */
  budget: readonly [number, number];
}

/** The whole decision model as data: change a number by publishing another version. */
export interface ModeModel {
  version: string;
  effectiveFrom: Day;
  criteria: readonly Criterion[];
  constants: Record<ConstantId, Constant>;
  /** 元 a year for running one account, by the agency's level */
  operationPrice: Record<Level, readonly [low: number, high: number]>;
  possible: PossibleRanges;
}

/** Linear between knots, level outside them. */
export function valueAt(knots: readonly Knot[], measure: number): number {
  let previous: Knot | undefined;
  for (const knot of knots) {
    if (measure <= knot[0]) {
      if (!previous) return knot[1];
      const [x0, y0] = previous;
      return y0 + ((knot[1] - y0) * (measure - x0)) / (knot[0] - x0);
    }
    previous = knot;
  }
  return previous ? previous[1] : 0;
}
