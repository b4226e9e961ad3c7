export { type AnswerCounts, admit, answerKey, feedbackLimits } from './admission';
export { feedbackSchema, readAnswer, weekOf } from './answer';
export { checkComment } from './comment';
export { minimumAnswers, proportion, satisfactionFigures, summariseFeedback } from './summary';
export { peakRules, unfollowPeaks } from './unfollow-peaks';
