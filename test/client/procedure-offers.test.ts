import { canWithdraw, firstDay, isUnderWay } from '../../client/registry/procedure/offers';
import type { ProcedureEvent, ProcedureStep, StepProgress } from '../../typings/lifecycle';

const event = (act: ProcedureEvent['act']): ProcedureEvent => ({
  sequence: 1,
  act,
  on: '2026-11-02',
  note: null,
  at: '2026-11-02T02:00:00.000Z',
  by: 'staff',
});
const step = (name: ProcedureStep, changes: Partial<StepProgress>): StepProgress => ({
  step: name,
  label: name,
  doneOn: null,
  dueOn: null,
  notBefore: null,
  overdue: false,
  limit: null,
  ...changes,
});

test('an application is given up while it waits and after its approval, not once carried out', () => {
  expect(canWithdraw({ state: 'open', events: [event('apply')] })).toBe(true);
  expect(canWithdraw({ state: 'open', events: [event('apply'), event('approve')] })).toBe(true);
  expect(canWithdraw({ state: 'returned', events: [event('return')] })).toBe(true);
  expect(canWithdraw({ state: 'open', events: [event('carry-out')] })).toBe(false);
  expect(canWithdraw({ state: 'refused', events: [event('refuse')] })).toBe(false);
});

test('a step can have been done from the day of the step before, or the end of the notice, on', () => {
  const noticed = [
    step('apply', { doneOn: '2026-11-01' }),
    step('notice', { doneOn: '2026-11-03' }),
  ];

  expect(firstDay({ steps: [...noticed, step('file', {})], next: 'file' })).toBe('2026-11-03');
  const closing = [...noticed, step('carry-out', { notBefore: '2026-12-03' })];
  expect(firstDay({ steps: closing, next: 'carry-out' })).toBe('2026-12-03');
  expect(firstDay({ steps: [step('apply', {})], next: 'apply' })).toBeUndefined();
});

test.each([
  ['open', true],
  ['returned', true],
  ['done', false],
  ['refused', false],
  ['withdrawn', false],
] as const)('days are to be kept while it is %s: %s', (state, kept) => {
  expect(isUnderWay({ state })).toBe(kept);
});
