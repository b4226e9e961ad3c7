import { at, daysIndex, type Figures } from './figures';
import type { CompiledQuantity } from './quantities';
import type { Transform } from './scheme';

/** Writes the transformed quantity; it sees the column of quantities, and the figures. */
export type Transforming = (
  quantities: number[],
  column: number[],
  index: number,
  figures: Figures,
) => void;

type Kind = Transform['kind'];
type Of<K extends Kind> = Extract<Transform, { kind: K }>;

interface TransformRule<K extends Kind> {
  /** with the parameters worked in; finite for any non-negative quantity, NaN for an unknown one */
  compile(transform: Of<K>, quantity: CompiledQuantity): Transforming;
  /** +1 when it rises with the quantity, −1 when it falls */
  direction: 1 | -1;
  /** how it reads on a screen; `told` writes a quantity with its unit */
  read(transform: Of<K>, told: (quantity: number) => string): string | null;
  /** Chinese complaint about a parameter outside its domain, or null */
  fault(transform: Of<K>): string | null;
  /** whether every result lies in 0–1 */
  unit: boolean;
}

const positive = (...values: number[]): boolean =>
  values.every((value) => Number.isFinite(value) && value > 0);

/** The powers in use have an exact or a faster form. */
function powerOf(power: number): (base: number) => number {
  if (power === 0.5) return Math.sqrt;
  if (power === 1) return (base) => base;
  if (power === 2) return (base) => base * base;
  return (base) => base ** power;
}

const halfFault = ({ half, power }: { half: number; power: number }): string | null =>
  positive(half, power) ? null : '参照值与指数必须大于 0';

const rules: { [K in Kind]: TransformRule<K> } = {
  identity: {
    compile: () => (quantities, column, index) => {
      column[index] = at(quantities, index);
    },
    direction: 1,
    read: () => null,
    fault: () => null,
    unit: false,
  },
  log: {
    compile: () => (quantities, column, index) => {
      column[index] = Math.log(at(quantities, index) + 1);
    },
    direction: 1,
    read: () => '取 ln(x+1)',
    fault: () => null,
    unit: false,
  },
  'log-share': {
    compile: ({ full, each }) => {
      const period = Math.log(full + 1);
      return (quantities, column, index, figures) => {
        const whole = each === 'period' ? period : Math.log(full * at(figures, daysIndex) + 1);
        column[index] = (Math.log(at(quantities, index) + 1) / whole) * 1000;
      };
    },
    direction: 1,
    read: ({ full, each }) => `${each === 'day' ? '每天' : ''}达到 ${full} 得 1000，按对数计`,
    fault: ({ full }) => (positive(full) ? null : '满分值必须大于 0'),
    unit: false,
  },
  'half-point': {
    compile: ({ half, power }) => {
      if (power === 0.5) {
        return (quantities, column, index) => {
          const ratio = Math.sqrt(at(quantities, index) / half);
          column[index] = ratio / (1 + ratio);
        };
      }
      const raised = powerOf(power);
      return (quantities, column, index) => {
        const ratio = raised(at(quantities, index) / half);
        column[index] = ratio / (1 + ratio);
      };
    },
    direction: 1,
    read: ({ half }, told) => `达到 ${told(half)}时得一半，越多越高`,
    fault: halfFault,
    unit: true,
  },
  decay: {
    compile: ({ half, power }) => {
      const raised = powerOf(power);
      return (quantities, column, index) => {
        column[index] = 1 / (1 + raised(at(quantities, index) / half));
      };
    },
    direction: -1,
    read: ({ half }, told) => `为 0 得满分，达到 ${told(half)}时得一半，越少越高`,
    fault: halfFault,
    unit: true,
  },
  share: {
    compile:
      ({ prior, cases }, { of, over }) =>
      (_quantities, column, index, figures) => {
        column[index] = (of(figures) + prior * cases) / (over(figures) + cases);
      },
    direction: 1,
    read: ({ prior, cases }) =>
      `按比例得分；件数少时向 ${prior * 100}% 靠拢（相当于另加 ${cases} 件）`,
    fault: ({ prior, cases }) =>
      prior >= 0 && prior <= 1 && positive(cases) ? null : '先验须在 0–1 之间，权重须大于 0',
    unit: true,
  },
};

function ruleOf<K extends Kind>(kind: K): TransformRule<K> {
  return rules[kind];
}

export const compileTransform = <K extends Kind>(
  transform: Of<K>,
  quantity: CompiledQuantity,
): Transforming => ruleOf<K>(transform.kind as K).compile(transform, quantity);

/** Chinese; null when the quantity counts as it is. */
export const readTransform = <K extends Kind>(transform: Of<K>, unit?: string): string | null =>
  ruleOf<K>(transform.kind as K).read(transform, (quantity) => withUnit(quantity, unit));

function withUnit(quantity: number, unit: string | undefined): string {
  if (unit === undefined) return `${quantity} `;
  return unit === '%' ? `${Number((quantity * 100).toFixed(6))}% ` : `${quantity} ${unit}`;
}

export const transformFault = <K extends Kind>(transform: Of<K>): string | null =>
  Object.hasOwn(rules, transform.kind)
    ? ruleOf<K>(transform.kind as K).fault(transform)
    : '没有这种变换';

export const transformDirection = (transform: Transform): 1 | -1 => rules[transform.kind].direction;

export const isUnit = (transform: Transform): boolean => rules[transform.kind].unit;
