import type { CriterionId } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { operatingModes } from './labels.data';
import { type Criterion, type ModeModel, valueAt } from './model';
import { levelOf, type World } from './world';

/** Full-time equivalents that the work needs. */
export function peopleNeeded(world: World, { constants }: ModeModel): number {
  const hours =
    world.postsPerWeek * constants.hoursPerPost.value +
    world.repliesPerDay * 7 * constants.hoursPerReply.value;
  return hours / constants.hoursPerWeek.value;
}

/** The agency's own people in full-time equivalents. */
export function ownPeople(world: World, { constants }: ModeModel): number {
  return world.fullTime + world.partTime * constants.partTimeShare.value;
}

/** Own people over people needed; capped, since no work at all needs nobody. */
export function peopleRatio(world: World, model: ModeModel): number {
  const needed = peopleNeeded(world, model);
  return needed > 0 ? Math.min(10, ownPeople(world, model) / needed) : 10;
}

/** Share of the skills that the functions call for which the agency's people have. */
export function skillCoverage(world: World): number {
  const mix = world.information + world.service + world.interaction;
  const information = world.information / mix;
  const service = world.service / mix;
  const interaction = world.interaction / mix;
  const writing = 0.4 * information + 0.2 * service + 0.8 * interaction;
  const pictures = 0.3 * information + 0.1 * service + 0.1 * interaction;
  const systems = 0.6 * service;
  return (
    writing * world.writing + pictures * (world.design + world.video) + systems * world.systems
  );
}

/** Price of having the whole account run, for one position in the level's price range. */
export function operationPrice(world: World, model: ModeModel): number {
  const [low, high] = model.operationPrice[levelOf(world)];
  return low + (high - low) * world.pricePosition;
}

/** How much the content needs the agency's own knowledge, authority and confidence. */
export function contentSpecificity(world: World): number {
  const mix = world.information + world.service + world.interaction;
  return 0.7 * world.sensitivity + 0.3 * (world.interaction / mix);
}

/** Measurable results count for little when nobody is named to watch them. */
export function supervisability(world: World): number {
  return world.measurability * (world.namedOfficer === 1 ? 1 : 0.3);
}

const measures: Record<
  Exclude<CriterionId, 'lag' | 'continuity'>,
  (world: World, model: ModeModel) => number
> = {
  people: peopleRatio,
  skills: skillCoverage,
  money: (world, model) => world.budgetYuan / operationPrice(world, model),
  content: contentSpecificity,
  supervision: supervisability,
  vendors: (world) => world.vendorsAvailable,
  leadership: (world) => world.leadership,
  stage: (world) => world.stage,
};

/** The numbers of a world that each criterion looks at. */
export const criterionInputs: Record<CriterionId, readonly (keyof World)[]> = {
  people: ['fullTime', 'partTime', 'postsPerWeek', 'repliesPerDay'],
  skills: ['writing', 'design', 'video', 'systems', 'information', 'service', 'interaction'],
  money: ['budgetYuan', 'level', 'pricePosition'],
  content: ['sensitivity', 'information', 'service', 'interaction'],
  supervision: ['measurability', 'namedOfficer'],
  vendors: ['vendorsAvailable'],
  leadership: ['leadership'],
  stage: ['stage'],
  lag: ['disseminationForce', 'serviceForce', 'interactionForce'],
  continuity: ['currentMode', 'switchingCost', 'vendorRecord'],
};

/** A criterion's value, 0 to 1, of each mode in the order of `operatingModes`. */
export function valuesOf(
  criterion: Criterion,
  world: World,
  model: ModeModel,
): [number, number, number] {
  const [first, second, third] = operatingModes;
  const value = valuer(criterion, world, model);
  return [value(first), value(second), value(third)];
}

function valuer({ id, shape }: Criterion, world: World, model: ModeModel) {
  if (shape.kind === 'lag') {
    const gap = (force: number) => (101 - force) ** shape.sharpness;
    const dissemination = gap(world.disseminationForce);
    const service = gap(world.serviceForce);
    const interaction = gap(world.interactionForce);
    return (mode: OperatingMode) =>
      (dissemination * shape.byForce.dissemination[mode] +
        service * shape.byForce.service[mode] +
        interaction * shape.byForce.interaction[mode]) /
      (dissemination + service + interaction);
  }
  if (shape.kind === 'continuity') {
    const current = operatingModes[world.currentMode];
    return (mode: OperatingMode) => {
      if (mode !== current) return valueAt(shape.change, world.switchingCost);
      if (mode === 'independent') return shape.stayIndependent;
      return valueAt(shape.stayBought, world.vendorRecord);
    };
  }
  const measure = id === 'lag' || id === 'continuity' ? 0 : measures[id](world, model);
  return (mode: OperatingMode) => valueAt(shape.curves[mode], measure);
}
