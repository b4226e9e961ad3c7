import type { NumberFormat } from '../../../typings/documents';

const decimals: Record<NumberFormat, number> = {
  integer: 0,
  'one-decimal': 1,
  'two-decimals': 2,
  'three-decimals': 3,
  percent: 1,
};

/** A value as it is written in text, tables and charts alike; what is not told is a dash. */
export function shown(value: number | null, format: NumberFormat, signed = false): string {
  if (value === null) return '—';
  const places = decimals[format];
  const written = (format === 'percent' ? value * 100 : value).toFixed(places);
  const [whole = '', fraction] = written.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  const number = Number(written);
  const sign = number < 0 ? '−' : signed && number > 0 ? '+' : '';
  return `${sign}${digits}${format === 'percent' ? '%' : ''}`;
}

/** The same without its sign: 「下降 0.4」. */
export const magnitude = (text: string): string => text.replace(/^[+−]/, '');
