/** Closed list of error codes; see DESIGN, "Answer". */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable'
  | 'internal';

/** `message` is Chinese and says what to do next; `fields` names each bad field with its reason. */
export interface ApiError {
  code: ErrorCode;
  message: string;
  fields?: Record<string, string>;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; error: ApiError };

/** A page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list as a file, in parts where it is long: `next` begins the next part, null after the last. */
export interface SheetPart {
  url: string;
  next: string | null;
}
