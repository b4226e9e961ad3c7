import type { FeedbackAnswer, SatisfactionFigures } from '../../typings/feedback';
import type { Result } from '../../typings/result';
import type { Instant } from '../../typings/vocabulary';
import { admit, answerKey, countsOf, type FeedbackCounts } from '../domain/feedback';
import { idOf, randomId } from '../platform/random';
import { collection, command, type Document, inOneUnit, type Unit } from './collection';
import { type FeedbackComment, keepComment } from './feedback-comments';

interface AnswerDocument extends Document {
  accountId: string;
  week: string;
}

/** What the answers of one account and ISO week come to. */
export interface FeedbackWeek extends FeedbackCounts, Document {
  accountId: string;
  week: string;
}

interface RateDocument extends Document {
  count: number;
}

/** A citizen's answer and who gave it, by keyed hash. */
export interface GivenAnswer {
  answer: FeedbackAnswer;
  who: string;
  at: Instant;
}

const answers = collection<AnswerDocument>('feedback-answers');
const weeks = collection<FeedbackWeek>('feedback-weeks');

const weekId = (accountId: string, week: string): string => `${accountId}:${week}`;

/** One person, one account, one week: two answers at once meet at the same id. */
const answerId = ({ answer: { accountId, week }, who }: Omit<GivenAnswer, 'at'>): string =>
  idOf('feedback', answerKey(accountId, week, who));

/**
 * Counts an answer, all or nothing. Of the person nothing is kept but the used key, and the sentence
 * stands apart from it. Answers with the sentence's id, null without one. Errors: `conflict` for a
 * second answer in a week, `rate-limited`.
 */
export function recordAnswer(given: GivenAnswer): Promise<Result<string | null>> {
  const { answer, who, at } = given;
  const { accountId, week, comment, day } = answer;
  const ofPerson = idOf('person', who, day);
  const ofAccount = idOf('account', accountId, at.slice(0, 13));
  return inOneUnit(async (unit) => {
    const id = answerId(given);
    const [standing, byPerson, forAccount] = [
      await unit.find<AnswerDocument>('feedback-answers', id),
      await countOf(unit, ofPerson),
      await countOf(unit, ofAccount),
    ];
    const admitted = admit({
      byPersonThisWeek: standing ? 1 : 0,
      byPersonToday: byPerson,
      forAccountThisHour: forAccount,
    });
    if (!admitted.ok) return admitted;
    await unit.add<AnswerDocument>('feedback-answers', { _id: id, accountId, week });
    await unit.put<RateDocument>('feedback-rates', { _id: ofPerson, count: byPerson + 1 });
    await unit.put<RateDocument>('feedback-rates', { _id: ofAccount, count: forAccount + 1 });
    await countAnswer(unit, answer);
    if (comment === undefined) return { ok: true, value: null };
    const kept: FeedbackComment = {
      _id: randomId(),
      accountId,
      week,
      text: comment,
      state: 'pending',
    };
    await keepComment(unit, kept);
    return { ok: true, value: kept._id };
  });
}

async function countOf(unit: Unit, id: string): Promise<number> {
  return (await unit.find<RateDocument>('feedback-rates', id))?.count ?? 0;
}

async function countAnswer(unit: Unit, answer: FeedbackAnswer): Promise<void> {
  const { accountId, week } = answer;
  const _id = weekId(accountId, week);
  const counts = countsOf(answer);
  if (await unit.find('feedback-weeks', _id)) {
    await unit.change('feedback-weeks', _id, increments(counts));
  } else {
    await unit.add<FeedbackWeek>('feedback-weeks', { _id, accountId, week, ...counts });
  }
}

/** What an answer adds, path by path. */
function increments(counts: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([key, value]) => {
      const path = `${prefix}${key}`;
      if (typeof value === 'number') return value === 0 ? [] : [[path, command.inc(value)]];
      return Object.entries(increments(value, `${path}.`));
    }),
  );
}

/** Whether a person has answered on an account in a week. */
export async function hasAnswered(accountId: string, week: string, who: string): Promise<boolean> {
  return (await answers.find(idOf('feedback', answerKey(accountId, week, who)))) !== null;
}

/** The newest weeks with answers, newest first. */
export function recentWeeks(accountId: string, limit: number): Promise<FeedbackWeek[]> {
  return weeks.list({ accountId }, { limit, order: ['week', 'desc'] });
}

/** What the weeks from one to another, both included, add to a period's figures. */
export async function satisfactionBetween(
  accountId: string,
  fromWeek: string,
  toWeek: string,
): Promise<SatisfactionFigures> {
  const filter = { accountId, week: command.gte(fromWeek).and(command.lte(toWeek)) };
  const found = await weeks.list(filter, { limit: 60 });
  return {
    satisfactionAnswers: found.reduce((sum, one) => sum + one.satisfactionAnswers, 0),
    satisfied: found.reduce((sum, one) => sum + one.satisfied, 0),
  };
}

/** Counted weeks as they are given, for scripts alone. */
export function addFeedbackWeeks(
  given: (FeedbackCounts & { accountId: string; week: string })[],
): Promise<void> {
  return weeks.add(given.map((one) => ({ _id: weekId(one.accountId, one.week), ...one })));
}
