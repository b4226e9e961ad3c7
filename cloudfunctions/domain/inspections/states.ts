import type {
  InspectionState,
  RecordEvent,
  RecordState,
  Verdict,
} from '../../../typings/inspections';
import type { Result } from '../../../typings/result';
import {
  type InspectionEvent,
  inspectionStateLabels,
  inspectionSteps,
  recordStateLabels,
  recordSteps,
} from './states.data';

/** Where an event leads an inspection; `conflict` says what to do first. */
export function nextInspectionState(
  state: InspectionState,
  event: InspectionEvent,
): Result<InspectionState> {
  const next = inspectionSteps[state][event];
  if (next) return { ok: true, value: next };
  const message = `本次检查“${inspectionStateLabels[state]}”，${inspectionAdvice[event]}`;
  return { ok: false, error: { code: 'conflict', message } };
}

/** Where an event leads a record; `conflict` when it cannot happen now. */
export function nextRecordState(state: RecordState, event: RecordEvent): Result<RecordState> {
  const next = recordSteps[state][event];
  if (next) return { ok: true, value: next };
  const message = `该账号“${recordStateLabels[state]}”，不能进行这一步，请刷新后再看。`;
  return { ok: false, error: { code: 'conflict', message } };
}

/** The events by which equal judgements, or a third one, end the judging. */
export function judgedEvent(way: 'agree' | 'settle', { qualified, tier }: Verdict): RecordEvent {
  if (!qualified) return `${way}-fail`;
  return tier === null ? `${way}-pass` : `${way}-flawed`;
}

const inspectionAdvice: Record<InspectionEvent, string> = {
  commit: '种子只能封存一次。',
  frozen: '名单只能冻结一次。',
  draw: '须先封存种子、冻结名单，且只能抽取一次。',
  assign: '须先抽取，且只能分派一次。',
  reassign: '分派以后、通报以前才能换检查员。',
  publish: '须先分派检查并全部判定，且只能通报一次。',
  close: '须先通报，且只能办结一次。',
  discard: '分派检查员以前才能作废。',
};
