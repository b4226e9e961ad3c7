import type { ApiError } from '../../typings/answer';
import type { ModeFacts } from '../../typings/modes';
import type { Result } from '../../typings/result';
import type { Instant } from '../../typings/vocabulary';
import { collection, type Document } from './collection';
import { type Answered, answeredOnce } from './requests';

/** What an agency said of how an account is run, at one time. */
export interface StatedFacts {
  accountId: string;
  /** 1 for the first; each change adds one */
  revision: number;
  facts: ModeFacts;
  enteredBy: string;
  enteredAt: Instant;
}

type FactsDocument = StatedFacts & Document;

const revisions = collection<FactsDocument>('mode-facts');
const maxRevisions = 100;

const overtaken: ApiError = {
  code: 'conflict',
  message: '刚刚有人改过这些情况，您填的内容还在。请刷新看过对方的内容后再保存。',
};

/** Every statement on one account, newest first. */
export function factsOf(accountId: string): Promise<StatedFacts[]> {
  return revisions.list({ accountId }, { limit: maxRevisions, order: ['revision', 'desc'] });
}

/** Appends a statement, once for a request; `conflict` when somebody else's came first. */
export function recordFacts(stated: StatedFacts, request: Answered): Promise<Result<number>> {
  const { accountId, revision } = stated;
  return answeredOnce(request, async (unit) => {
    const id = (number: number) => `${accountId}:${number}`;
    const before = revision === 1 || (await unit.find('mode-facts', id(revision - 1)));
    const taken = await unit.find('mode-facts', id(revision));
    if (!before || taken) return { ok: false, error: overtaken };
    await unit.add<FactsDocument>('mode-facts', { _id: id(revision), ...stated });
    return { ok: true, value: revision };
  });
}

/** First statements of many accounts, for scripts alone. */
export function addFacts(stated: StatedFacts[]): Promise<void> {
  return revisions.add(stated.map((one) => ({ _id: `${one.accountId}:${one.revision}`, ...one })));
}
