import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';
import type { Instant } from '../../typings/vocabulary';
import { now } from '../platform/clock';
import { idOf } from '../platform/random';
import { type Document, inOneUnit, type Unit } from './collection';

/** A request that is to have one effect and one answer, however often it is sent. */
export interface Answered {
  who: string;
  action: string;
  requestKey: string;
  /** what was asked: the same key with another question is a mistake */
  asked: unknown;
}

interface RequestDocument extends Document {
  /** keyed hash of who asked */
  who: string;
  at: Instant;
  asked: string;
  answer: unknown;
}

const reused: ApiError = {
  code: 'conflict',
  message: '这次提交与先前的提交编号相同、内容不同，请返回上一步重新提交。',
};

/**
 * Runs work in one unit together with the record of its answer. Sent again, also at the same time,
 * the same request is given that answer and runs nothing. Answers that refuse are not kept.
 */
export function answeredOnce<T>(
  { who, action, requestKey, asked }: Answered,
  work: (unit: Unit) => Promise<Result<T>>,
): Promise<Result<T>> {
  const _id = idOf(who, action, requestKey);
  const question = idOf(JSON.stringify(asked));
  return inOneUnit(async (unit) => {
    const standing = await unit.find<RequestDocument>('requests', _id);
    if (standing) {
      return standing.asked === question
        ? { ok: true, value: standing.answer as T }
        : { ok: false, error: reused };
    }
    const result = await work(unit);
    if (result.ok) {
      const { instant: at } = now();
      await unit.put<RequestDocument>('requests', {
        _id,
        who,
        at,
        asked: question,
        answer: result.value,
      });
    }
    return result;
  });
}
