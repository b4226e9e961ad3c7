import type { Tone } from '../../components/Tag';

/** Days before something is due, as a tag. */
export function daysLeftTag(daysLeft: number): { text: string; tone: Tone } {
  if (daysLeft < 0) return { text: `! 逾期 ${-daysLeft} 天`, tone: 'bad' };
  if (daysLeft === 0) return { text: '! 今天到期', tone: 'bad' };
  return { text: `还剩 ${daysLeft} 天`, tone: daysLeft <= 3 ? 'warn' : 'good' };
}
