import { ServiceError } from '../service-error';

/** A parameter whose shape is wrong, before the database is asked anything. */
export function invalid(message: string): ServiceError {
  return new ServiceError('INVALID_PARAM', message);
}

/** A request that the database refuses: an unknown operator, a value an operator cannot work on. */
export function refused(message: string): ServiceError {
  return new ServiceError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

export function duplicateKey(collection: string, index: string, key: string): ServiceError {
  return new ServiceError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
  );
}

export function collectionMissing(name: string): ServiceError {
  return new ServiceError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}

export function collectionExists(name: string): ServiceError {
  return new ServiceError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}

/** The one code that the SDK's runTransaction retries. */
export function transactionConflict(): ServiceError {
  return new ServiceError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );
}

export function transactionMissing(): ServiceError {
  return new ServiceError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
}
