import type { DatasetRelease } from '../../../typings/datasets';
import type { TestCloud } from '../support/cloud';
import {
  another,
  application,
  both,
  city,
  deskOf,
  other,
  period,
  researcher,
  soon,
  startDatasets,
} from '../support/datasets';

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  cloud = await startDatasets();
  desk = deskOf(cloud);
}, 120_000);
afterAll(() => cloud.close());

describe('access', () => {
  let release: DatasetRelease;
  beforeAll(async () => {
    release = await desk.made({ kind: 'region', regionPrefix: '350103' });
  });

  test('is by an approved application with its licence accepted, and each download is kept', async () => {
    const applied = await cloud.call(another, 'datasets.apply', application(release.id));
    if (!applied.ok) throw new Error(applied.error.message);
    const applicationId = applied.data.id;
    const denied = async (code: string) =>
      expect(await desk.download(applicationId, another)).toMatchObject({
        ok: false,
        error: { code },
      });
    await denied('forbidden');
    expect(
      await cloud.call(city, 'datasets.decide', { applicationId, approve: true }),
    ).toMatchObject({
      ok: true,
      data: { status: 'approved' },
    });
    await denied('conflict');
    const licence = 'zw-research-1';
    await cloud.call(another, 'datasets.acceptLicence', { applicationId, licence });
    expect(await desk.download(applicationId, another)).toMatchObject({ ok: true });
    expect(await desk.download(applicationId, researcher)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    const kept = await cloud.call(city, 'datasets.downloads', { releaseId: release.id });
    expect(kept).toMatchObject({
      ok: true,
      data: { items: [{ institution: '示例大学新闻学院', format: 'csv' }] },
    });
    const rows = await cloud.documents('audit', { action: 'datasets.download', result: 'ok' });
    expect(rows.some(({ on }) => Array.isArray(on) && on.includes(applicationId))).toBe(true);
    // The very next call after the last day, and after a revocation.
    await cloud.change('dataset-applications', { _id: applicationId }, { until: '2026-01-01' });
    await denied('forbidden');
    await cloud.change('dataset-applications', { _id: applicationId }, { until: soon });
    expect(await desk.download(applicationId, another)).toMatchObject({ ok: true });
    await cloud.call(city, 'datasets.revoke', { applicationId, reason: '课题终止' });
    await denied('forbidden');
  });

  test.each([
    ['in the past', '2026-01-01'],
    ['more than two years ahead', '2031-01-01'],
  ])('is not given until a day %s', async (_, until) => {
    const answer = await cloud.call(
      researcher,
      'datasets.apply',
      application(release.id, { until }),
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { until: expect.any(String) } },
    });
  });

  test('is asked for once at a time, and once for a request', async () => {
    const input = application(release.id);
    const first = await cloud.call(researcher, 'datasets.apply', input);
    expect(await cloud.call(researcher, 'datasets.apply', input)).toEqual(first);
    const again = await cloud.call(researcher, 'datasets.apply', application(release.id));
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!first.ok) throw new Error(first.error.message);
    const applicationId = first.data.id;
    const refused = { applicationId, approve: false };
    expect(await cloud.call(city, 'datasets.decide', refused)).toMatchObject({
      error: { code: 'invalid' },
    });
    const decisions = await Promise.all([
      cloud.call(city, 'datasets.decide', { ...refused, reason: '目的不清' }),
      cloud.call(city, 'datasets.decide', { applicationId, approve: true }),
    ]);
    expect(decisions.map((answer) => answer.ok).sort()).toEqual([false, true]);
  });

  test('is not for oneself to approve, nor for the supervisor of another place', async () => {
    const own = await cloud.call(both, 'datasets.apply', application(release.id));
    if (!own.ok) throw new Error(own.error.message);
    const decision = { applicationId: own.data.id, approve: true };
    expect(await cloud.call(both, 'datasets.decide', decision)).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await cloud.call(other, 'datasets.decide', decision)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await cloud.call(other, 'datasets.waiting', {})).toMatchObject({ data: { items: [] } });
    expect(await cloud.call(city, 'datasets.waiting', {})).toMatchObject({
      data: { items: [{ id: own.data.id, own: false }] },
    });
  });

  test('ends with the release: nobody applies for one withdrawn, and nobody downloads it', async () => {
    const opened = await desk.made({ kind: 'region', regionPrefix: '350102' });
    const applicationId = await desk.approved(opened.id);
    await desk.withdrawn(opened.id);
    expect(await desk.download(applicationId)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await cloud.call(researcher, 'datasets.apply', application(opened.id))).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await cloud.call(another, 'datasets.apply', application(opened.id))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  }, 60_000);

  test('a researcher finds standing releases and their trend; no supervisor’s list', async () => {
    const list = await cloud.call(researcher, 'datasets.catalogue', {});
    expect(list).toMatchObject({
      ok: true,
      data: { items: [{ id: release.id, status: 'ready' }] },
    });
    expect(JSON.stringify(list)).not.toMatch(/fileId|createdBy|cloud:/);
    const trend = await cloud.call(researcher, 'datasets.trend', {
      releaseId: release.id,
      column: 'communicationIndex',
    });
    expect(trend).toMatchObject({
      ok: true,
      data: { notice: '仅供研究参考，不作考核依据', points: [{ period, accounts: 40 }] },
    });
    expect(await cloud.call(researcher, 'datasets.list', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await cloud.call(other, 'datasets.get', { releaseId: release.id })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
