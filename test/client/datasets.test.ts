import { applicationNote } from '../../client/research/application-note';
import { DatasetsStore } from '../../client/stores/datasets';
import { ReleasesStore } from '../../client/stores/releases';
import type {
  ApplicationListing,
  ApplicationStatus,
  DatasetApplication,
  DatasetRelease,
} from '../../typings/datasets';
import { failed, fakeCloud, ok } from './fakes';

const release = (id: string, changes: Partial<DatasetRelease> = {}): DatasetRelease => ({
  id,
  title: `数据 ${id}`,
  period: '2026-10',
  scope: { kind: 'region', regionPrefix: '3501' },
  scopeLabel: '福州市 · 全部账号',
  version: 1,
  columns: ['articles'],
  k: 5,
  status: 'ready',
  reason: null,
  progress: null,
  disclosure: null,
  summaries: [],
  files: [],
  checksum: null,
  citation: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  readyAt: null,
  sample: false,
  ...changes,
});

const application = (changes: Partial<DatasetApplication> = {}): DatasetApplication => ({
  id: 'a1',
  releaseId: 'r1',
  releaseTitle: '数据 r1',
  institution: '大学',
  purpose: '研究',
  until: '2027-01-01',
  status: 'approved',
  reason: null,
  licenceAcceptedAt: null,
  appliedAt: '2026-11-01T00:00:00.000Z',
  decidedAt: null,
  ...changes,
});

const licence = { id: 'zw-research-1', title: '许可', terms: ['一'] };

describe('a researcher', () => {
  it('adds pages to what was found, and asks for none after the last', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'datasets.catalogue': ({ cursor }) =>
        ok({ items: [release(cursor ? 'r2' : 'r1')], next: cursor ? null : 'after' }),
      'datasets.applied': () => ok({ applications: [] }),
    });
    const store = new DatasetsStore(cloud);
    await store.list();
    await store.more();
    await store.more();
    expect(store.found.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(inputsOf('datasets.catalogue')).toEqual([{}, { cursor: 'after' }]);
  });

  it('shows what there is before it knows what was applied for', async () => {
    let answer = () => {};
    const applied = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { cloud } = fakeCloud({
      'datasets.catalogue': () => ok({ items: [release('r1')], next: null }),
      'datasets.applied': async () => {
        await applied;
        return ok({ applications: [] });
      },
    });
    const store = new DatasetsStore(cloud);
    const listing = store.list();
    await new Promise(setImmediate);
    expect(store.found.map(({ id }) => id)).toEqual(['r1']);
    answer();
    await listing;
  });

  it('sends an application again under the same key, and a new one under another', async () => {
    const answers = [failed('unavailable'), ok(application()), ok(application())];
    const { cloud, inputsOf } = fakeCloud({
      'datasets.apply': () => answers.shift() ?? failed('invalid'),
      'datasets.published': () => ok({ release: release('r1'), application: application() }),
    });
    const store = new DatasetsStore(cloud);
    const asked = { institution: '大学', purpose: '研究', until: '2027-01-01' };
    expect(await store.apply('r1', asked)).toBe(false);
    expect(await store.apply('r1', asked)).toBe(true);
    expect(await store.apply('r1', asked)).toBe(true);
    const [first, second, third] = inputsOf('datasets.apply').map(({ requestKey }) => requestKey);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('reads until when and why not, as the state of an application allows', () => {
    const until = '2026-01-31';
    const note = (status: ApplicationStatus, reason: string | null = null) =>
      applicationNote({ status, until, reason });
    expect([
      note('waiting'),
      note('approved'),
      note('expired'),
      note('refused', '目的不清'),
    ]).toEqual([
      '申请用到 2026年1月31日',
      '用到 2026年1月31日',
      '2026年1月31日到期，不能再下载',
      '申请用到 2026年1月31日 · 原因：目的不清',
    ]);
  });

  it('offers the institution of the newest application for the next one', async () => {
    const { cloud } = fakeCloud({
      'datasets.catalogue': () => ok({ items: [], next: null }),
      'datasets.applied': () =>
        ok({ applications: [application({ institution: '新院' }), application()] }),
    });
    const store = new DatasetsStore(cloud);
    expect(store.institution).toBe('');
    await store.list();
    expect(store.institution).toBe('新院');
  });

  it('accepts the licence that it was shown', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'datasets.columns': () => ok({ columns: [], ladder: [], licence }),
      'datasets.published': () => ok({ release: release('r1'), application: application() }),
      'datasets.acceptLicence': () => ok(application({ licenceAcceptedAt: '2026-11-02' })),
    });
    const store = new DatasetsStore(cloud);
    await store.open('r1');
    await store.accept(application());
    expect(inputsOf('datasets.acceptLicence')).toEqual([
      { applicationId: 'a1', licence: 'zw-research-1' },
    ]);
  });

  it('shows how things stand when a download is refused, and keeps no older links', async () => {
    const revoked = application({ status: 'revoked' });
    const answers = [ok({ files: [], validSeconds: 300 }), failed('not-found')];
    const { cloud } = fakeCloud({
      'datasets.download': () => answers.shift() ?? failed('invalid'),
      'datasets.published': () => ok({ release: release('r1'), application: revoked }),
    });
    const store = new DatasetsStore(cloud);
    await store.download(application(), 'csv');
    await store.download(application(), 'csv');
    expect(store.links.value).toBeNull();
    expect(store.published.value?.application?.status).toBe('revoked');
  });
});

describe('a supervisor', () => {
  const use = {
    'datasets.applications': () => ok({ items: [], next: null }),
    'datasets.downloads': () => ok({ items: [], next: null }),
  };

  it('takes a release to its end while its page is open', async () => {
    const left = [release('r1', { status: 'building' }), release('r1')];
    const { cloud, inputsOf } = fakeCloud({
      ...use,
      'datasets.get': () => ok(release('r1', { status: 'building' })),
      'datasets.advance': () => ok(left.shift() ?? release('r1')),
    });
    const store = new ReleasesStore(cloud);
    await store.open('r1');
    expect(store.release.value?.status).toBe('ready');
    expect(inputsOf('datasets.advance')).toHaveLength(2);
  });

  it('stops once the page is closed', async () => {
    const { cloud, inputsOf } = fakeCloud({
      ...use,
      'datasets.get': () => ok(release('r1', { status: 'building' })),
      'datasets.advance': () => {
        store.close();
        return ok(release('r1', { status: 'building' }));
      },
    });
    const store = new ReleasesStore(cloud);
    await store.open('r1');
    expect(inputsOf('datasets.advance')).toHaveLength(1);
  });

  it('shows the applications anew after a decision, somebody else’s too, and not after a refused one', async () => {
    const listing: ApplicationListing = { ...application(), alias: '成员 A', own: false };
    const answers = [failed('invalid'), failed('conflict'), ok(listing)];
    const { cloud, inputsOf } = fakeCloud({
      ...use,
      'datasets.decide': () => answers.shift() ?? failed('invalid'),
    });
    const store = new ReleasesStore(cloud);
    await store.decide(listing, true);
    expect(inputsOf('datasets.applications')).toHaveLength(0);
    await store.decide(listing, true);
    expect(inputsOf('datasets.applications')).toHaveLength(1);
    await store.decide(listing, false, '目的不清');
    expect(inputsOf('datasets.applications')).toHaveLength(2);
    expect(inputsOf('datasets.decide')).toEqual([
      { applicationId: 'a1', approve: true },
      { applicationId: 'a1', approve: true },
      { applicationId: 'a1', approve: false, reason: '目的不清' },
    ]);
  });
});
