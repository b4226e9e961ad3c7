import { ServiceError } from '../service-error';
import type { Context } from './context';
import { transactionConflict } from './errors';
import { limits } from './limits';
import type { Parameters } from './parameters';
import { aggregateDocuments, calculateDocument, getDocument } from './reading';
import { Catalogue } from './storage/catalogue';
import type { IndexDeclaration } from './storage/indexes';
import { Held } from './transactions/locks';
import { Transactions } from './transactions/transactions';
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './writing';

export type { IndexDeclaration };

/** An answer to a call: `data`, and beside it what the protocol puts there. */
export interface ActionAnswer {
  data?: unknown;
  [top: string]: unknown;
}

export interface DocumentService {
  /** the names of the actions that `call` knows */
  readonly actions: ReadonlySet<string>;
  /**
   * Runs an action. A write that is answered is on the disk. One that meets a document which an open
   * transaction has written answers later, by a promise.
   * @throws ServiceError
   */
  call(action: string, parameters: Record<string, unknown>): ActionAnswer | Promise<ActionAnswer>;
  close(): void;
}

export interface DocumentOptions {
  /** the SQLite file, made when there is none */
  file: string;
  /** indexes of collections; what a file has beyond them is dropped */
  indexes?: IndexDeclaration[];
  /** false to fill a new file faster: until it is closed, a crash of the machine may lose it */
  durable?: boolean;
  /** the time in milliseconds */
  clock?: () => number;
}

type Request = (context: Context) => unknown;

const requests: Record<string, Request> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
};

type Control = (parameters: Parameters) => ActionAnswer;

/** Opens a document database that speaks CloudBase's database actions. @throws Error when the file cannot be opened */
export function openDocuments({
  file,
  indexes = [],
  durable,
  clock = Date.now,
}: DocumentOptions): DocumentService {
  const catalogue = new Catalogue(file, indexes, durable);
  const transactions = new Transactions(catalogue.connection, clock);
  const controls: Record<string, Control> = {
    'database.addCollection': ({ collectionName }) => {
      catalogue.create(collectionName);
      return { data: {} };
    },
    'database.startTransaction': () => ({ transactionId: transactions.start(), data: {} }),
    'database.commitTransaction': ({ transactionId }) => {
      transactions.commit(transactionId);
      return { data: {} };
    },
    'database.abortTransaction': ({ transactionId }) => {
      transactions.abort(transactionId);
      return { data: {} };
    },
  };

  function answer(action: string, parameters: Parameters): ActionAnswer {
    transactions.expire();
    const control = Object.hasOwn(controls, action) ? controls[action] : undefined;
    if (control) return control(parameters);
    const request = Object.hasOwn(requests, action) ? requests[action] : undefined;
    if (!request) throw new ServiceError('INVALID_ACTION', `action ${action} is not served`);
    const { plain } = transactions;
    const { transactionId } = parameters;
    const common = { catalogue, plain, parameters, now: clock() };
    if (transactionId === undefined || transactionId === null)
      return { data: request({ ...common, session: plain }) };
    return { data: transactions.run(transactionId, (session) => request({ ...common, session })) };
  }

  async function answerWhenFree(
    action: string,
    parameters: Parameters,
    held: Held,
  ): Promise<ActionAnswer> {
    const deadline = Date.now() + limits.writeWaitMilliseconds;
    for (let { holder } = held; ; ) {
      await Promise.race([holder.ended, pause(deadline - Date.now())]);
      try {
        return answer(action, parameters);
      } catch (error) {
        if (!(error instanceof Held)) throw error;
        if (Date.now() >= deadline) throw transactionConflict();
        holder = error.holder;
      }
    }
  }

  return {
    actions: new Set([...Object.keys(controls), ...Object.keys(requests)]),
    call(action, parameters) {
      try {
        return answer(action, parameters);
      } catch (error) {
        if (error instanceof Held) return answerWhenFree(action, parameters, error);
        throw error;
      }
    },
    close: () => catalogue.close(),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, milliseconds)).unref();
  });
}
