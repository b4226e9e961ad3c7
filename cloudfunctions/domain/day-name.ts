import type { Day } from '../../typings/vocabulary';

/** 2026-11-24 → 2026年11月24日 */
export function dayName(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
