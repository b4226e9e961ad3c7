import { arithmetic } from './arithmetic';
import { arrays } from './arrays';
import { comparisons } from './comparisons';
import { conversions } from './conversions';
import { objects } from './objects';
import type { Operators } from './operator';
import { sets } from './sets';
import { statistics } from './statistics';
import { strings } from './strings';
import { trigonometry } from './trigonometry';

/** Every operator that evaluates its operands first. */
export const eagerOperators: Operators = {
  ...arithmetic,
  ...arrays,
  ...comparisons,
  ...conversions,
  ...objects,
  ...sets,
  ...statistics,
  ...strings,
  ...trigonometry,
};
