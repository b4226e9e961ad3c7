import {
  agree,
  assignPairs,
  inspectorFaults,
  joined,
  replacedBy,
  successorOf,
  thirdInspector,
} from '../../../cloudfunctions/domain/inspections';
import { digest, finding } from './made';

const inspectors = ['ann', 'bob', 'cid', 'dan'].map((member) => ({
  member,
  agencyIds: member === 'ann' ? ['own'] : [],
}));
const records = Array.from({ length: 40 }, (_, index) => ({
  id: `r${index}`,
  agencyId: index % 4 === 0 ? 'own' : 'other',
}));

test('two different people judge each record, never their own agency, all equally often', () => {
  const loads = {};
  const assigned = assignPairs(records, inspectors, loads, digest);
  expect(assigned).toHaveLength(records.length);
  for (const { recordId, members } of assigned) {
    expect(new Set(members).size).toBe(2);
    const isOwn = records.find(({ id }) => id === recordId)?.agencyId === 'own';
    if (isOwn) expect(members).not.toContain('ann');
  }
  const counts = Object.values<number>(loads);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test('assigned in batches, the same people come out as at once', () => {
  const [whole, batched] = [{}, {}];
  const once = assignPairs(records, inspectors, whole, digest);
  const twice = [records.slice(0, 13), records.slice(13)].flatMap((part) =>
    assignPairs(part, inspectors, batched, digest),
  );
  expect(twice).toEqual(once);
});

test('a third is someone else, and not of the agency', () => {
  const record = { id: 'r', agencyId: 'own' };
  expect(['cid', 'dan']).toContain(thirdInspector(record, ['bob', 'cid'], inspectors, digest));
  expect(thirdInspector(record, ['bob', 'cid'], inspectors, digest)).toBe('dan');
  expect(thirdInspector(record, ['bob', 'cid', 'dan'], inspectors, digest)).toBeNull();
});

test('fewer than three, the same one twice, or too few beside an agency’s own are refused', () => {
  const [ann, bob, cid] = inspectors as [(typeof inspectors)[0], ...typeof inspectors];
  expect(inspectorFaults(inspectors)).toBeNull();
  expect(inspectorFaults([bob, cid] as typeof inspectors)?.code).toBe('invalid');
  expect(inspectorFaults([bob, bob, cid] as typeof inspectors)?.code).toBe('invalid');
  expect(inspectorFaults([ann, bob, cid] as typeof inspectors)?.code).toBe('invalid');
});

test('judgements agree by what they find, not by how they say it', () => {
  const [a, b] = [finding('x'), finding('y', { times: 2 })];
  expect(agree([a, b], [{ ...b, note: '另有说明' }, a])).toBe(true);
  expect(agree([a], [a, b])).toBe(false);
  expect(agree([b], [{ ...b, times: 1 }])).toBe(false);
  const pictures = { figures: [], link: null, fileIds: ['cloud://p'] };
  expect(joined([a], [{ ...a, evidence: pictures }])[0]?.evidence).toMatchObject({
    link: a.evidence.link,
    fileIds: ['cloud://p'],
  });
});

test('who joins takes over what they may, another takes the rest', () => {
  const joining = { member: 'eve', agencyIds: ['other'] };
  const left = replacedBy(inspectors, 'bob', joining);
  expect(left.filter((one) => one.left).map(({ member }) => member)).toEqual(['bob']);
  expect(inspectorFaults(left.slice(0, 4))?.code).toBe('invalid');
  const at = (agencyId: string, taken: string[]) =>
    successorOf({ id: 'r', agencyId }, taken, 'eve', left, digest);
  expect(at('own', ['bob', 'cid'])).toBe('eve');
  expect(['ann', 'dan']).toContain(at('other', ['bob', 'cid']));
  expect(at('own', ['bob', 'eve'])).toMatch(/cid|dan/);
  expect(replacedBy(left, 'cid', { member: 'bob', agencyIds: [] }).at(-1)).toEqual({
    member: 'bob',
    agencyIds: [],
  });
});
