import { ReportsStore } from '../../client/stores/reports';
import type { OpenReport, Report } from '../../typings/reports';
import { failed, fakeCloud, fakeViewer, ok } from './fakes';

const query = {
  scope: { kind: 'region' as const, regionPrefix: '3501' },
  period: '2026-Q3',
  scheme: 'zhengwei-1',
};
const report = (changes: Partial<Report> = {}): Report => ({
  ...query,
  id: 'r1',
  title: '福州市政务微信发展报告（2026年第3季度）',
  scopeName: '福州市',
  schemeName: '政微传播指数',
  schemeVersion: '1.0',
  purpose: 'research',
  notice: '仅供研究参考，不作考核依据',
  state: 'finished',
  done: 60,
  asOf: '2026-10-02T00:00:00Z',
  sample: false,
  headline: { accounts: 60, scored: 58, median: 61.2, gini: 0.12 },
  checksum: 'c',
  number: null,
  publisher: null,
  publishedAt: null,
  ...changes,
});
const opened = (changes: Partial<Report> = {}): OpenReport => ({
  report: report(changes),
  content: null,
  trend: [],
});

test('a report ordered again after a failure stays one; the next one is another', async () => {
  let broken = true;
  const { cloud, inputsOf } = fakeCloud({
    'reports.order': () => (broken ? failed('unavailable') : ok(report())),
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  expect(await store.order(query)).toBeNull();
  expect(store.work.error).not.toBeNull();
  broken = false;
  expect(await store.order(query)).toBe('r1');
  await store.order(query);
  const keys = inputsOf('reports.order').map(({ requestKey }) => requestKey);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[1]);
});

test('a report that is being made is taken further while it is looked at, then read whole', async () => {
  const states: Partial<Report>[] = [{ state: 'running', done: 500 }, { state: 'finished' }];
  const answers = [opened({ state: 'running', done: 0 }), opened({ state: 'finished' })];
  const { cloud, asked } = fakeCloud({
    'reports.get': () => ok(answers.shift() ?? opened()),
    'reports.continue': () => ok(report(states.shift())),
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  await store.open('r1');
  expect(asked.map(({ action }) => action)).toEqual([
    'reports.get',
    'reports.continue',
    'reports.continue',
    'reports.get',
  ]);
  expect(store.opened.value?.report.state).toBe('finished');
});

test('nothing is taken further once nobody looks', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'reports.get': () => ok(opened({ state: 'running' })),
    'reports.continue': () => {
      store.close();
      return ok(report({ state: 'running', done: 1 }));
    },
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  await store.open('r1');
  expect(inputsOf('reports.continue')).toHaveLength(1);
});

test('a failure while it is being made is told, and ends the asking', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'reports.get': () => ok(opened({ state: 'running' })),
    'reports.continue': () => failed('unavailable'),
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  await store.open('r1');
  expect(inputsOf('reports.continue')).toHaveLength(1);
  expect(store.work.error?.message).toBe('不行');
});

test('publishing twice after a failure sends one request key', async () => {
  let broken = true;
  const { cloud, inputsOf } = fakeCloud({
    'reports.get': () => ok(opened()),
    'reports.publish': () =>
      broken ? failed('unavailable') : ok(report({ state: 'published', number: 1 })),
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  await store.open('r1');
  await store.publish();
  broken = false;
  await store.publish();
  const keys = inputsOf('reports.publish').map(({ requestKey }) => requestKey);
  expect(new Set(keys).size).toBe(1);
  expect(inputsOf('reports.get')).toHaveLength(2);
});

test('documents open under the title of their report', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'reports.get': () => ok(opened()),
    'reports.download': () => ok({ url: 'https://files/1' }),
  });
  const viewer = fakeViewer();
  const store = new ReportsStore(cloud, viewer.openFile);
  await store.open('r1');
  await store.download('docx');
  expect(inputsOf('reports.download')).toEqual([{ reportId: 'r1', format: 'docx' }]);
  expect(viewer.shown).toEqual([{ url: 'https://files/1', name: report().title, kind: 'docx' }]);
});

test('lists come a page at a time, and another person starts with nothing', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'reports.list': ({ cursor }) =>
      ok({ items: [report({ id: cursor ? 'r2' : 'r1' })], next: cursor ? null : 'after' }),
    'reports.published': () => ok({ items: [report({ id: 'p1' })], next: null }),
  });
  const store = new ReportsStore(cloud, fakeViewer().openFile);
  await store.loadOwn();
  await store.own.more();
  await store.loadPublished();
  expect(store.own.rows.map(({ id }) => id)).toEqual(['r1', 'r2']);
  expect(inputsOf('reports.list')).toEqual([{}, { cursor: 'after' }]);
  store.leave();
  expect([...store.own.rows, ...store.published.rows]).toEqual([]);
});
