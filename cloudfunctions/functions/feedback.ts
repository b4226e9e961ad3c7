import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import { feedbackSchema, readAnswer } from '../domain/feedback';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { publishFile } from '../platform/files';
import { miniProgramCode } from '../platform/open-api';
import { findAccount } from '../records/accounts';
import { countAnswers, keepAnswer } from '../records/feedback';
import { cardOf } from './feedback/card';
import { checkWaiting, takeComment } from './feedback/comments';
import { reportOf } from './feedback/report';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';

const page = 'feedback/index';
/** A hundred answers each. */
const batchesOfTimer = 50;

export const actions = {
  card: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['feedback.card'],
    run: async ({ accountId }, { who, now }) =>
      cardOf(found(await findAccount(accountId)), who, now.today),
  }),

  answer: action({
    input: v.strictObject({ accountId: inputs.id, answer: feedbackSchema }),
    allow: grants['feedback.answer'],
    // Leaves no audit row: that would tie a person to what they answered.
    async run({ accountId, answer: input }, { who, openid, now }) {
      const account = found(await findAccount(accountId));
      if (account.status === 'closed') {
        const message = '这个公众号已经关停，不再接受评价。';
        throw new Refusal({ code: 'conflict', message });
      }
      const answer = unwrap(readAnswer(input, accountId, now.today));
      unwrap(await keepAnswer(who, answer, now.instant));
      return { comment: await takeComment(answer, openid, now.instant) };
    },
  }),

  summary: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['feedback.summary'],
    subject: theAccount,
    run: (_, { subject: { account }, now }) => reportOf(account, now.today),
  }),

  code: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['feedback.code'],
    subject: theAccount,
    async run({ accountId }) {
      const bytes = await miniProgramCode(page, accountId);
      if (!bytes) {
        const message = '微信没有给出小程序码，请稍后再试；小程序发布后才能生成。';
        throw new Refusal({ code: 'unavailable', message });
      }
      return { url: found(await publishFile(`feedback/${accountId}/评价码.png`, bytes)) };
    },
  }),
} satisfies ActionTable<'feedback'>;

export const main = handler('feedback', actions, {
  checkComments: ({ instant }) => checkWaiting(instant),
  count: () => countAnswers({}, batchesOfTimer),
});
