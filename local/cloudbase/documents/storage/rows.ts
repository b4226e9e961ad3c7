import { parseStored } from '../values/ejson';
import { encodeKey } from '../values/keys';
import type { Document } from '../values/types';

/** A stored document: its place in the order of insertion, and its text, read when it is asked for. */
export class Row {
  private parsed: Document | undefined;

  constructor(
    readonly seq: number,
    readonly body: string,
    parsed?: Document,
  ) {
    this.parsed = parsed;
  }

  get document(): Document {
    this.parsed ??= parseStored(this.body);
    return this.parsed;
  }
}

/** A document that is ready to be written: with its text, made once. */
export interface Draft {
  document: Document;
  body: string;
}

/** The key of a document's `_id`, under which it is stored and locked. */
export function idKeyOf(document: Document): Buffer {
  return encodeKey(document._id);
}
