import type { FeedbackTally } from '../../../typings/feedback';
import type { Figures } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';

/** What citizens' answers give to a period's figures, whatever their count; nothing of none. */
export function satisfactionFigures({ answers, satisfied }: FeedbackTally, asOf: Day): Figures {
  if (answers === 0) return {};
  const known = { measure: null, source: 'api' as const, asOf };
  return {
    satisfactionAnswers: { value: answers, ...known },
    satisfied: { value: satisfied, ...known },
  };
}
