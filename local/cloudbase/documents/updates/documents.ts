import { randomBytes } from 'node:crypto';
import { invalid, refused } from '../errors';
import { limits } from '../limits';
import type { Draft } from '../storage/rows';
import { print } from '../values/ejson';
import { bsonSize } from '../values/size';
import { type Document, isDocument, Regex, type Value } from '../values/types';

/** A document as it is stored: with an `_id`, one that is made when it has none, at its head. */
export function withGeneratedId(document: Document): Document {
  const { _id = randomBytes(16).toString('hex'), ...fields } = document;
  if (Array.isArray(_id)) throw refused("The '_id' value cannot be of type array");
  if (_id instanceof Regex) throw refused("The '_id' value cannot be of type regex");
  return { _id, ...fields };
}

/** @throws ServiceError for names that no field can have, and for nesting that is too deep */
export function checkFields(value: Value, depth = 0): void {
  if (depth > limits.nesting) throw invalid(`nested deeper than ${limits.nesting} levels`);
  if (Array.isArray(value)) for (const item of value) checkFields(item, depth + 1);
  if (!isDocument(value)) return;
  for (const name of Object.keys(value)) {
    const field = value[name] ?? null;
    if (name.startsWith('$'))
      throw refused(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
    if (name.includes('\0')) throw refused('a field name cannot hold a null character');
    if (typeof field === 'object' && field !== null) checkFields(field, depth + 1);
  }
}

/** Makes a document ready to be written. @throws ServiceError when it is larger than the service takes */
export function draftOf(document: Document): Draft {
  const body = print(document);
  const size = body.length * 3 < limits.documentBytes ? 0 : bsonSize(document);
  if (size > limits.documentBytes) {
    throw invalid(
      `the document has ${size} bytes, more than the ${limits.documentBytes} that one may have`,
    );
  }
  return { document, body };
}
