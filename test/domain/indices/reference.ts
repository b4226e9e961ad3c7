import {
  type Group,
  isGroup,
  type Scheme,
  type Term,
} from '../../../cloudfunctions/domain/indices/scheme';

/** Checked figures by name; null is unknown. */
export type Known = Record<string, number | null>;

/**
 * docs/schemes/README.md read literally, from the scheme's data and nothing else: slow and plain,
 * to hold the engine against.
 */
export function referenceValue({ root, final, withoutArticles }: Scheme, known: Known) {
  const valueless = known.articles === 0 ? (withoutArticles?.valueless ?? []) : [];
  const sum = groupValue(root, known, valueless);
  if (sum === null) return null;
  return final.kind === 'square' ? sum ** 2 * final.factor : sum;
}

function groupValue(group: Group, known: Known, valueless: string[]): number | null {
  if (valueless.includes(group.key)) return null;
  const children = group.children.map((child) => {
    const counts0 = isGroup(child) && valueless.includes(child.key);
    const value = isGroup(child) ? groupValue(child, known, valueless) : termValue(child, known);
    return { weight: child.weight, value: value ?? (counts0 ? 0 : null) };
  });
  const total = sumOf(group.children.map(({ weight }) => weight));
  const valued = children.filter(({ value }) => value !== null);
  const carried = sumOf(valued.map(({ weight }) => weight));
  if (carried === 0 || carried / total < group.minimum - 1e-12) return null;
  const raise = carried === total ? 1 : total / carried;
  return (
    sumOf(valued.map(({ weight, value }) => weight * raise * (value ?? 0))) * (group.scale ?? 1)
  );
}

const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

function sumKnown(names: string[], known: Known): number | null {
  const values = names.map((name) => known[name] ?? null);
  return values.includes(null) ? null : sumOf(values.map(Number));
}

export function termValue({ quantity, transform }: Term, known: Known): number | null {
  const { of, over = [], overPlus = 0, round, times = 1, whenEmpty } = quantity;
  const dividend = sumKnown(of, known);
  const factors = over.map((names) => sumKnown(names, known));
  if (dividend === null || factors.includes(null)) return null;
  const divisor =
    factors.reduce<number>((product, factor) => product * Number(factor), 1) + overPlus;
  if (transform.kind === 'share') {
    return (dividend + transform.prior * transform.cases) / (divisor + transform.cases);
  }
  if (divisor === 0 && (dividend !== 0 || whenEmpty === undefined)) return null;
  const rounded = {
    none: (x: number) => x,
    tenth: (x: number) => Math.round(x * 10) / 10,
    floor: Math.floor,
  };
  const x = divisor === 0 ? 0 : rounded[round ?? 'none'](dividend / divisor) * times;
  switch (transform.kind) {
    case 'identity':
      return x;
    case 'log':
      return Math.log(x + 1);
    case 'log-share': {
      const full = transform.each === 'day' ? transform.full * Number(known.days) : transform.full;
      return (Math.log(x + 1) / Math.log(full + 1)) * 1000;
    }
    case 'half-point': {
      const ratio = power(x / transform.half, transform.power);
      return ratio / (1 + ratio);
    }
    case 'decay':
      return 1 / (1 + power(x / transform.half, transform.power));
  }
}

/** A square root is the correctly rounded half power. */
const power = (base: number, exponent: number): number =>
  exponent === 0.5 ? Math.sqrt(base) : base ** exponent;
