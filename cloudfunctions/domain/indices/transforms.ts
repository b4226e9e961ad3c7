import { at, daysIndex, type Figures } from './figures';
import type { CompiledQuantity } from './quantities';
import type { Transform } from './scheme';

/** What a record has come to before its quantities are transformed; the columns by a term's index. */
export interface Quantified {
  figures: Figures;
  operands: number[];
  quantity: number[];
}

/** A term's transform, and the quantity that it is of. */
export interface Transformed<T extends Transform = Transform> {
  index: number;
  transform: T;
  quantity: CompiledQuantity;
}

/** Writes the transformed quantities of all terms of one kind into a column. */
export type Transforming = (record: Quantified, column: number[]) => void;

type Kind = Transform['kind'];
type Of<K extends Kind> = Extract<Transform, { kind: K }>;

interface TransformRule<K extends Kind> {
  /** finite for any non-negative quantity, NaN for an unknown one */
  write(terms: Transformed<Of<K>>[], record: Quantified, column: number[]): void;
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
function raised(base: number, power: number): number {
  if (power === 0.5) return Math.sqrt(base);
  if (power === 1) return base;
  return power === 2 ? base * base : base ** power;
}

const halfFault = ({ half, power }: { half: number; power: number }): string | null =>
  positive(half, power) ? null : '参照值与指数必须大于 0';

const rules: { [K in Kind]: TransformRule<K> } = {
  identity: {
    write: (terms, { quantity }, column) => {
      for (const { index } of terms) column[index] = at(quantity, index);
    },
    direction: 1,
    read: () => null,
    fault: () => null,
    unit: false,
  },
  log: {
    write: (terms, { quantity }, column) => {
      for (const { index } of terms) column[index] = Math.log(at(quantity, index) + 1);
    },
    direction: 1,
    read: () => '取 ln(x+1)',
    fault: () => null,
    unit: false,
  },
  'log-share': {
    write: (terms, { quantity, figures }, column) => {
      for (const { index, transform } of terms) {
        const most = transform.full * (transform.each === 'day' ? at(figures, daysIndex) : 1);
        column[index] = (Math.log(at(quantity, index) + 1) / Math.log(most + 1)) * 1000;
      }
    },
    direction: 1,
    read: ({ full, each }) => `${each === 'day' ? '每天' : ''}达到 ${full} 得 1000，按对数计`,
    fault: ({ full }) => (positive(full) ? null : '满分值必须大于 0'),
    unit: false,
  },
  'half-point': {
    write: (terms, { quantity }, column) => {
      for (const { index, transform } of terms) {
        const ratio = raised(at(quantity, index) / transform.half, transform.power);
        column[index] = ratio / (1 + ratio);
      }
    },
    direction: 1,
    read: ({ half }, told) => `达到 ${told(half)}时得一半，越多越高`,
    fault: halfFault,
    unit: true,
  },
  decay: {
    write: (terms, { quantity }, column) => {
      for (const { index, transform } of terms) {
        const ratio = raised(at(quantity, index) / transform.half, transform.power);
        column[index] = 1 / (1 + ratio);
      }
    },
    direction: -1,
    read: ({ half }, told) => `为 0 得满分，达到 ${told(half)}时得一半，越少越高`,
    fault: halfFault,
    unit: true,
  },
  share: {
    write: (terms, { operands }, column) => {
      for (const { index, transform, quantity } of terms) {
        const prior = transform.prior * transform.cases;
        const cases = at(operands, quantity.divisor) + transform.cases;
        column[index] = (at(operands, quantity.dividend) + prior) / cases;
      }
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

/** A loop for each kind in use: it knows what each of its steps does, which a function a term would not. */
export const compileTransforms = (terms: Transformed[]): Transforming[] =>
  (Object.keys(rules) as Kind[]).flatMap((kind) => compileKind(kind, terms));

function compileKind<K extends Kind>(kind: K, terms: Transformed[]): Transforming[] {
  const isOfKind = (term: Transformed): term is Transformed<Of<K>> => term.transform.kind === kind;
  const own = terms.filter(isOfKind);
  const { write } = ruleOf(kind);
  return own.length === 0 ? [] : [(record, column) => write(own, record, column)];
}

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
