import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../service-error';
import { invalid, transactionMissing } from '../errors';
import { limits } from '../limits';
import type { Connection } from '../storage/connection';
import { History } from './history';
import { Locks } from './locks';
import { PlainSession } from './plain-session';
import type { Session } from './session';
import { Transaction } from './transaction';

/** The open transactions, which live in memory: none outlives the process. */
export class Transactions {
  readonly plain: PlainSession;
  private readonly history = new History();
  private readonly locks = new Locks();
  private readonly open = new Map<string, Transaction>();

  constructor(
    private readonly connection: Connection,
    private readonly clock: () => number,
  ) {
    this.plain = new PlainSession(connection, this.history, this.locks);
  }

  start(): string {
    const id = randomUUID();
    this.open.set(id, new Transaction(this.clock(), this.connection, this.history, this.locks));
    return id;
  }

  /**
   * Runs a request within the transaction that it names. One that fails there ends the transaction,
   * as in MongoDB: nothing of it remains.
   * @throws ServiceError DATABASE_TRANSACTION_FAIL when there is none of that name
   */
  run<Result>(id: unknown, action: (session: Session) => Result): Result {
    const transaction = this.require(id);
    try {
      return action(transaction);
    } catch (error) {
      if (error instanceof ServiceError && error.code !== 'INVALID_PARAM')
        this.close(String(id), transaction);
      throw error;
    }
  }

  commit(id: unknown): void {
    const transaction = this.require(id);
    try {
      transaction.commit();
    } finally {
      this.close(String(id), transaction);
    }
  }

  abort(id: unknown): void {
    this.close(String(id), this.require(id));
  }

  /** Ends the transactions that have been open for too long. */
  expire(): void {
    for (const [id, transaction] of this.open) {
      if (this.clock() - transaction.startedAt > limits.transactionMilliseconds)
        this.close(id, transaction);
    }
  }

  private require(id: unknown): Transaction {
    if (typeof id !== 'string' || id === '') throw invalid('transactionId must be a string');
    const transaction = this.open.get(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  private close(id: string, transaction: Transaction): void {
    this.open.delete(id);
    transaction.close();
  }
}
