import type { FunctionKind, ModeFacts } from '../../../typings/modes';

const kinds = ['information', 'service', 'interaction'] as const satisfies FunctionKind[];

/** Shares are written to a hundredth or so. */
const tolerance = 0.011;

/**
 * The functions' shares of a whole, as parts of 1. One that is missing is what the others leave; with
 * more missing the mix is known only if what is given fills the whole. Undefined when it is not known.
 */
export function functionMix({
  functions = {},
}: ModeFacts): Record<FunctionKind, number> | undefined {
  const missing = kinds.filter((kind) => functions[kind] === undefined);
  const given = kinds.reduce((sum, kind) => sum + (functions[kind] ?? 0), 0);
  const left = Math.max(0, 1 - given);
  if (given === 0 || (missing.length > 1 && left > tolerance)) return undefined;
  const whole = missing.length > 0 ? given + left : given;
  const part = (kind: FunctionKind) =>
    (functions[kind] ?? (missing.length === 1 ? left : 0)) / whole;
  return {
    information: part('information'),
    service: part('service'),
    interaction: part('interaction'),
  };
}

/** Whether the shares given are more, or all together less, than a whole. */
export function mixIsScaled({ functions = {} }: ModeFacts): boolean {
  const given = kinds.reduce((sum, kind) => sum + (functions[kind] ?? 0), 0);
  const isWhole = kinds.every((kind) => functions[kind] !== undefined);
  return given > 1 + tolerance || (isWhole && given > 0 && given < 1 - tolerance);
}
