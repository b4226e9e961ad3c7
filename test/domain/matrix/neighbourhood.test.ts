import fc from 'fast-check';
import {
  circlesThrough,
  coverageOf,
  problemsOf,
  resolveLinks,
  siblingRange,
  subordinateRange,
  superiorRange,
} from '../../../cloudfunctions/domain/matrix';
import type { MatrixNode, Relation, Tie } from '../../../typings/matrix';

const node = (accountId: string, changes: Partial<MatrixNode> = {}): MatrixNode => ({
  accountId,
  name: accountId,
  level: 'county',
  department: 'discipline',
  region: '350102',
  kind: 'subscription',
  status: 'active',
  ...changes,
});
const link = (key: string) => ({ place: '大厅', stated: key, key });

describe('relations', () => {
  const at = (level: MatrixNode['level'], region: string) =>
    ({ level, region, department: 'discipline' }) as const;

  test.each([
    [at('county', '350102'), 'prefectural', '350100'],
    [at('prefectural', '350100'), 'provincial', '350000'],
    [at('provincial', '350000'), 'central', ''],
    [at('township', '350102'), 'county', '350102'],
    // 区 of 直辖市 stand under the municipality itself.
    [at('county', '310101'), 'provincial', '310000'],
  ])('the superior of %j is %s of %s', (own, level, regionPrefix) => {
    expect(superiorRange(own)).toEqual({ level, department: 'discipline', regionPrefix });
  });

  test('nobody stands above the centre, or below a township', () => {
    expect(superiorRange(at('central', '110000'))).toBeNull();
    expect(siblingRange(at('central', '110000'))).toBeNull();
    expect(subordinateRange(at('township', '350102'))).toBeNull();
  });

  test('an account stands below its superior', () => {
    for (const own of [
      at('county', '350102'),
      at('prefectural', '350100'),
      at('county', '500101'),
    ]) {
      const up = superiorRange(own);
      const down = up && subordinateRange({ ...own, level: up.level, region: up.regionPrefix });
      expect(down?.level).toBe(own.level);
      expect(own.region.startsWith(down?.regionPrefix ?? 'none')).toBe(true);
    }
  });
});

describe('links', () => {
  const closed = node('closed', { status: 'closed' });
  const known = {
    byKey: new Map([
      ['a', [node('a')]],
      ['self', [node('me')]],
      ['biz:me', [node('me')]],
      ['closed', [closed]],
      ['moved', [node('old', { status: 'closed' })]],
      ['twice', [node('x'), node('y')]],
      ['renewed', [node('new'), node('gone', { status: 'closed' })]],
      ['loop', [node('l1', { status: 'closed' })]],
    ]),
    successors: new Map([
      ['old', node('older', { status: 'closed' })],
      ['older', node('heir')],
      ['l1', node('l2', { status: 'closed' })],
      ['l2', node('l1', { status: 'closed' })],
    ]),
  };
  const stateOf = (key: string) => resolveLinks([link(key)], 'me', known)[0]?.state;

  test.each([
    ['a', 'live'],
    ['self', 'self'],
    ['closed', 'closed'],
    ['moved', 'moved'],
    ['twice', 'ambiguous'],
    ['renewed', 'live'],
    ['wechat:nobody', 'unknown'],
    ['biz:nobody', 'unread'],
  ])('one to %s is %s', (key, state) => {
    expect(stateOf(key)).toBe(state);
  });

  test('an account that was folded into another twice is followed to the end', () => {
    expect(resolveLinks([link('moved')], 'me', known)[0]?.to?.accountId).toBe('heir');
  });

  test('successors that point at each other end the search', () => {
    expect(['moved', 'closed']).toContain(stateOf('loop'));
  });

  test("an account's own article is no link to itself", () => {
    expect(resolveLinks([link('biz:me')], 'me', known)).toEqual([]);
  });
});

describe('problems', () => {
  const relation = (name: string, tie: Tie, changes: Partial<MatrixNode> = {}): Relation => ({
    ...node(name, changes),
    tie,
  });

  test('name what is missing up and down, and what is not linked back', () => {
    const problems = problemsOf([], {
      superiors: [relation('市', 'in')],
      subordinates: [
        relation('甲', 'both'),
        relation('乙', 'out'),
        relation('丙', 'none'),
        relation('丁', 'none', { status: 'closed' }),
      ],
    });
    expect(problems.map(({ kind, text }) => `${kind} ${text.slice(-4, -1)}`)).toEqual([
      'missing-superior “市”',
      'missing-subordinate “丙”',
      'not-linked-back 接回来',
    ]);
  });

  test('an account that stated no links has none missing', () => {
    expect(problemsOf([], null)).toEqual([]);
  });
});

describe('circles', () => {
  const links = (...pairs: [string, string][]) => {
    const map = new Map<string, string[]>();
    for (const [from, to] of pairs) map.set(from, [...(map.get(from) ?? []), to]);
    return map;
  };

  test('two accounts that link to each other are none', () => {
    expect(circlesThrough('a', links(['a', 'b'], ['b', 'a']))).toEqual([]);
  });

  test('three are one, and a link to oneself is none', () => {
    const three = links(['a', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'b']);
    expect(circlesThrough('a', three)).toEqual([['a', 'b', 'c']]);
  });

  test('end in any graph, and each is a way back to its start', () => {
    const name = fc.constantFrom(...'abcdefgh');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 64 }), (pairs) => {
        const graph = links(...pairs);
        for (const circle of circlesThrough('a', graph)) {
          expect(new Set(circle).size).toBe(circle.length);
          for (const [index, from] of circle.entries()) {
            expect(graph.get(from)).toContain(circle[(index + 1) % circle.length]);
          }
        }
      }),
    );
  });
});

test('coverage names each department once, present or absent', () => {
  const coverage = coverageOf(['public-security', 'public-security', 'discipline']);
  const present = coverage.flatMap((one) => one.present);
  expect(present).toEqual([
    { department: 'public-security', accounts: 2 },
    { department: 'discipline', accounts: 1 },
  ]);
  const all = coverage.flatMap((one) => [
    ...one.present.map(({ department }) => department),
    ...one.absent,
  ]);
  expect(new Set(all).size).toBe(23);
  expect(all).toHaveLength(23);
});
