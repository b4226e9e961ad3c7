import type { CommentOutcome, FeedbackCard, FeedbackInput, FeedbackReport } from '../feedback';

export interface FeedbackApi {
  'feedback.card': (input: { accountId: string }) => FeedbackCard;
  'feedback.answer': (input: { accountId: string; answer: FeedbackInput }) => {
    comment: CommentOutcome;
  };
  'feedback.summary': (input: { accountId: string }) => FeedbackReport;
  'feedback.code': (input: { accountId: string }) => { url: string };
}
