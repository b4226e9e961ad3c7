import {
  deadlineFaults,
  judgedEvent,
  masked,
  nextInspectionState,
  nextRecordState,
} from '../../../cloudfunctions/domain/inspections';
import {
  inspectionStateLabels,
  inspectionSteps,
  recordStateLabels,
  recordSteps,
} from '../../../cloudfunctions/domain/inspections/states.data';
import type { InspectionState, RecordEvent, RecordState } from '../../../typings/inspections';

const inspectionEvents = [
  'commit',
  'frozen',
  'draw',
  'assign',
  'reassign',
  'publish',
  'close',
  'discard',
] as const;
const recordEvents = [
  ...new Set(Object.values(recordSteps).flatMap((steps) => Object.keys(steps))),
] as RecordEvent[];

/** Everything that is allowed, written out; whatever else is refused. */
const inspectionTable = `
planned commit committed
planned discard discarded
committed frozen frozen
committed discard discarded
frozen draw drawn
frozen discard discarded
drawn assign running
drawn discard discarded
running reassign running
running publish published
published close closed`;
const recordTable = `
waiting assign judging
judging agree-pass passed
judging agree-flawed flawed
judging agree-fail failed
judging disagree disputed
disputed settle-pass passed
disputed settle-flawed flawed
disputed settle-fail failed
flawed publish rectifying
failed publish rectifying
rectifying answer answered
rectifying appeal appealed
answered accept resolved
answered reject rectifying
appealed uphold rectifying
appealed overturn overturned`;

test('an inspection goes its one way, in any other order it is refused', () => {
  const states = Object.keys(inspectionStateLabels) as InspectionState[];
  const allowed = states.flatMap((state) =>
    inspectionEvents.flatMap((event) => {
      const next = nextInspectionState(state, event);
      if (!next.ok) expect(next.error).toMatchObject({ code: 'conflict' });
      return next.ok ? [`${state} ${event} ${next.value}`] : [];
    }),
  );
  expect(`\n${allowed.join('\n')}`).toBe(inspectionTable);
});

test('every event in every state of a record is allowed or refused as written', () => {
  const states = Object.keys(recordStateLabels) as RecordState[];
  const allowed = states.flatMap((state) =>
    recordEvents.flatMap((event) => {
      const next = nextRecordState(state, event);
      if (!next.ok) expect(next.error).toMatchObject({ code: 'conflict' });
      return next.ok ? [`${state} ${event} ${next.value}`] : [];
    }),
  );
  expect(`\n${allowed.sort().join('\n')}`).toBe(
    `\n${recordTable.trim().split('\n').sort().join('\n')}`,
  );
});

test('every state is reached from the first one', () => {
  const reach = (from: string, steps: Record<string, Record<string, string>>) => {
    const seen = new Set([from]);
    for (const state of seen) for (const next of Object.values(steps[state] ?? {})) seen.add(next);
    return seen;
  };
  expect(reach('planned', inspectionSteps).size).toBe(Object.keys(inspectionSteps).length);
  expect(reach('waiting', recordSteps).size).toBe(Object.keys(recordSteps).length);
});

test('a verdict names its event', () => {
  const verdict = (qualified: boolean, tier: 'veto' | 'deduction' | null) => ({
    qualified,
    tier,
    points: null,
  });
  expect(judgedEvent('agree', verdict(true, null))).toBe('agree-pass');
  expect(judgedEvent('agree', verdict(true, 'deduction'))).toBe('agree-flawed');
  expect(judgedEvent('settle', verdict(false, 'veto'))).toBe('settle-fail');
});

test('a deadline lies ahead', () => {
  expect(deadlineFaults('2026-11-24', '2026-11-25')?.code).toBe('invalid');
  expect(deadlineFaults('2026-11-25', '2026-11-25')?.code).toBe('invalid');
  expect(deadlineFaults('2026-11-26', '2026-11-25')).toBeNull();
});

test('numbers of identity cards, telephones and bank cards are hidden, others are not', () => {
  expect(masked('张三 11010519491231002X，电话 13812345678，卡 6222021234567890123')).toBe(
    '张三 110105********002X，电话 138****5678，卡 6222********0123',
  );
  expect(masked('2026年11月25日共检查 200000 个，备案号 3501020001')).toBe(
    '2026年11月25日共检查 200000 个，备案号 3501020001',
  );
});
