/** A refusal that the client sees: the gateway answers it as `{ requestId, code, message }`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
