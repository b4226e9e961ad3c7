import { idOf } from '../platform/random';

/** A vendor is known by its 统一社会信用代码: the same one always gives the same id. */
export const vendorIdOf = (code: string): string => idOf('vendor', code);
