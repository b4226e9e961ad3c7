import { checkRelease, rowsOfCsv } from '../../../cloudfunctions/domain/datasets/check-release';
import { sha256 } from '../../../cloudfunctions/platform/digests';
import type { DatasetRelease } from '../../../typings/datasets';
import type { TestCloud } from '../support/cloud';
import { deskOf, startDatasets } from '../support/datasets';

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  cloud = await startDatasets();
  desk = deskOf(cloud);
}, 120_000);
afterAll(() => cloud.close());

describe('a release', () => {
  let release: DatasetRelease;
  let applicationId: string;
  let texts: Map<string, string>;
  beforeAll(async () => {
    release = await desk.made({ kind: 'region', regionPrefix: '350102' });
    applicationId = await desk.approved(release.id);
    texts = await desk.fetched(applicationId);
  }, 60_000);
  afterAll(() => desk.withdrawn(release.id));

  test('hides every account among k, in traits and in numbers, as anyone can check', () => {
    const dictionary = JSON.parse(texts.get('dictionary.json') ?? '');
    const rows = rowsOfCsv(texts.get('data-01.csv') ?? '', dictionary);
    const check = checkRelease(dictionary, rows);
    expect(check.faults).toEqual([]);
    expect(rows.length).toBe(1200);
    expect(release.disclosure).toMatchObject({ accounts: 1200, released: 1200, suppressed: 0 });
    expect(texts.get('data-01.csv')).not.toContain('9876543');
  });

  test('names no account, agency, person or text', () => {
    const all = [...texts.values()].join('\n');
    expect(all).not.toMatch(/测试|test_g|agency-|openid|comment_text/);
  });

  test('carries sums that its files have, and a checksum over them', () => {
    const sums = texts.get('SHA256SUMS') ?? '';
    for (const [name, text] of texts) {
      if (name !== 'SHA256SUMS') expect(sums).toContain(`${sha256(text)}  ${name}\n`);
    }
    expect(release.checksum).toBe(sha256(sums));
    expect(release.citation).toContain(sha256(sums));
  });

  test('leaves neither key nor working files behind', async () => {
    expect(await cloud.documents('dataset-builds', { _id: release.id })).toEqual([]);
    const [kept] = await cloud.documents('dataset-releases', { _id: release.id });
    expect(JSON.stringify(kept)).not.toMatch(/work\/|"key"/);
  });

  test('shares no pseudonym with another release of the same accounts', async () => {
    await desk.withdrawn(release.id);
    const again = await desk.made({ kind: 'region', regionPrefix: '350102' });
    const second = await desk.fetched(await desk.approved(again.id));
    const pseudonyms = (all: Map<string, string>) =>
      (all.get('data-01.csv') ?? '').match(/\bp[0-9a-f]{16}\b/g) ?? [];
    const before = new Set(pseudonyms(texts));
    expect(before.size).toBe(1200);
    expect(pseudonyms(second).filter((one) => before.has(one))).toEqual([]);
    // The order of the rows must not tell the accounts either.
    expect(pseudonyms(second)).toEqual([...pseudonyms(second)].sort());
    expect(again.version).toBe(release.version + 1);
    await desk.withdrawn(again.id);
  }, 60_000);
});
