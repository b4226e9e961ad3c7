import type { Submission } from '../../typings/submission';

/** A wrong form, a phone number left in full (nobody's), and nothing else out of the ordinary. */
const mistakes = ['渡假村消防安全检查通报', '便民：咨询请拨 13800138000', '再接再励，冲刺四季度'];
const every = 29;

/** Gives a few of the newest articles the slips that a person is to look at. */
export function withSlips(submissions: Submission[]): Submission[] {
  let at = 0;
  return submissions.map((submission) => {
    const [first, ...rest] = submission.items;
    if (!first) return submission;
    at += 1;
    const title = at % every === 0 ? mistakes[(at / every) % mistakes.length] : undefined;
    return title ? { ...submission, items: [{ ...first, title }, ...rest] } : submission;
  });
}
