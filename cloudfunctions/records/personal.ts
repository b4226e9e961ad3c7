import type { Erasure, PersonalField } from '../../typings/privacy';
import type { Instant } from '../../typings/vocabulary';
import type { Retention } from '../domain/privacy/retention.data';
import { collection, command, type Document } from './collection';
import { type CollectionName, collections } from './collections.data';

type AnyDocument = Document & Record<string, unknown>;

/** What stands where a person stood. */
export const erased = '已注销';

const pageSize = 500;
/** Pages that one firing of a timer removes; what is left goes at the next. */
const mostPages = 40;

function named(name: string): CollectionName {
  if (!Object.hasOwn(collections, name)) throw new Error(`No collection is called ${name}`);
  return name as CollectionName;
}

/** Everything that names a person in a field, page by page. */
export async function* recordsNaming(
  { collection: name, field }: PersonalField,
  who: string,
): AsyncGenerator<AnyDocument[]> {
  const stored = collection<AnyDocument>(named(name));
  for (let after: string | null = null; ; ) {
    const filter = { [field]: who, ...(after === null ? {} : { _id: command.gt(after) }) };
    const page: AnyDocument[] = await stored.list(filter, {
      limit: pageSize,
      order: ['_id', 'asc'],
    });
    if (page.length > 0) yield page;
    after = page.at(-1)?._id ?? null;
    if (page.length < pageSize) return;
  }
}

/** Takes a person out of every record, as the inventory says; done again, it finds nothing left. */
export async function erasePerson(
  inventory: readonly PersonalField[],
  who: string,
): Promise<Erasure> {
  const erasure = { removed: 0, anonymised: 0 };
  for (const field of inventory) {
    if (field.holds !== 'member' || field.onErase === 'keep') continue;
    const stored = collection<AnyDocument>(named(field.collection));
    for await (const page of recordsNaming(field, who)) {
      const ids = page.map(({ _id }) => _id);
      if (field.onErase === 'remove') {
        await stored.removeIn(ids);
        erasure.removed += ids.length;
      } else {
        await anonymise(field, page, who);
        erasure.anonymised += ids.length;
      }
    }
  }
  return erasure;
}

async function anonymise(
  { collection: name, field }: PersonalField,
  page: AnyDocument[],
  who: string,
): Promise<void> {
  const stored = collection<AnyDocument>(named(name));
  if (!field.includes('.')) {
    await stored.change({ _id: command.in(page.map(({ _id }) => _id)) }, { [field]: erased });
    return;
  }
  for (const document of page) {
    await stored.change({ _id: document._id }, without(document, field, who));
  }
}

/** The change that takes a person out of a field, also of a list's entries. */
function without(document: AnyDocument, field: string, who: string): object {
  const [top = field, ...rest] = field.split('.');
  return { [top]: command.set(replaced(document[top], rest, who)) };
}

function replaced(value: unknown, path: string[], who: string): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, path, who));
  const [name, ...rest] = path;
  if (name === undefined) return value === who ? erased : value;
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [name]: replaced(Reflect.get(value, name), rest, who) };
}

/** Removes what is older than its term; answers with how many records went. */
export async function removeExpired(
  { collection: name, field }: Retention,
  before: Instant,
): Promise<number> {
  const stored = collection<AnyDocument>(name);
  let removed = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const options = { limit: pageSize, fields: ['_id'] };
    const expired = await stored.list({ [field]: command.lt(before) }, options);
    await stored.removeIn(expired.map(({ _id }) => _id));
    removed += expired.length;
    if (expired.length < pageSize) break;
  }
  return removed;
}
