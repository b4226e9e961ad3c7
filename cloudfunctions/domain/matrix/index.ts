export { childRegions, country } from './child-regions';
export { circlesThrough } from './circles';
export { coverageOf, mainFunction } from './coverage';
export { problemsOf } from './problems';
export { readMenu } from './read-menu';
export {
  type RelationRange,
  siblingRange,
  subordinateRange,
  superiorRange,
} from './relations';
export { type KnownTargets, resolveLinks } from './resolve';
export { statementSchema } from './schema';
export { bizKey, type KeyedLink, keyedLinks, keyOfTarget, keysOfAccount } from './target-keys';
