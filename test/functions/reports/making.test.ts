import type { StepSize } from '../../../cloudfunctions/functions/reports/making';
import type { TestCloud } from '../support/cloud';
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

const { province, city } = people;

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startReportedCloud();
}, 120_000);

afterAll(() => cloud.close());

describe('killed at any page', () => {
  const sizes: StepSize[] = [
    { scores: 14, milliseconds: 0 },
    { scores: 62, milliseconds: 0 },
    { scores: 2000, milliseconds: 2000 },
  ];

  test('a report goes on to the same words and checksum', async () => {
    const { step } = await import('../../../cloudfunctions/functions/reports/making');
    const { findReport, addReport } = await import('../../../cloudfunctions/records/reports');
    const finished = await ordered(cloud, province, fujian);
    const document = await findReport(finished.id);
    if (!document) throw new Error('no report');
    const checksums = [];
    for (const [index, size] of sizes.entries()) {
      const id = `again-${index}`;
      const begun = {
        ...document,
        _id: id,
        state: 'running' as const,
        done: 0,
        headline: null,
        checksum: null,
      };
      const request = { who: 'test', action: 'reports.order', requestKey: id, asked: id };
      await addReport(begun, request);
      for (;;) {
        const standing = await findReport(id);
        if (standing?.state !== 'running') {
          checksums.push(standing?.checksum);
          break;
        }
        // A call that was overtaken: it does the same step, and only one of them counts.
        await Promise.all([step(standing, size), step(standing, size)]);
      }
    }
    expect(checksums).toEqual(sizes.map(() => finished.checksum));
  });
});

test('the same request twice makes one report', async () => {
  const input = { requestKey: requestKey(), scope: fuzhou, period, scheme };
  const [one, other] = await Promise.all([
    cloud.call(city, 'reports.order', input),
    cloud.call(city, 'reports.order', input),
  ]);
  expect(one.ok && other.ok && one.data.id === other.data.id).toBe(true);
});
