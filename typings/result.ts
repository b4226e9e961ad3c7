import type { ApiError } from './answer';

/** What a pure function answers: a value, or what is wrong, as data. */
export type Result<T, E = ApiError> = { ok: true; value: T } | { ok: false; error: E };
