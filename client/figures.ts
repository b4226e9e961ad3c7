const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A figure for reading: 12,345.6; a missing one is a dash, never 0. */
export function formatNumber(value: number | null, decimals = 0): string {
  if (value === null || !Number.isFinite(value)) return '—';
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return `${sign}${grouped(whole)}${fraction ? `.${fraction}` : ''}`;
}

/** As short as the figure allows: 12,345; 0.62; 3.5. At most `decimals` places. */
export function formatBrief(value: number | null, decimals = 2): string {
  const text = formatNumber(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A change with its sign: +1.2, −0.4, 0.0. */
export function formatChange(value: number | null, decimals = 1): string {
  if (value === null) return '—';
  return Number(value.toFixed(decimals)) > 0
    ? `+${formatNumber(value, decimals)}`
    : formatNumber(value, decimals);
}

/** 0.623 → 62% */
export function formatShare(value: number | null, decimals = 0): string {
  return value === null ? '—' : `${formatNumber(value * 100, decimals)}%`;
}

/** A quantity with its unit: 12.5 次; a share of one as 53.3%; as it is where it has no unit. */
export function formatQuantity(value: number | null, unit: string | null): string {
  if (value === null) return formatBrief(value);
  const size = Math.abs(value);
  const brief = formatBrief(value, size >= 1000 ? 0 : size >= 100 ? 1 : 2);
  if (unit === null) return brief;
  if (unit !== '%') return `${brief} ${unit}`;
  return `${formatBrief(value * 100, size < 0.01 ? 2 : 1)}%`;
}

/** `null` is a field left blank, which means unknown. */
export type ParsedFigure = { ok: true; value: number | null } | { ok: false; message: string };

/**
 * Reads a figure as people type it: thousands commas, full-width digits, blanks. `whole` refuses
 * fractions.
 */
export function parseFigure(text: string, whole: boolean): ParsedFigure {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return { ok: true, value: null };
  if (!/^\d+(\.\d+)?$/.test(plain)) {
    return { ok: false, message: '请填写数字，例如 1200；不知道就留空。' };
  }
  const value = Number(plain);
  if (value > 1e12) return { ok: false, message: '这个数过大，请核对单位。' };
  if (whole && !Number.isInteger(value)) return { ok: false, message: '请填写整数。' };
  return { ok: true, value };
}
