import type { ApplicationStatus, DatasetApplication } from '../../typings/datasets';
import { longDayLabel } from '../periods';

type Noted = Pick<DatasetApplication, 'status' | 'until' | 'reason'>;

const lastDay: Record<ApplicationStatus, (day: string) => string> = {
  waiting: (day) => `申请用到 ${day}`,
  approved: (day) => `用到 ${day}`,
  refused: (day) => `申请用到 ${day}`,
  revoked: (day) => `原可用到 ${day}`,
  expired: (day) => `${day}到期，不能再下载`,
};

/** Until when an application is for, in words that its state allows, and why it was not granted. */
export function applicationNote({ status, until, reason }: Noted): string {
  return [lastDay[status](longDayLabel(until)), ...(reason ? [`原因：${reason}`] : [])].join(' · ');
}
