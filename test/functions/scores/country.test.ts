import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { parsePeriod } from '../../../cloudfunctions/domain/indices';
import {
  type CollectionName,
  collections,
  indexes,
} from '../../../cloudfunctions/records/collections.data';
import { openDocuments } from '../../../local/cloudbase/documents';
import { fillDocuments } from '../../../local/cloudbase/documents/fill';
import type { Submission } from '../../../typings/submission';
import { startTestCloud, type TestCloud } from '../support/cloud';

const size = 40;
const periods = ['2026-08', '2026-09', '2026-10'];
const scheme = 'zhengwei-1';

let cloud: TestCloud;
let folder: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  folder = mkdtempSync(join(tmpdir(), 'zhengwei-country-'));
}, 60_000);
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const byId = (list: Record<string, unknown>[]) =>
  new Map(list.map(({ _id, ...fields }) => [_id, fields]));

test('a country that is written straight into a file is the one that the records write', async () => {
  // The records read the service's address when they load.
  const { countryAccount, countryFigures, filedAt, writeCountry } = await import(
    '../../benchmarks/country'
  );
  const file = join(folder, 'documents.sqlite');
  const fill = fillDocuments({ file, collections: Object.keys(collections), indexes });
  writeCountry(fill, { size, periods, scheme, late: 5 });
  fill.close();

  const accounts = Array.from({ length: size }, (_, index) => countryAccount(index));
  await cloud.addAccounts(accounts);
  const submissions = periods.flatMap((id, month) => {
    const period = parsePeriod(id);
    if (!period.ok) throw new Error(id);
    const filed = month === periods.length - 1 ? accounts.slice(0, size - 5) : accounts;
    return filed.map(
      (account, index): Submission => ({
        accountId: account.id,
        period: id,
        revision: 1,
        figures: countryFigures(index, month, period.value.to),
        items: [],
        enteredBy: 'test',
        enteredAt: filedAt(period.value),
        sample: false,
      }),
    );
  });
  await cloud.recordHistory(accounts, submissions);

  const documents = openDocuments({ file, indexes });
  const filled = async (collectionName: string, query: object) => {
    const answer = await documents.call('database.getDocument', {
      collectionName,
      query: EJSON.stringify(query),
      limit: 1000,
    });
    const { list } = answer.data as { list: string[] };
    return byId(list.map((text) => EJSON.parse(text)));
  };
  const compared: [CollectionName, object, number][] = [
    ['accounts', { status: 'active' }, size],
    ...periods.flatMap((period): [CollectionName, object, number][] => [
      ['score-heads', { board: `${scheme}:${period}` }, size - 5],
      ['peer-counters', { board: `${scheme}:${period}` }, size],
      ['peer-counters', { board: `${scheme}:${period}:offices` }, size],
      ['peer-counters', { board: `${scheme}:${period}:ways` }, size],
    ]),
  ];
  for (const [name, filter, least] of compared) {
    const own = await filled(name, filter);
    expect(own.size).toBeGreaterThanOrEqual(least);
    expect([name, filter, own]).toEqual([name, filter, byId(await cloud.documents(name, filter))]);
  }
  documents.close();
}, 60_000);
