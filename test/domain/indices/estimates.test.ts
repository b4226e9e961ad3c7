import fc from 'fast-check';
import { attribute, score } from '../../../cloudfunctions/domain/indices';
import type { InputName, ScoringRecord } from '../../../typings/indices';
import { anyScheme, leaves, patchyRecord, schemeOf, scored, thousand, unwrap } from './records';

const record: ScoringRecord = {
  period: '2026-10',
  measure: 'times',
  articles: 20,
  reads: 30_000,
  maxReads: 6000,
  headlineReads: 20_000,
  headlineCount: 12,
  shares: 400,
  likes: 300,
  maxLikes: 90,
  headlineLikes: 200,
  followers: 50_000,
  comments: 90,
  replies: 60,
  messages: 100,
  messageReplies: 70,
  wows: 200,
  longestGapDays: 3,
  workingServiceEntries: 3,
  serviceUses: 800,
  serviceCompletions: 600,
  medianReplyHours: 8,
};

const told = (id: string, names: InputName[]) =>
  scored(id, { ...record, estimated: names }).rules.filter(({ code }) => code === 'estimated');

const inputsMarked = (id: string, names: InputName[]) => [
  ...new Set(
    leaves(scored(id, { ...record, estimated: names }).explanation).flatMap(({ inputs }) =>
      inputs.flatMap(({ name, estimated }) => (estimated ? [name] : [])),
    ),
  ),
];

test('a score tells which of its figures are estimates and why, and marks each as an input', () => {
  const [rule, ...more] = told('zhengwei-1', ['reads', 'messages']);
  expect(more).toEqual([]);
  expect(rule?.message).toBe(
    '总阅读数、私信数为估算：来源表格里有空缺，或只有“10万+”这样的约数；照此计分，准确数以后台为准',
  );
  expect(inputsMarked('zhengwei-1', ['reads', 'messages']).sort()).toEqual(['messages', 'reads']);
});

test('nothing is told of what a scheme does not take, of what is unknown, or where nothing is', () => {
  expect(told('wci-14.2', ['messages'])).toEqual([]);
  expect(told('zhengwei-1', ['lostFollowers'])).toEqual([]);
  expect(told('zhengwei-1', [])).toEqual([]);
  expect(inputsMarked('zhengwei-1', [])).toEqual([]);
});

test('likes that stand for a version’s one mark take their own with them', () => {
  const { wows: _, ...oneMark } = record;
  const { explanation } = scored('wci-13.0', { ...oneMark, estimated: ['likes'] });
  const inputs = leaves(explanation).flatMap((leaf) => leaf.inputs);
  expect(inputs).toContainEqual({ name: 'wows', value: 300, estimated: true });
});

test('a score is the same to the last digit whatever is called an estimate', () => {
  const names = fc.subarray(Object.keys(record) as InputName[]);
  fc.assert(
    fc.property(anyScheme, patchyRecord, names, (id, drawn, estimated) => {
      const [plain, marked] = [drawn, { ...drawn, estimated }].map((one) =>
        score(schemeOf(id), one),
      );
      if (!plain?.ok || !marked?.ok) {
        expect(marked).toEqual(plain);
        return;
      }
      const { rules, explanation } = marked.value;
      expect({ ...marked.value, rules: [], explanation: null }).toEqual({
        ...plain.value,
        rules: [],
        explanation: null,
      });
      expect(rules.filter(({ code }) => code !== 'estimated')).toEqual(plain.value.rules);
      expect(leaves(explanation).map(({ contribution }) => contribution)).toEqual(
        leaves(plain.value.explanation).map(({ contribution }) => contribution),
      );
    }),
    { ...thousand, numRuns: 200 },
  );
});

test.each([['reads'], [[3]], [{ reads: true }]])('%j is no list of names', (estimated) => {
  const result = score(schemeOf('zhengwei-1'), { ...record, estimated });
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { estimated: expect.stringContaining('字段名的列表') } },
  });
});

test('a difference says which of its terms rest on an estimate of either side', () => {
  const before = { ...record, estimated: ['shares' as const] };
  const after = { ...record, reads: 36_000, estimated: ['reads' as const] };
  const { terms, notes } = unwrap(attribute(schemeOf('zhengwei-1'), before, after));
  expect(notes.join()).toContain('总阅读数、总转发数为估算');
  const plain = unwrap(attribute(schemeOf('zhengwei-1'), record, { ...record, reads: 36_000 }));
  expect(terms.map(({ estimated: _, ...term }) => term)).toEqual(plain.terms);
  const marked = terms.filter(({ estimated }) => estimated).map(({ key }) => key);
  expect(marked).toEqual(expect.arrayContaining(['dissemination.daily', 'dissemination.shares']));
  expect(marked.filter((key) => key.startsWith('service'))).toEqual([]);
});
