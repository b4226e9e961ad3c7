import type { Finding } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { masked } from './mask';

/** What was found, in a line; numbers of persons hidden. */
export function situation({ evidence, note, times }: Finding): string {
  const figures = evidence.figures.map(
    ({ label, value, estimated }) => `${label}：${value}${estimated ? '（估算）' : ''}`,
  );
  const text = [...figures, ...(note ? [note] : []), ...(times > 1 ? [`共 ${times} 处`] : [])];
  return masked(text.join('；'));
}

/** The day until which it is to be put right, as documents name it. */
export const dueName = (day: Day | null): string => (day ? dayName(day) : '规定期限');
