import { startTestCloud, type TestCloud } from './support/cloud';
import { madeAccount } from './support/sample';

let cloud: TestCloud;
const size = 1200;
jest.setTimeout(60_000);
const today = '2026-11-26';

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(
    Array.from({ length: size }, (_, index) =>
      madeAccount(`acc-${String(index).padStart(4, '0')}`, {
        status: index % 10 === 0 ? 'closed' : 'active',
        closedOn: index % 10 === 0 ? '2026-01-01' : null,
        filing: { status: index % 3 === 0 ? 'none' : 'filed', number: null, date: null },
        agency: { region: index % 2 === 0 ? '350102' : '440103', department: 'health' },
      }),
    ),
  );
});
afterAll(() => cloud.close());

const region = (regionPrefix: string) => ({ kind: 'region' as const, regionPrefix });

test('the registry is counted page by page, once, whoever counts and however often', async () => {
  const { countPage, totalsWithin } = await import('../../cloudfunctions/records/registry-totals');
  expect(await totalsWithin(region('35'))).toBeNull();
  // Two count at once, as a timer and a call may: a page that both read counts once.
  for (let more = true; more; ) {
    const [one, other] = await Promise.all([countPage(today), countPage(today)]);
    more = one && other;
  }
  expect(await countPage(today)).toBe(false);
  const country = await totalsWithin(region(''));
  expect(country).toMatchObject({ active: 1080, closed: 120, unfiled: 360, countedOn: today });
  const [fuzhou, guangzhou] = await Promise.all(
    ['3501', '440103'].map((prefix) => totalsWithin(region(prefix))),
  );
  expect((fuzhou?.active ?? 0) + (guangzhou?.active ?? 0)).toBe(1080);
  expect(await totalsWithin({ ...region(''), department: 'court' })).toMatchObject({ active: 0 });
  expect(await totalsWithin(region('65'))).toMatchObject({ active: 0, closed: 0 });
});

test('yesterday’s count stands until today’s is whole', async () => {
  const { countPage, totalsWithin } = await import('../../cloudfunctions/records/registry-totals');
  await cloud.addAccounts([madeAccount('late', { agency: { region: '350102' } })]);
  const tomorrow = '2026-11-27';
  await countPage(tomorrow);
  expect(await totalsWithin(region(''))).toMatchObject({ active: 1080, countedOn: today });
  while (await countPage(tomorrow));
  expect(await totalsWithin(region(''))).toMatchObject({ active: 1081, countedOn: tomorrow });
});
