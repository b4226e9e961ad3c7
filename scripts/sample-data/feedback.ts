import { noAnswers, weekOf, withAnswer } from '../../cloudfunctions/domain/feedback';
import type {
  FeedbackAnswer,
  FeedbackAspect,
  Rating,
  ServiceOutcome,
} from '../../typings/feedback';
import type { Day } from '../../typings/vocabulary';
import { type Random, seededRandom } from './random';

interface Answered {
  accountId: string;
  /** answers in the last twelve weeks */
  answers: number;
  /** 0–1: how often a rating is good */
  liking: number;
  comments: string[];
}

const answered: Answered[] = [
  {
    accountId: 'sample-jiazaigulou',
    answers: 86,
    liking: 0.68,
    comments: [
      '办居住证的步骤写得很清楚，照着做一次就办好了',
      '希望周末活动早两天发，常常看到时已经结束了',
      '留言第二天就有人回，挺好',
    ],
  },
  { accountId: 'sample-fuzhoufulian', answers: 13, liking: 0.5, comments: [] },
];

const aspects: FeedbackAspect[] = ['worth', 'interest', 'resonance', 'updates', 'appearance'];
const span = 77;
const dayLength = 86_400_000;

/** Citizens' answers of a few accounts, day by day, and sentences that passed the check. */
export function sampleFeedback(today: Day) {
  const random = seededRandom(7);
  const days = answered.flatMap((one) => daysOf(one, today, random));
  const comments = answered.flatMap(({ accountId, comments: texts }) =>
    texts.map((text, index) => ({
      _id: `sample-${accountId}-${index}`,
      accountId,
      week: weekOfDay(dayBefore(today, 7 * index)),
      text,
      state: 'passed' as const,
      author: null,
      sentAt: `${today}T00:00:00Z`,
    })),
  );
  return { days, comments };
}

function daysOf({ accountId, answers, liking }: Answered, today: Day, random: Random) {
  const byDay = new Map<Day, FeedbackAnswer[]>();
  for (let index = 0; index < answers; index += 1) {
    const day = dayBefore(today, random.integer(0, span));
    const answer = { accountId, day, week: weekOfDay(day), ...answerOf(liking, random) };
    byDay.set(day, [...(byDay.get(day) ?? []), answer]);
  }
  return [...byDay].map(([day, list]) => ({
    ...list.reduce(withAnswer, noAnswers()),
    _id: `${accountId}:${day}`,
    accountId,
    day,
    week: weekOfDay(day),
  }));
}

function answerOf(liking: number, random: Random): Pick<FeedbackAnswer, 'ratings' | 'service'> {
  const rating = (): Rating =>
    random.chance(liking) ? 'good' : random.pick(['fair', 'fair', 'poor'] as const);
  const given = aspects.filter(() => random.chance(0.8)).map((aspect) => [aspect, rating()]);
  const outcome: ServiceOutcome = random.chance(0.75)
    ? random.pick(['found', 'finished', 'finished'] as const)
    : 'failed';
  const served = random.chance(0.4) ? { service: outcome } : {};
  return { ratings: Object.fromEntries(given), ...served };
}

function weekOfDay(day: Day): string {
  const week = weekOf(day);
  if (!week.ok) throw new Error(week.error.message);
  return week.value;
}

function dayBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * dayLength).toISOString().slice(0, 10);
}
