import {
  clockOf,
  clocksIn,
  findRuleSet,
  ruleSetFaults,
  ruleSets,
  ruleSetsFor,
} from '../../../cloudfunctions/domain/inspections';
import { clocks } from '../../../cloudfunctions/domain/inspections/clocks.data';
import type { InspectionRule, RuleSet } from '../../../typings/inspection-rules';

const local = ruleSets.find(({ points }) => points !== null) as RuleSet;
const changed = (changes: Partial<RuleSet>): RuleSet => ({ ...local, ...changes });
const [someRule] = local.rules as [InspectionRule, ...InspectionRule[]];

test('the rule sets that ship have no faults', () => {
  expect(ruleSetFaults(ruleSets)).toEqual([]);
});

test('nationally a new-media account passes or fails and has no points', () => {
  const national = findRuleSet('national-2019');
  expect(national?.points).toBeNull();
  expect(new Set(national?.rules.map(({ kind }) => kind))).toEqual(new Set(['veto']));
});

test.each<[string, RuleSet[], RegExp]>([
  [
    'two sets for one scope and time',
    [local, changed({ id: 'again', effective: { from: '2030-01-01', to: null } })],
    /重叠/,
  ],
  ['the same id twice', [local, local], /编号重复/],
  [
    'a measure that nobody knows',
    [
      changed({
        rules: [
          ...local.rules,
          {
            ...someRule,
            id: 'odd',
            found: { by: 'automatic', measure: 'moon-phase' as never, limit: 1, evidence: '' },
          },
        ],
      }),
    ],
    /没有这个检查项/,
  ],
  [
    'a popularity metric',
    [
      changed({
        rules: [
          ...local.rules,
          {
            ...someRule,
            id: 'liked',
            found: { by: 'automatic', measure: 'likes' as never, limit: 1, evidence: '' },
          },
        ],
      }),
    ],
    /不得以传播指标/,
  ],
  ['deductions that miss 100', [changed({ rules: local.rules.slice(0, -8) })], /之和/],
  ['a veto with points', [changed({ rules: [{ ...someRule, points: 5, cap: 5 }] })], /不计分/],
  ['points where there are none', [changed({ points: null })], /不能有计分项/],
  ['a day that is none', [changed({ effective: { from: '2026-02-30', to: null } })], /生效日期/],
])('%s is refused', (_, sets, message) => {
  expect(ruleSetFaults(sets).join('；')).toMatch(message);
});

test('sets of the same scope may follow each other', () => {
  const ended = changed({ effective: { from: '2026-01-01', to: '2026-06-30' } });
  const next = changed({ id: 'next', effective: { from: '2026-07-01', to: null } });
  expect(ruleSetFaults([ended, next])).toEqual([]);
});

test('a region may choose the national set and its own, never another region’s', () => {
  expect(ruleSetsFor('4412', '2026-11-25').map(({ id }) => id)).toEqual([
    'national-2019',
    'zhaoqing-2019',
  ]);
  expect(ruleSetsFor('', '2026-11-25').map(({ id }) => id)).toEqual(['national-2019']);
  expect(ruleSetsFor('4412', '2018-01-01')).toEqual([]);
});

test('the clock of the smallest region and the account’s class holds', () => {
  const day = '2026-11-25';
  expect(clockOf({ region: '350102', kind: 'subscription' }, day)?.days).toBe(14);
  expect(clockOf({ region: '350121', kind: 'subscription' }, day)?.days).toBe(10);
  expect(clockOf({ region: '350121', kind: 'service' }, day)?.days).toBe(14);
  expect(clockOf({ region: '411426', kind: 'subscription' }, day)?.postsPerWeek).toBe(3);
  expect(clockOf({ region: '350102', kind: 'subscription' }, '2018-12-31')).toBeNull();
});

test('the clocks of a region are the nearest around it and all within it', () => {
  const told = (prefix: string) =>
    clocksIn(prefix, '2026-11-25').map(
      (clock) => `${clock.regionPrefix}:${clock.kind}:${clock.days}`,
    );
  expect(told('350121')).toEqual([':service:14', '350121:subscription:10']);
  expect(told('35')).toEqual([':subscription:14', ':service:14', '350121:subscription:10']);
  expect(told('350102')).toEqual([':subscription:14', ':service:14']);
  expect(clocksIn('35', '2018-12-31')).toEqual([]);
});

test('no two clocks run for one class of accounts in one region at one time', () => {
  const keys = clocks.map(({ regionPrefix, kind }) => `${regionPrefix} ${kind}`);
  expect(new Set(keys).size).toBe(keys.length);
});
