import { at, type Figures, placeOf } from './figures';
import type { QuantityInput } from './scheme';

/** Two operands before it, added or multiplied. */
interface Combined {
  left: number;
  right: number;
  isProduct: boolean;
}

/**
 * What the quantities of a scheme divide: figures, a one, and sums and products of these. Each stands
 * once, so that a quantity is one operand over another and none is computed twice for a record.
 */
export class Operands {
  private readonly names: QuantityInput[];
  private readonly places: number[];
  private readonly combined: Combined[] = [];
  /** the operands of a record that has no figures */
  private readonly blank: number[];

  /** @param names every input of the scheme, once each */
  constructor(names: QuantityInput[]) {
    this.names = names;
    this.places = names.map(placeOf);
    this.blank = [...names.map(() => Number.NaN), 1];
  }

  /** Index of the operand that is the sum of some figures. */
  sumOf(names: QuantityInput[]): number {
    const indexes = names.map((name) => this.names.indexOf(name));
    return this.combine(indexes, false);
  }

  /** Index of the operand that is the product of some sums; of the one when there are none. */
  productOf(factors: QuantityInput[][]): number {
    if (factors.length === 0) return this.names.length;
    const sums = factors.map((names) => this.sumOf(names));
    return this.combine(sums, true);
  }

  private combine(indexes: number[], isProduct: boolean): number {
    return indexes.reduce((left, right) => {
      const known = this.combined.findIndex(
        (one) => one.left === left && one.right === right && one.isProduct === isProduct,
      );
      if (known >= 0) return this.names.length + 1 + known;
      this.combined.push({ left, right, isProduct });
      return this.blank.push(Number.NaN) - 1;
    });
  }

  /** The operands of one record, by their indexes; NaN where a figure is unknown. */
  of(figures: Figures): number[] {
    const { places, combined } = this;
    const operands = this.blank.slice();
    let index = 0;
    for (const place of places) {
      operands[index] = at(figures, place);
      index += 1;
    }
    index += 1;
    for (const { left, right, isProduct } of combined) {
      const one = at(operands, left);
      const other = at(operands, right);
      operands[index] = isProduct ? one * other : one + other;
      index += 1;
    }
    return operands;
  }
}
