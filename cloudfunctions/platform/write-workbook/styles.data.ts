import type { NumberFormat } from '../../../typings/documents';

/** Number formats in the order of their styles. */
export const formats: Record<NumberFormat, string> = {
  integer: '#,##0',
  'one-decimal': '#,##0.0',
  'two-decimals': '#,##0.00',
  'three-decimals': '#,##0.000',
  percent: '0.0%',
};

const names = Object.keys(formats);

/** Styles of the workbook by place: general, titles, then a number format each. */
export const titleStyle = 1;

export function styleOf(format: NumberFormat | undefined): number {
  return format ? names.indexOf(format) + 2 : 0;
}
