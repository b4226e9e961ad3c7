import fc from 'fast-check';
import { factAt, withFact } from '../../client/stores/mode-facts';
import { ModesStore } from '../../client/stores/modes';
import type { ModeProfile } from '../../typings/modes';
import type { Recommendation, WhatIf } from '../../typings/recommendation';
import { failed, fakeCloud, ok } from './fakes';

const profile = (revision = 1): ModeProfile => ({
  accountId: 'a',
  facts: { staff: { fullTime: 1, partTime: 2 }, purchases: ['operation'] },
  revision,
  classification: {
    mode: null,
    role: null,
    because: [],
    missing: [],
    contradictions: [],
    notes: [],
  },
  history: [],
});

const recommendation: Recommendation = {
  model: 'mode-model-1',
  seed: 1,
  samples: 1,
  ranking: [],
  recommended: null,
  confidence: 'open',
  summary: '',
  askFirst: [],
  counterfactuals: [],
  contradictions: [],
  disposal: { leaning: null, because: [], steps: [] },
  duties: [],
  notes: [],
};

const whatIf: WhatIf = {
  before: [],
  after: [],
  recommendedBefore: null,
  recommendedAfter: null,
  text: '',
};

const handlers = {
  'modes.current': () => ok(profile()),
  'modes.recommend': () => ok(recommendation),
  'modes.whatIf': () => ok(whatIf),
};

describe('facts by path', () => {
  const paths = ['budgetYuan', 'staff.fullTime', 'staff.partTime', 'workload.postsPerWeek'];

  it('reads back what was written, and leaves the others alone', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), fc.nat()), { maxLength: 12 });
    fc.assert(
      fc.property(changes, (list) => {
        const facts = list.reduce((before, [path, value]) => withFact(before, path, value), {});
        const newest = new Map(list);
        for (const path of paths) expect(factAt(facts, path)).toBe(newest.get(path));
      }),
    );
  });

  it('leaves no empty shell of a fact made unknown', () => {
    const known = withFact({}, 'staff.fullTime', 3);
    expect(withFact(known, 'staff.fullTime', undefined)).toEqual({});
  });

  it('keeps “none is bought” apart from “not known”', () => {
    expect(withFact({}, 'purchases', [])).toEqual({ purchases: [] });
    expect(factAt({}, 'purchases')).toBeUndefined();
  });

  it('never changes the facts it was given', () => {
    const { facts } = profile();
    const before = structuredClone(facts);
    withFact(facts, 'staff.fullTime', 9);
    expect(facts).toEqual(before);
  });
});

it('stores what was changed on top of what is known, against its revision', async () => {
  const { cloud, inputsOf } = fakeCloud({
    ...handlers,
    'modes.saveFacts': () => ok(profile(2)),
  });
  const store = new ModesStore(cloud, async () => true);
  await store.open('a');
  store.startFacts();
  store.state('staff.fullTime', 3);
  expect(await store.saveFacts()).toBe(true);
  expect(inputsOf('modes.saveFacts')).toMatchObject([
    { facts: { staff: { fullTime: 3, partTime: 2 } }, basedOnRevision: 1 },
  ]);
  expect(inputsOf('modes.recommend')).toHaveLength(2);
});

it('keeps what was written when it is refused', async () => {
  const { cloud } = fakeCloud({ ...handlers, 'modes.saveFacts': () => failed('invalid') });
  const store = new ModesStore(cloud, async () => true);
  await store.open('a');
  store.startFacts();
  store.state('budgetYuan', 34);
  expect(await store.saveFacts()).toBe(false);
  expect(store.draft.budgetYuan).toBe(34);
});

it('tries changes together, and stores none of them', async () => {
  const { cloud, inputsOf, asked } = fakeCloud(handlers);
  const store = new ModesStore(cloud, async () => true);
  await store.open('a');
  await store.tryFact('staff.fullTime', 2);
  await store.tryFact('supervision.namedOfficer', true);
  expect(inputsOf('modes.whatIf').at(-1)).toEqual({
    accountId: 'a',
    changes: { staff: { fullTime: 2 }, supervision: { namedOfficer: true } },
  });
  store.stopTrying();
  expect(store.tried).toEqual({});
  expect(asked.some(({ action }) => action === 'modes.saveFacts')).toBe(false);
});
