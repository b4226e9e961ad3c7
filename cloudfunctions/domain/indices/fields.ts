import type { ApiError } from '../../../typings/answer';
import type { MetricFacts } from './metrics.data';

const aboveHundredThousand = /^(10\s*[万wW]|100,?000)\s*(\+|以上)$/;

/** Reads figures one by one and keeps what is wrong with each, by field. */
export class FieldReader {
  private faults: Record<string, string> | null = null;
  /** whether a displayed 「10万+」 was read */
  capped = false;

  constructor(private readonly readCap: number) {}

  fault(field: string, message: string): null {
    this.faults ??= {};
    this.faults[field] ??= message;
    return null;
  }

  /** The figure as a number, or null when it is unknown or wrong; what is wrong is kept. */
  figure(field: string, facts: MetricFacts, given: unknown): number | null {
    if (isFigure(given, facts.most, facts.whole)) return given;
    if (typeof given === 'number') return this.fault(field, numberFault(given, facts));
    if (given === null || given === undefined) return null;
    if (
      facts.ofReaders &&
      typeof given === 'string' &&
      aboveHundredThousand.test(given.normalize('NFKC').trim())
    ) {
      this.capped = true;
      return this.readCap;
    }
    return this.fault(field, `${facts.most === 1 ? oneOrZero : '须为数字'}；未知请写 null 或不写`);
  }

  error(): ApiError | null {
    if (!this.faults) return null;
    const listed = Object.entries(this.faults).map(([field, message]) => `${field} ${message}`);
    const more = listed.length > 3 ? `等 ${listed.length} 项` : '';
    return {
      code: 'invalid',
      message: `数据有误，请核对：${listed.slice(0, 3).join('；')}${more}`,
      fields: this.faults,
    };
  }
}

export const isFigure = (given: unknown, most: number, whole: boolean): given is number =>
  typeof given === 'number' && given >= 0 && given <= most && (Number.isInteger(given) || !whole);

const oneOrZero = '须为 1（是）或 0（否）';

function numberFault(given: number, { most }: MetricFacts): string {
  if (most === 1) return oneOrZero;
  if (!Number.isFinite(given)) return '须为有限的数';
  if (given < 0) return '不能为负数';
  if (given > most) return `大得不合常理（上限 ${most}）`;
  return '须为整数';
}
