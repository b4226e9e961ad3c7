import type { TestCloud } from '../support/cloud';
import {
  fuzhou,
  opened,
  ordered,
  people,
  period,
  requestKey,
  startReportedCloud,
} from '../support/reported';

const { city, researcher, vendor } = people;

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startReportedCloud();
}, 120_000);

afterAll(() => cloud.close());

test('a report is published once a period, numbered, and read by researchers and vendors', async () => {
  const list = await cloud.call(researcher, 'reports.published', {});
  expect(list).toEqual({ ok: true, data: { items: [], next: null } });
  const [one, two] = [await ordered(cloud, city, fuzhou), await ordered(cloud, city, fuzhou)];
  const answers = await Promise.all(
    [one, two].map(({ id }) =>
      cloud.call(city, 'reports.publish', { requestKey: requestKey(), reportId: id }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  const issue = answers.flatMap((answer) => (answer.ok ? [answer.data] : []))[0];
  expect(issue).toMatchObject({ state: 'published', number: 1, publisher: '测试' });
  if (!issue) return;
  expect(issue.checksum).toBe(one.checksum);
  for (const openid of [researcher, vendor]) {
    const { content, trend } = await opened(cloud, openid, issue);
    expect(content.sections.length).toBeGreaterThan(4);
    expect(trend).toEqual([{ reportId: issue.id, period, headline: issue.headline }]);
  }
  const gone = await cloud.call(city, 'reports.discard', { reportId: issue.id });
  expect(gone).toMatchObject({ error: { code: 'conflict' } });
  expect(await cloud.call(researcher, 'reports.list', {})).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a report that is not published can be taken away', async () => {
  const { id } = await ordered(cloud, city, fuzhou);
  expect(await cloud.call(city, 'reports.discard', { reportId: id })).toMatchObject({ ok: true });
  expect(await cloud.call(city, 'reports.get', { reportId: id })).toMatchObject({
    error: { code: 'not-found' },
  });
  const list = await cloud.call(city, 'reports.list', {});
  expect(list.ok && list.data.items.map((one) => one.id)).not.toContain(id);
});
