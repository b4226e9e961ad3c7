export { type AnswerCounts, admit, feedbackLimits } from './admission';
export { feedbackSchema, readAnswer, weekOf } from './answer';
export { checkComment } from './comment';
export { satisfactionFigures } from './satisfaction-figures';
export {
  minimumAnswers,
  noAnswers,
  proportion,
  satisfaction,
  summariseFeedback,
  together,
  withAnswer,
} from './summary';
export { peakRules, unfollowPeaks } from './unfollow-peaks';
