import type { TodoNotice } from '../../typings/updates';
import { collection, command, type Document } from './collection';

export interface NoticeDocument extends Omit<TodoNotice, 'id'>, Document {
  agencyId: string;
}

interface ReminderDocument extends Document {
  cursor: string;
  done: boolean;
}

const notices = collection<NoticeDocument>('notices');
const reminders = collection<ReminderDocument>('reminders');
const shownAtMost = 50;

/** What some agencies have to do, newest first. */
export function noticesOf(agencyIds: string[]): Promise<NoticeDocument[]> {
  const filter = { agencyId: command.in(agencyIds) };
  return notices.list(filter, { limit: shownAtMost, order: ['at', 'desc'] });
}

/** Adds notices that are not there yet: each is told once. */
export async function addNotices(documents: NoticeDocument[]): Promise<void> {
  await notices.addMissing(documents);
}

/** How far a day's reminders of a kind have gone; null when they have not begun. */
export function reminderOf(id: string): Promise<ReminderDocument | null> {
  return reminders.find(id);
}

export function putReminder(id: string, cursor: string, done: boolean): Promise<void> {
  return reminders.put({ _id: id, cursor, done });
}
