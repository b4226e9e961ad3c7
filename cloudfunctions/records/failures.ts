/** The SDK throws errors and plain objects alike, both with `code` and `message`. */
function told(failure: unknown): string {
  if (typeof failure !== 'object' || failure === null) return String(failure);
  const { code, message } = failure as { code?: unknown; message?: unknown };
  return `${String(code)} ${String(message)}`;
}

/** Whether a write failed because its `_id` or a unique field is taken. */
export function isDuplicate(failure: unknown): boolean {
  return /E11000|duplicate/i.test(told(failure));
}

/** Whether a transaction kept meeting other writes until its attempts were used up. */
export function isContention(failure: unknown): boolean {
  return /TRANSACTION_CONFLICT|WriteConflict/i.test(told(failure));
}

/** Whether a collection could not be made because it is there. */
export function isExisting(failure: unknown): boolean {
  return /COLLECTION_ALREADY_EXIST|COLLECTION_EXIST|already exist/i.test(told(failure));
}
