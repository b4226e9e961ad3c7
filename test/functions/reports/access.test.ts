import type { TestCloud } from '../support/cloud';
import { monthBefore } from '../support/exports';
import {
  fujian,
  fuzhou,
  ordered,
  people,
  period,
  requestKey,
  scheme,
  startReportedCloud,
} from '../support/reported';

const { province, city, other, county, researcher, vendor, staff } = people;

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startReportedCloud();
}, 120_000);

afterAll(() => cloud.close());

test('what cannot be reported on is refused with the reason', async () => {
  const refusals: [object, string][] = [
    [{ period: monthBefore(0) }, 'period'],
    [{ period: '2026-W40' }, 'period'],
    [{ period: '2026-13' }, 'period'],
    [{ scheme: 'no-such' }, 'scheme'],
    [{ scope: { kind: 'region', regionPrefix: '350181' } }, 'scope'],
  ];
  for (const [changes, field] of refusals) {
    const input = { requestKey: requestKey(), scope: fuzhou, period, scheme, ...changes };
    const answer = await cloud.call(city, 'reports.order', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toEqual([field]);
  }
});

test('a scope that is not one’s own is forbidden, and a report on it is not found', async () => {
  const input = { requestKey: requestKey(), scope: fujian, period, scheme };
  for (const openid of [city, county, other]) {
    expect(await cloud.call(openid, 'reports.order', input)).toMatchObject({
      error: { code: 'forbidden' },
    });
  }
  const { id } = await ordered(cloud, city, fuzhou);
  for (const openid of [county, other, researcher, vendor]) {
    expect(await cloud.call(openid, 'reports.get', { reportId: id })).toMatchObject({
      error: { code: 'not-found' },
    });
  }
  expect(await cloud.call(staff, 'reports.get', { reportId: id })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await cloud.call(province, 'reports.get', { reportId: id })).toMatchObject({ ok: true });
});
