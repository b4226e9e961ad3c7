import { InspectingStore } from '../../client/stores/inspecting';
import { InspectionsStore } from '../../client/stores/inspections';
import { OwnInspectionsStore } from '../../client/stores/own-inspections';
import type { RuleSet } from '../../typings/inspection-rules';
import type { Assignment, Finding, Inspection } from '../../typings/inspections';
import { failed, fakeCloud, fakeViewer, ok } from './fakes';

const ruleSet = {
  id: 'set',
  rules: [{ id: 'stale' }, { id: 'outcry' }],
} as unknown as RuleSet;
const stale: Finding = {
  ruleId: 'stale',
  times: 1,
  evidence: {
    figures: [{ label: '距检查日', value: '20 天', asOf: null }],
    link: null,
    fileIds: [],
  },
  note: null,
};
const assignment = { id: 'a', ruleSetId: 'set', automatic: [stale] } as unknown as Assignment;
const inspection = (changes: Partial<Inspection>) =>
  ({ id: 'i', state: 'committed', job: null, counts: {}, ...changes }) as Inspection;

describe('judging', () => {
  const open = async () => {
    const fake = fakeCloud({
      'inspections.ruleSets': () => ok({ ruleSets: [ruleSet] }),
      'inspections.assignment': () => ok(assignment),
      'inspections.judge': () => ok({ nextId: null }),
    });
    const store = new InspectingStore(fake.cloud);
    await store.open('a');
    return { store, ...fake };
  };

  it('takes what the data show as found until it is refuted', async () => {
    const { store, inputsOf } = await open();
    expect(store.chosen).toEqual(['stale']);
    expect(store.others.map(({ id }) => id)).toEqual(['outcry']);
    store.toggle('stale');
    await store.judge();
    expect(inputsOf('inspections.judge')[0]?.judgement).toEqual({
      findings: [],
      lastPublished: null,
    });
  });

  it('sends what else was found with its evidence', async () => {
    const { store, inputsOf } = await open();
    store.toggle('outcry');
    store.type('link', ' https://mp.weixin.qq.com/s/x ');
    store.type('lastPublished', '2026-11-20');
    await store.pictures.add([{ name: 'p.jpg', path: 'p', size: 1 }]);
    await store.judge();
    const [input] = inputsOf('inspections.judge');
    expect(input?.judgement.lastPublished).toBe('2026-11-20');
    expect(input?.judgement.findings).toMatchObject([
      { ruleId: 'stale', evidence: stale.evidence },
      {
        ruleId: 'outcry',
        evidence: { link: 'https://mp.weixin.qq.com/s/x', fileIds: ['file-1'] },
      },
    ]);
  });

  it('takes a checked lead as evidence, and leaves others alone', async () => {
    const { store, inputsOf } = await open();
    const figures = [{ label: '标题', value: '渡假村', asOf: null }];
    const lead = { figures, link: 'https://mp.weixin.qq.com/s/lead', fileIds: [] };
    store.toggle('stale');
    store.take({ kind: 'wrong-form', evidence: lead });
    store.toggle('outcry');
    await store.judge();
    const [input] = inputsOf('inspections.judge');
    expect(input?.judgement.findings).toEqual([
      { ruleId: 'outcry', times: 1, note: null, evidence: lead },
    ]);
  });

  it('carries nothing over to the next account', async () => {
    const { store, inputsOf } = await open();
    store.type('note', '只属于前一个');
    await store.judge();
    await store.open('b');
    await store.judge();
    const [one, other] = inputsOf('inspections.judge');
    expect(one?.requestKey).not.toBe(other?.requestKey);
    expect(other?.judgement.findings[0]?.note).toBeNull();
  });
});

it('goes on with work under way until it is done', async () => {
  let left = 3;
  const job = { kind: 'freeze' as const, done: 0, total: null };
  const { cloud, inputsOf } = fakeCloud({
    'inspections.ruleSets': () => ok({ ruleSets: [] }),
    'inspections.get': () => ok(inspection({ job })),
    'inspections.records': () => ok({ items: [], next: null }),
    'inspections.advance': () => {
      left -= 1;
      return ok(inspection(left > 0 ? { job } : { state: 'frozen' }));
    },
  });
  const store = new InspectionsStore(cloud, fakeViewer().openFile);
  await store.open('i');
  expect(inputsOf('inspections.advance')).toHaveLength(3);
  expect(store.inspection.value?.state).toBe('frozen');
});

it('keeps what staff wrote when it could not be sent', async () => {
  const { cloud } = fakeCloud({
    'inspections.ruleSets': () => ok({ ruleSets: [] }),
    'inspections.record': () => ok({ id: 'r' } as never),
    'inspections.answer': () => failed('unavailable'),
  });
  const store = new OwnInspectionsStore(cloud);
  await store.open('r');
  await store.pictures.add([{ name: 'p.jpg', path: 'p', size: 1 }]);
  expect(await store.send('answer', '已整改', '')).toBe(false);
  expect(store.pictures.fileIds).toEqual(['file-1']);
  expect(store.sent.error?.code).toBe('unavailable');
});

describe('inspectors of a running inspection', () => {
  const loads = { inspectors: [{ id: 'x', alias: '成员 0A1B', left: 3 }] };
  const open = async (state: Inspection['state']) => {
    const fake = fakeCloud({
      'inspections.ruleSets': () => ok({ ruleSets: [ruleSet] }),
      'inspections.get': () => ok(inspection({ state })),
      'inspections.records': () => ok({ items: [], next: null }),
      'inspections.inspectors': () => ok(loads),
      'inspections.reassign': () => ok(inspection({ state })),
    });
    const store = new InspectionsStore(fake.cloud, fakeViewer().openFile);
    await store.open('i');
    return { store, ...fake };
  };

  it('are asked for while it runs alone', async () => {
    expect((await open('running')).store.inspectors.value).toEqual(loads);
    expect((await open('published')).inputsOf('inspections.inspectors')).toEqual([]);
  });

  it('are replaced once, and told anew', async () => {
    const { store, inputsOf } = await open('running');
    const [first, second] = await Promise.all([store.reassign('x', 'm'), store.reassign('x', 'm')]);
    expect([first, second]).toEqual([true, false]);
    expect(inputsOf('inspections.reassign')).toMatchObject([
      { inspectionId: 'i', inspectorId: 'x', membershipId: 'm' },
    ]);
    expect(inputsOf('inspections.inspectors')).toHaveLength(2);
  });
});

it('gives up an inspection with its reason, and tells why when it cannot', async () => {
  let refuses = true;
  const { cloud, inputsOf } = fakeCloud({
    'inspections.records': () => ok({ items: [], next: null }),
    'inspections.discard': () =>
      refuses ? failed('conflict') : ok(inspection({ state: 'discarded' })),
  });
  const store = new InspectionsStore(cloud, fakeViewer().openFile);
  expect(await store.discard('i', '范围选错')).toBe(false);
  expect(store.stepped.error?.code).toBe('conflict');
  refuses = false;
  expect(await store.discard('i', '范围选错')).toBe(true);
  expect(store.inspection.value?.state).toBe('discarded');
  expect(inputsOf('inspections.discard')).toMatchObject([
    { inspectionId: 'i', reason: '范围选错' },
    { inspectionId: 'i', reason: '范围选错' },
  ]);
});
