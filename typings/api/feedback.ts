import type { FeedbackCard, FeedbackInput, FeedbackReport } from '../feedback';

export interface FeedbackApi {
  'feedback.card': (input: { accountId: string }) => FeedbackCard;
  'feedback.answer': (input: { accountId: string; answer: FeedbackInput }) => {
    /** the sentence waits for the content check and is not shown until then */
    commentPending: boolean;
    answers: number;
  };
  'feedback.summary': (input: { accountId: string }) => FeedbackReport;
  'feedback.code': (input: { accountId: string }) => { url: string };
}
