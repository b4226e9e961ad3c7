import { ApplicationForm } from '../../client/stores/application-form';
import { LifecycleStore } from '../../client/stores/lifecycle';
import { MatrixStore } from '../../client/stores/matrix';
import { MonitorsStore } from '../../client/stores/monitors';
import type { Application, ProcedureDetail } from '../../typings/lifecycle';
import type { TitleHit } from '../../typings/monitors';
import { failed, fakeCloud, ok } from './fakes';

const opened = async () => true;
const application: Application = {
  kind: 'filing',
  reason: '新开设',
  plannedOn: '2026-11-01',
  collectiveDecision: { on: '2026-10-01', record: '纪要' },
  leaderConsent: { on: '2026-10-01', by: '张' },
  responsible: '张',
  contact: '李',
  phone: '0591-1234567',
  alteration: null,
  successor: null,
};
const detail = (sequence: number): ProcedureDetail => ({
  id: 'p1',
  accountId: 'a',
  accountName: '账号',
  agencyName: '单位',
  kind: 'filing',
  state: 'open',
  next: 'decide',
  dueOn: null,
  overdue: false,
  appliedOn: '2026-11-01',
  sample: false,
  sequence,
  application,
  steps: [],
  events: [],
  rules: {
    id: 'r',
    regionPrefix: '',
    title: '',
    source: '',
    effectiveFrom: null,
    limits: {},
    noticeDays: { days: 30, unit: 'calendar', from: 'notice', basis: 'reference', source: '' },
    duties: [],
  },
  noticeText: null,
});

describe('procedures', () => {
  it('sends a refused application again under the same key, and the next under another', async () => {
    let refuse = true;
    const { cloud, inputsOf } = fakeCloud({
      'lifecycle.apply': () => (refuse ? failed('unavailable') : ok(detail(1))),
    });
    const store = new LifecycleStore(cloud, opened);
    await store.apply('a', application);
    refuse = false;
    expect(await store.apply('a', application)).toBe('p1');
    await store.apply('a', application);
    const keys = inputsOf('lifecycle.apply').map(({ requestKey }) => requestKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('acts on the entry that was seen, and shows what came of it', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'lifecycle.get': () => ok(detail(3)),
      'lifecycle.decide': () => ok(detail(4)),
    });
    const store = new LifecycleStore(cloud, opened);
    await store.open('p1');
    await store.decide({ act: 'approve', note: null });
    expect(inputsOf('lifecycle.decide')[0]).toMatchObject({ procedureId: 'p1', sequence: 3 });
    expect(store.detail.value?.sequence).toBe(4);
  });
});

it('an application that came back is sent as it was, but for what is changed', () => {
  const agency = {
    name: '某局',
    level: 'county' as const,
    region: '350102',
    department: 'health' as const,
    supervisorUnit: null,
  };
  const sent: Application = {
    ...application,
    kind: 'change',
    alteration: { operator: null, agency },
  };
  const form = new ApplicationForm();
  form.open(sent);
  expect(form.read()).toEqual(sent);
  form.type('alteration.agency.supervisorUnit', ' 市某局 ');
  form.chooseOperator('same');
  expect(form.read().alteration).toEqual({ agency: { ...agency, supervisorUnit: '市某局' } });
  form.chooseKind('closing');
  expect(form.read()).toMatchObject({ alteration: null, successor: null });
});

it('rows of one list never stand under the name of another', async () => {
  const { cloud } = fakeCloud({
    'lifecycle.list': ({ show }) =>
      show === 'open' ? ok({ items: [detail(1)], next: null }) : failed('unavailable'),
  });
  const store = new LifecycleStore(cloud, opened);
  await store.showList('open');
  await store.showList('over');
  expect(store.list.rows).toEqual([]);
});

it('a page is added to the rows, and a new question starts over', async () => {
  const { cloud } = fakeCloud({
    'lifecycle.list': ({ cursor, show }) =>
      ok({ items: [{ ...detail(1), id: `${show}${cursor ?? ''}` }], next: cursor ? null : 'n' }),
  });
  const store = new LifecycleStore(cloud, opened);
  await store.showList('open');
  await store.list.more();
  expect(store.list.rows.map(({ id }) => id)).toEqual(['open', 'openn']);
  await store.showList('over');
  expect(store.list.rows.map(({ id }) => id)).toEqual(['over']);
});

it('a menu that is imported keeps the links that stand', async () => {
  const link = { target: { name: '甲', wechatId: null, appId: null, link: null }, place: '大厅' };
  const { cloud, inputsOf } = fakeCloud({
    'matrix.readMenu': () => ok({ menu: [] }),
    'matrix.statement': () =>
      ok({ accountId: 'a', menu: [], links: [link], revision: 2, enteredAt: '', sample: false }),
    'matrix.save': ({ statement }) =>
      ok({ accountId: 'a', ...statement, revision: 3, enteredAt: '', sample: false }),
    'matrix.neighbourhood': () => failed('unavailable'),
  });
  const store = new MatrixStore(cloud, opened);
  expect(await store.importMenu('a', '{}')).toBe(true);
  expect(inputsOf('matrix.save')[0]).toMatchObject({
    statement: { links: [link] },
    basedOnRevision: 2,
  });
});

it('a hit that was decided leaves the list', async () => {
  let open = ['h1', 'h2'];
  const hit = (id: string) => ({ id }) as TitleHit;
  const { cloud } = fakeCloud({
    'monitors.hits': () => ok({ items: open.map(hit), next: null }),
    'monitors.decide': ({ hitId }) => {
      open = open.filter((id) => id !== hitId);
      return ok(hit(hitId));
    },
  });
  const store = new MonitorsStore(cloud, opened);
  await store.showHits();
  await store.decide('h1', 'corrected');
  expect(store.hits.rows.map(({ id }) => id)).toEqual(['h2']);
});
