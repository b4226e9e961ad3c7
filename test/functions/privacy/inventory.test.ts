import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventory } from '../../../cloudfunctions/domain/privacy/inventory.data';
import { leastAuditDays, retentions } from '../../../cloudfunctions/domain/privacy/retention.data';
import { collections, indexes } from '../../../cloudfunctions/records/collections.data';
import { root } from '../../../scripts/builds';
import { storedFields } from './walk-collections';

/** Names under which a document would tell of a person. */
const personal =
  /^(who|openid|unionid|member|alias|nickname|author|contact|responsible|acceptor|institution|purpose|avatar|idCard|\w*(By|[oO]fficer|[pP]hone|[mM]obile|[eE]mail|[iI]nspector|[rR]eviewer|[aA]ssignee|[pP]erson|[sS]igner|[rR]ecipient))$/;

/** They look personal and are not. */
const others = new Map([
  ['leaderboards purpose', 'whether a scheme is for research or assessment'],
  ['reports purpose', 'whether a scheme is for research or assessment'],
  ['mode-facts facts.supervision.namedOfficer', 'whether one is named, not who'],
]);

const keyOf = ({ collection, field }: { collection: string; field: string }) =>
  `${collection} ${field}`;
const fields = storedFields();
const held = new Set(fields.map(keyOf));

test('the walk finds the documents of every collection', () => {
  const walked = new Set(fields.map(({ collection }) => collection));
  expect(Object.keys(collections).filter((name) => !walked.has(name))).toEqual([]);
});

test('every field that looks personal is in the inventory', () => {
  const listed = new Set([...inventory.map(keyOf), ...others.keys()]);
  const missing = fields.filter(({ field }) => personal.test(field.split('.').at(-1) ?? ''));
  expect(missing.map(keyOf).filter((key) => !listed.has(key))).toEqual([]);
});

test('the inventory lists nothing that is not kept', () => {
  expect(inventory.map(keyOf).filter((key) => !held.has(key))).toEqual([]);
  expect(new Set(inventory.map(keyOf)).size).toBe(inventory.length);
});

test('what names a person is found by an index', () => {
  const indexed = new Set(
    indexes.map(({ collection, fields }) => `${collection} ${fields[0]?.field}`),
  );
  const hashes = inventory.filter(({ holds }) => holds === 'member').map(keyOf);
  expect(hashes.filter((key) => !indexed.has(key))).toEqual([]);
});

test('what expires is found by an index, and logs stay as long as the law asks', () => {
  const firsts = new Set(
    indexes.map(({ collection, fields }) => `${collection} ${fields[0]?.field}`),
  );
  expect(retentions.map(keyOf).filter((key) => !firsts.has(key))).toEqual([]);
  const audit = retentions.find(({ collection }) => collection === 'audit');
  expect(audit?.days).toBeGreaterThanOrEqual(leastAuditDays);
});

test('the page for people lists the same collections', () => {
  const page = join(root, 'docs', 'personal-data.md');
  expect(existsSync(page)).toBe(true);
  const text = readFileSync(page, 'utf8');
  const unnamed = inventory.filter(
    (field) => !text.includes(`| ${field.collection} | ${field.field} |`),
  );
  expect(unnamed.map(keyOf)).toEqual([]);
});
