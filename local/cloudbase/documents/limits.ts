/** The service's own limits, so that what works here works there. */
export const limits = {
  /** documents that one `get` answers when it asks for no number */
  defaultPage: 100,
  /** documents that one `get` answers at most, whatever it asks for */
  largestPage: 1000,
  /** bytes of a document as BSON (the SDK's `db_doc_size_limit`) */
  documentBytes: 512 * 1024,
  /** levels of objects and arrays in a document, a query or an update */
  nesting: 100,
  /** how long a transaction may stay open */
  transactionMilliseconds: 30_000,
  /** how long a plain write waits for a transaction that holds its document */
  writeWaitMilliseconds: 5_000,
} as const;
