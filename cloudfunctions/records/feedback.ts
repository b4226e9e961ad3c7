import type { FeedbackAnswer, FeedbackTally } from '../../typings/feedback';
import type { Result } from '../../typings/result';
import type { Day, Instant } from '../../typings/vocabulary';
import { admit, noAnswers, withAnswer } from '../domain/feedback';
import { keyedHash } from '../platform/identity';
import { idOf } from '../platform/random';
import { collection, command, type Document, inOneUnit, type Unit } from './collection';

/** What one account was answered on one day: read instead of the answers. */
export interface FeedbackDay extends FeedbackTally, Document {
  accountId: string;
  day: Day;
  week: string;
}

interface Counter extends Document {
  count: number;
}

type Kept = Omit<FeedbackAnswer, 'comment'> & Document;

const answers = collection<Kept>('feedback-answers');
const days = collection<FeedbackDay>('feedback-days');
const mostDays = 400;

/** Whether a person has answered on an account this week. */
export async function hasAnswered(
  who: string,
  { accountId, week }: { accountId: string; week: string },
): Promise<boolean> {
  return (await answers.find(answerId(who, accountId, week))) !== null;
}

/**
 * Keeps an answer, without its sentence, and counts it: all or nothing. Errors: `conflict` for a
 * second one of the week, `rate-limited` for too many of a person or on an account.
 */
export function keepAnswer(
  who: string,
  { comment: _, ...answer }: FeedbackAnswer,
  instant: Instant,
): Promise<Result<true>> {
  const { accountId, week, day } = answer;
  const _id = answerId(who, accountId, week);
  const person = `person:${keyedHash('feedback', who, day)}`;
  const hour = `account:${idOf(accountId, instant.slice(0, 13))}`;
  return inOneUnit(async (unit) => {
    const standing = await unit.find('feedback-answers', _id);
    const [byPerson, onAccount] = [await countOf(unit, person), await countOf(unit, hour)];
    const admitted = admit({
      byPersonThisWeek: standing ? 1 : 0,
      byPersonToday: byPerson,
      forAccountThisHour: onAccount,
    });
    if (!admitted.ok) return admitted;
    const id = `${accountId}:${day}`;
    const before = await unit.find<FeedbackDay>('feedback-days', id);
    const after = withAnswer(before ?? noAnswers(), answer);
    await unit.add<Kept>('feedback-answers', { _id, ...answer });
    await unit.put<FeedbackDay>('feedback-days', { ...after, _id: id, accountId, day, week });
    await unit.put<Counter>('feedback-counters', { _id: person, count: byPerson + 1 });
    await unit.put<Counter>('feedback-counters', { _id: hour, count: onAccount + 1 });
    return { ok: true, value: true };
  });
}

/** What an account was answered from one day to another, day by day. */
export function daysBetween(accountId: string, from: Day, to: Day): Promise<FeedbackDay[]> {
  const filter = { accountId, day: command.gte(from).and(command.lte(to)) };
  return days.list(filter, { limit: mostDays, order: ['day', 'asc'] });
}

/** Answered days from elsewhere, for scripts alone. */
export function addFeedbackDays(list: FeedbackDay[]): Promise<void> {
  return days.add(list);
}

async function countOf(unit: Unit, id: string): Promise<number> {
  return (await unit.find<Counter>('feedback-counters', id))?.count ?? 0;
}

/** Differs by account and week, so that no two answers of a person can be told to be theirs. */
function answerId(who: string, accountId: string, week: string): string {
  return keyedHash('feedback', who, accountId, week);
}
