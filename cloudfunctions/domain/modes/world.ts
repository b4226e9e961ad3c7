import type { Level } from '../../../typings/vocabulary';

/** One state of affairs that the facts allow, all in numbers; degrees run 0, 0.5, 1. */
export interface World {
  /** index into `levels` */
  level: number;
  fullTime: number;
  partTime: number;
  writing: number;
  design: number;
  video: number;
  systems: number;
  budgetYuan: number;
  /** where in the range of prices this agency's market lies, 0–1 */
  pricePosition: number;
  sensitivity: number;
  /** 1 when the agency itself reviews before publishing */
  ownReview: number;
  information: number;
  service: number;
  interaction: number;
  leadership: number;
  stage: number;
  postsPerWeek: number;
  repliesPerDay: number;
  vendorsAvailable: number;
  switchingCost: number;
  vendorRecord: number;
  namedOfficer: number;
  measurability: number;
  /** index into `operatingModes` */
  currentMode: number;
  disseminationForce: number;
  serviceForce: number;
  interactionForce: number;
}

export const levels = ['township', 'county', 'prefectural', 'provincial', 'central'] as const;

export function levelOf(world: World): Level {
  return levels[world.level] ?? 'county';
}

export function emptyWorld(): World {
  return {
    level: 0,
    fullTime: 0,
    partTime: 0,
    writing: 0,
    design: 0,
    video: 0,
    systems: 0,
    budgetYuan: 0,
    pricePosition: 0,
    sensitivity: 0,
    ownReview: 0,
    information: 0,
    service: 0,
    interaction: 0,
    leadership: 0,
    stage: 0,
    postsPerWeek: 0,
    repliesPerDay: 0,
    vendorsAvailable: 0,
    switchingCost: 0,
    vendorRecord: 0,
    namedOfficer: 0,
    measurability: 0,
    currentMode: 0,
    disseminationForce: 0,
    serviceForce: 0,
    interactionForce: 0,
  };
}
