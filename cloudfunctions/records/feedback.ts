import type { FeedbackAnswer, FeedbackTally } from '../../typings/feedback';
import type { Result } from '../../typings/result';
import type { Day, Instant } from '../../typings/vocabulary';
import { admit, noAnswers, withAnswer } from '../domain/feedback';
import { keyedHash } from '../platform/identity';
import { idOf } from '../platform/random';
import { collection, command, type Document, inOneUnit, type Unit } from './collection';
import { oneForAll } from './one-for-all';

/** What one account was answered on one day: read instead of the answers. */
export interface FeedbackDay extends FeedbackTally, Document {
  accountId: string;
  day: Day;
  week: string;
}

interface Counter extends Document {
  count: number;
}

interface Kept extends Omit<FeedbackAnswer, 'comment'>, Document {
  /** in its day's tally */
  counted: boolean;
}

const answers = collection<Kept>('feedback-answers');
const days = collection<FeedbackDay>('feedback-days');
const counters = collection<Counter>('feedback-counters');
const mostDays = 400;
const answersAtOnce = 100;
const batchesOfCall = 5;

/** Whether a person has answered on an account this week. */
export async function hasAnswered(
  who: string,
  { accountId, week }: { accountId: string; week: string },
): Promise<boolean> {
  return (await answers.find(answerId(who, accountId, week))) !== null;
}

/**
 * Keeps an answer, without its sentence: all or nothing. Those who answer on one account at one moment
 * do not meet: its day and hour are counted afterwards. Errors: `conflict` for a second answer of the
 * week, `rate-limited` for too many of a person or on an account.
 */
export async function keepAnswer(
  who: string,
  { comment: _, ...answer }: FeedbackAnswer,
  instant: Instant,
): Promise<Result<true>> {
  const { accountId, week, day } = answer;
  const _id = answerId(who, accountId, week);
  const person = `person:${keyedHash('feedback', who, day)}`;
  const hour = `account:${idOf(accountId, instant.slice(0, 13))}`;
  const onAccount = (await counters.find(hour))?.count ?? 0;
  const kept = await inOneUnit(async (unit): Promise<Result<true>> => {
    const standing = await unit.find('feedback-answers', _id);
    const byPerson = (await unit.find<Counter>('feedback-counters', person))?.count ?? 0;
    const admitted = admit({
      byPersonThisWeek: standing ? 1 : 0,
      byPersonToday: byPerson,
      forAccountThisHour: onAccount,
    });
    if (!admitted.ok) return admitted;
    await unit.add<Kept>('feedback-answers', { _id, ...answer, counted: false });
    await unit.put<Counter>('feedback-counters', { _id: person, count: byPerson + 1 });
    return admitted;
  });
  if (!kept.ok) return kept;
  await countOne(hour);
  await countAnswers({ accountId });
  return kept;
}

/** Counts answers that no tally has yet, of an account or of all. */
export function countAnswers(of: { accountId?: string }, batches = batchesOfCall): Promise<void> {
  return oneForAll(batches, {
    next: async () => {
      const left = await answers.list({ counted: false, ...of }, { limit: answersAtOnce });
      return left.map(({ _id }) => _id);
    },
    work: tally,
  });
}

async function tally(unit: Unit, ids: string[]): Promise<void> {
  const found = await unit.findMany<Kept>('feedback-answers', ids);
  const left = found.filter(({ counted }) => !counted);
  for (const { _id } of left) await unit.change('feedback-answers', _id, { counted: true });
  const dayOf = ({ accountId, day }: Kept) => `${accountId}:${day}`;
  const standing = await unit.findMany<FeedbackDay>('feedback-days', [...new Set(left.map(dayOf))]);
  const tallies = new Map(standing.map((one) => [one._id, one]));
  for (const answer of left) {
    const { accountId, day, week } = answer;
    const _id = dayOf(answer);
    const counted = withAnswer(tallies.get(_id) ?? noAnswers(), answer);
    tallies.set(_id, { ...counted, _id, accountId, day, week });
  }
  for (const one of tallies.values()) await unit.put('feedback-days', one);
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

async function countOne(_id: string): Promise<void> {
  const counted = await counters.change({ _id }, { count: command.inc(1) });
  if (counted > 0 || (await counters.addOnce({ _id, count: 1 }))) return;
  await counters.change({ _id }, { count: command.inc(1) });
}

/** Differs by account and week, so that no two answers of a person can be told to be theirs. */
function answerId(who: string, accountId: string, week: string): string {
  return keyedHash('feedback', who, accountId, week);
}
